import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoStore } from '../../functions/platform/store/dynamo/dynamo-store.ts';
import { changeOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import { followStreams } from '../../scripts/deployed/followed.ts';
import type { Invoke } from '../../scripts/deployed/hosts.ts';
import { startTables } from '../store/local-dynamodb.ts';

const prefix = 'followed-';
const region = 'local';
let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  tables = await startTables(prefix);
});
afterAll(() => tables.stop());

const mappings = ['quick', 'slow'].map((follower) => ({
  follower,
  tableName: `${prefix}Jobs`,
  batchSize: 10,
  attemptsMax: 1000,
  patterns: [],
}));

test('two followers of one table go on each from where it was, not from where the other was', async () => {
  const store = dynamoStore({ ...tables, stage: 'test' });
  const write = (id: string) => store.transact(id, [{ table: 'Jobs', key: { pk: id, sk: 'X' }, put: { v: 1 } }]);
  const heard: Record<string, unknown[]> = { quick: [], slow: [] };
  let slowFails = true;
  const hear = async (name: string, { Records }: DynamoDBStreamEvent) => {
    if (name === 'slow' && slowFails) throw new Error('not yet');
    for (const record of Records) heard[name]?.push(changeOf(record, prefix).newImage?.pk);
    return { batchItemFailures: [] };
  };
  const follow = (positions: ReadonlyMap<string, string>) =>
    followStreams(mappings, { endpoint: tables.endpoint, region, positions, aheadMs: () => 0 }, hear as Invoke);

  await write('a');
  const first = await follow(new Map());
  await vi.waitFor(() => expect(heard.quick).toEqual(['a']), { timeout: 60_000 });
  await first.stop();
  expect(heard.slow).toEqual([]);

  slowFails = false;
  await write('b');
  const second = await follow(first.positions());
  await second.drained();
  await second.stop();
  expect(heard).toEqual({ quick: ['a', 'b'], slow: ['a', 'b'] });
});
