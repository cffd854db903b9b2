/**
 * Restore drills. `COPIES=1000 SEED=1 npx vitest run tests/restore/drill.test.ts` is the measured one; a seed's
 * histories and tears are always the same.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { createTables, dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { seeded } from '../simulation/random.ts';
import { startTables } from '../store/local-dynamodb.ts';
import { type Drilled, drill } from './drill.ts';
import { live } from './torn.ts';

const copies = Number(process.env.COPIES ?? 100);
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 1000) % 1e6);
const copiesOfOne = 50;

async function drills(count: number, open?: () => Promise<Store>): Promise<Drilled[]> {
  const done: Drilled[] = [];
  for (let history = 0; done.length < count; history++) {
    const lived = await live(seed + history);
    const random = seeded(seed + history);
    const end = Math.min(count, done.length + copiesOfOne);
    while (done.length < end) done.push(await drill(lived, random, open));
  }
  return done;
}

function report(where: string, done: readonly Drilled[]): void {
  const count = (is: (one: Drilled) => boolean) => done.filter(is).length;
  const lines = [
    `${where}: ${done.length} torn copies, SEED=${seed}: ${count(({ halves }) => halves > 0)} with half transactions,`,
    `${count(({ left }) => left === 0)} repaired to no difference, ${count(({ left }) => left > 0)} with a named list`,
  ];
  process.stdout.write(`${lines.join(' ')}\n`);
}

describe(`${copies} torn copies`, { timeout: 60_000 + copies * 1000 }, () => {
  let done: Drilled[] = [];
  beforeAll(
    async () => {
      done = await drills(copies);
      report('embedded', done);
    },
    60_000 + copies * 1000,
  );

  test('with half a transaction among the rows that the audit compares are found by it', () => {
    const missed = done.filter(({ halves, found }) => halves > 0 && found.length === 0);
    expect(missed).toEqual([]);
  });

  test('are repaired to no difference, or to differences that a list names', () => {
    expect(done.flatMap(({ silent }) => silent)).toEqual([]);
    expect(done.filter(({ left }) => left === 0).length).toBeGreaterThan(done.length / 2);
  });

  test('lose no entry where the archive of the streams is there', () => {
    expect(done.filter(({ isSameLedger }) => !isSameLedger)).toEqual([]);
    expect(done.flatMap(({ silentWithArchive }) => silentWithArchive)).toEqual([]);
  });
});

const onDynamoDb = Number(process.env.COPIES_ON_DYNAMODB ?? 1);

test(`${onDynamoDb} torn copies on DynamoDB go the same way`, { timeout: 60_000 + onDynamoDb * 60_000 }, async () => {
  const local = await startTables('drill-0-');
  let stores = 0;
  const open = async () => {
    const prefix = `drill-${++stores}-`;
    const tableName = (table: string) => `${prefix}${table}`;
    await createTables(local.client, tableName);
    return dynamoStore({ client: local.client, tableName, stage: prefix });
  };
  try {
    const done = await drills(onDynamoDb, open);
    report('DynamoDB Local', done);
    expect(done.filter(({ halves, found }) => halves > 0 && found.length === 0)).toEqual([]);
    expect(done.flatMap(({ silent, silentWithArchive }) => [...silent, ...silentWithArchive])).toEqual([]);
    expect(done.filter(({ isSameLedger }) => !isSameLedger)).toEqual([]);
  } finally {
    await local.stop();
  }
});
