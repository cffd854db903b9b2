/**
 * The same random requests on the engine in memory, the engine on SQLite and DynamoDB Local, side by side. `SEED` in
 * the environment replays a run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../functions/platform/store/canonical.ts';
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import { toTransactItem } from '../../functions/platform/store/dynamo/to-transact.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import type { Attributes, Item, Page, Query, Store, Target, Write } from '../../functions/platform/store/port.ts';
import { compareUtf8 } from '../../functions/platform/store/utf8.ts';
import { startTables } from './local-dynamodb.ts';
import { drawnTables, makeRequests, randomFrom } from './random-requests.ts';

const transactionCount = 6000;
/** Independent sequences at the same time, so that no store waits for another. */
const laneCount = 4;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'differential-'));
let stores: Record<'memory' | 'sqlite' | 'dynamodb', Store>;
let local: Awaited<ReturnType<typeof startTables>>;
let stop: () => Promise<void>;

beforeAll(async () => {
  local = await startTables('differential-');
  const sqlite = openEmbedded(folder);
  stores = { memory: memoryStore(), sqlite, dynamodb: dynamoStore({ ...local, stage: 'test' }) };
  stop = async () => {
    sqlite.close();
    await local.stop();
  };
}, 120_000);
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

/** The answers of all three stores, as text in which the order of attributes does not count. */
async function ask(question: (store: Store) => Promise<unknown>): Promise<Record<string, string>> {
  const answers = Object.entries(stores).map(async ([name, store]) => [name, canonicalJson(await question(store))]);
  return Object.fromEntries(await Promise.all(answers));
}
function expectSame(answers: Record<string, string>, request: unknown): void {
  const { memory, sqlite, dynamodb } = answers;
  const shown = memory === dynamodb && sqlite === dynamodb ? undefined : { seed, request, answers };
  expect(shown, 'the stores differ').toBeUndefined();
}

async function found(store: Store, keys: readonly Target[]): Promise<unknown> {
  return (await store.get(keys)).map((item) => item ?? null);
}

/**
 * The pages of a query, without the empty one that a store may tell of or not when a full page was the last. Items with
 * the same index key have no order among them and are put in one.
 */
async function everyPage(store: Store, query: Query): Promise<unknown> {
  const pages: Item[][] = [];
  let after: Attributes | undefined;
  do {
    const page: Page = await store.query({ ...query, after });
    if (page.items.length > 0) pages.push(page.items);
    after = page.next;
  } while (after);
  if (query.index === undefined) return pages;
  const items = pages.flat();
  return { order: items.map((item) => item.byDeskSk), sizes: pages.map((page) => page.length), items: sorted(items) };
}

async function everyItem(store: Store, table: (typeof drawnTables)[number], segments: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let segment = 0; segment < segments; segment++) {
    let after: Attributes | undefined;
    do {
      const page: Page = await store.scan({ table, segment, segments, limit: 7, after });
      items.push(...page.items);
      after = page.next;
    } while (after);
  }
  return sorted(items);
}
function sorted(items: readonly Item[]): Item[] {
  const name = (item: Item) => `${item.pk}\0${item.sk}`;
  return items.toSorted((left, right) => compareUtf8(name(left), name(right)));
}

