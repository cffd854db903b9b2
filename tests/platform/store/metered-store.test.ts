import { beforeEach, expect, test } from 'vitest';
import { memoryStore } from '../../../functions/platform/store/embedded/index.ts';
import type { Store, Write } from '../../../functions/platform/store/port.ts';
import { metered, type Units } from '../../../scripts/cost/metered-store.ts';

let spent: Units;
let store: Store;
beforeEach(() => {
  spent = { reads: 0, writes: 0, storedBytes: 0 };
  store = metered(memoryStore(), ({ reads, writes, storedBytes }: Units) => {
    spent.reads += reads;
    spent.writes += writes;
    spent.storedBytes += storedBytes;
  });
});

const at = { table: 'District', key: { pk: 'D', sk: 'A' } } as const;
const put = (text: string, attributes = {}): Write => ({ ...at, put: { text, ...attributes } });

test('a write costs a unit for each KB, and twice that in a transaction', async () => {
  await store.transact('1', [put('a')]);
  expect(spent.writes).toBe(1);
  await store.transact('2', [put('a'.repeat(2000))]);
  expect(spent.writes).toBe(1 + 2);
  await store.transact('3', [put('a'), { ...put('b'), key: { pk: 'D', sk: 'B' } }]);
  expect(spent.writes).toBe(1 + 2 + 4 + 2);
});

test('the ledger’s rows cost as a transaction, also one alone', async () => {
  await store.transact('1', [{ table: 'Journal', key: { pk: 'X', sk: 'X' }, put: {} }]);
  expect(spent.writes).toBe(2);
});

test('a refused write costs what it would have', async () => {
  await store.transact('1', [put('a')]);
  await store.transact('2', [{ ...put('b'), when: [['pk', 'absent']], or: 'lost_race' }]);
  expect(spent.writes).toBe(2);
});

test('an index costs a write where an item appears in it, changes or goes, and two where it moves', async () => {
  const stock = { table: 'Rewards', key: { pk: 'I', sk: 'S' } } as const;
  const desk = (place: string | undefined): Write => ({
    ...stock,
    put: place ? { byDeskPk: place, byDeskSk: '1' } : {},
  });
  for (const [place, writes] of [
    ['a', 2],
    ['b', 3],
    [undefined, 2],
    [undefined, 1],
  ] as const) {
    spent.writes = 0;
    await store.transact(`${place}`, [desk(place)]);
    expect(spent.writes).toBe(writes);
  }
});

test('a read costs a unit for each 4 KB, also of nothing, and half of that from an index', async () => {
  await store.transact('1', [put('a'.repeat(5000))]);
  await store.get([at, { ...at, key: { pk: 'D', sk: 'none' } }]);
  expect(spent.reads).toBe(2 + 1);
  await store.query({ table: 'District', pk: 'D', limit: 10 });
  expect(spent.reads).toBe(3 + 2);
  await store.query({ table: 'Rewards', index: 'byDesk', pk: 'K', limit: 10 });
  expect(spent.reads).toBe(5.5);
});
