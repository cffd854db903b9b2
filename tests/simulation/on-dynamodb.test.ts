/** The same clients on a real engine. `SEED` in the environment draws the same requests and faults again. */
import { expect, test } from 'vitest';
import { runOnDynamoDb } from './on-dynamodb.ts';

const seed = Number(process.env.SEED ?? 1);
const seconds = 8;

test(`on DynamoDB Local nothing is lost, doubled or said wrongly either (seed ${seed})`, async () => {
  const { ops, violations } = await runOnDynamoDb(seed, seconds);
  console.log(`${ops} requests on DynamoDB Local with seed ${seed}`);
  expect(violations).toEqual([]);
  expect(ops).toBeGreaterThan(100);
}, 240_000);