describe(`the three stores, seed ${seed}`, () => {
  test(`${transactionCount} random transactions have the same outcomes, pages and final state`, async () => {
    const outcomes = { done: 0, refused: 0 };
    async function runLane(lane: number): Promise<void> {
      const requests = makeRequests(randomFrom(seed * laneCount + lane), lane);
      for (let count = 0; count < transactionCount / laneCount; count++) {
        const writes = requests.transaction();
        const answers = await ask((store) => store.transact(`${lane}#${count}`, writes));
        expectSame(answers, { lane, count, writes });
        outcomes[answers.memory === '{"done":true}' ? 'done' : 'refused']++;
        if (count % 20 !== 0) continue;
        const query = requests.query();
        expectSame(await ask((store) => everyPage(store, query)), { lane, count, query });
        const keys = Array.from({ length: requests.one([1, 30, 100]) }, requests.key);
        expectSame(await ask((store) => found(store, keys)), { lane, count, keys });
      }
    }
    await Promise.all(Array.from({ length: laneCount }, (_, lane) => runLane(lane)));
    for (const table of drawnTables) expectSame(await ask((store) => everyItem(store, table, 3)), table);
    process.stdout.write(`differential: seed ${seed}, ${outcomes.done} done, ${outcomes.refused} refused\n`);
    expect(Math.min(outcomes.done, outcomes.refused)).toBeGreaterThan(transactionCount / 10);
  }, 600_000);

  test('what one store refuses all refuse, and what is just allowed all do', async () => {
    const at = (pk: string, sk = 'limits') => ({ table: 'Ledger', key: { pk, sk } }) as const;
    const puts = (count: number, text = ''): Write[] =>
      Array.from({ length: count }, (_, index) => ({ ...at(`L#${index}`), put: { text } }));
    const kilobytes = (count: number) => 'x'.repeat(count * 1024);
    const nameAndKeyBytes = 'text'.length + 'pk'.length + 'L#0'.length + 'sk'.length + 'limits'.length;
    const [text] = ['x'.repeat(400 * 1024 - nameAndKeyBytes)];
    const allowed = [puts(100), puts(10, kilobytes(400).slice(100)), puts(1, text)];
    for (const writes of allowed) expectSame(await ask((store) => store.transact('limits', writes)), writes.length);
    expect(await everyItem(stores.dynamodb, 'Ledger', 1)).toContainEqual({ ...at('L#0').key, text });
    const refused: Write[][] = [
      [],
      puts(101),
      [...puts(1), ...puts(1)],
      puts(11, kilobytes(399)),
      puts(1, `${text}x`),
      [{ ...at(''), put: {} }],
      [{ ...at('x'.repeat(2049)), put: {} }],
      [{ ...at('L', 'x'.repeat(1025)), put: {} }],
      [{ ...at('L'), put: { byExpiryPk: 1 } }],
      [{ ...at('L'), put: { byExpirySk: '' } }],
      [{ ...at('L'), put: { deep: { '': 1 } } }],
      [{ ...at('L'), put: { n: Number.POSITIVE_INFINITY } }],
      [{ ...at('L'), put: { n: 2 ** 53 } }],
      [{ ...at('L#0'), update: { add: { text: 1 } } }],
    ];
    for (const [which, writes] of refused.entries()) {
      for (const store of Object.values(stores)) {
        await expect(store.transact('limits', writes), `refusal ${which}`).rejects.toThrow();
      }
    }
    for (const store of Object.values(stores)) {
      await expect(store.get(Array.from({ length: 101 }, (_, index) => at(`L#${index}`)))).rejects.toThrow();
      await expect(store.query({ table: 'Ledger', pk: 'L', limit: 5, after: at('M').key })).rejects.toThrow();
      await expect(store.query({ table: 'Ledger', pk: 'L', limit: 5, index: 'byDesk' })).rejects.toThrow();
    }
  });

  test('DynamoDB itself sets the limits that are checked before anything is sent', async () => {
    const put = (index: number) => ({ table: 'Ledger', key: { pk: `R#${index}`, sk: 'A' }, put: {} }) as const;
    const sendRaw = (count: number, keys: number) => {
      const items = Array.from({ length: count }, (_, index) => toTransactItem(put(index % keys), local.tableName));
      return local.client.send(new TransactWriteCommand({ TransactItems: items }));
    };
    await expect(sendRaw(101, 101)).rejects.toThrow('100');
    await expect(sendRaw(2, 1)).rejects.toThrow('multiple operations');
    await expect(sendRaw(100, 100)).resolves.toBeDefined();
  });

  test('DynamoDB does a repeated transaction once: the same operation counts once, another one again', async () => {
    const count: Write = { table: 'Ledger', key: { pk: 'TOKEN', sk: 'A' }, update: { add: { n: 1 } } };
    const other: Write = { table: 'Rewards', key: { pk: 'TOKEN', sk: 'A' }, update: { add: { n: 1 } } };
    const otherStage = dynamoStore({ ...local, stage: 'other' });
    for (const operation of ['a', 'a', 'b']) {
      await stores.dynamodb.transact(operation, [count]);
      await stores.dynamodb.transact(operation, [count, other]);
    }
    await otherStage.transact('a', [count]);
    expect(await stores.dynamodb.get([count, other])).toMatchObject([{ n: 5 }, { n: 2 }]);
  });
});
