import { expect, test } from 'vitest';
import { memoryStore } from '../../../functions/platform/store/embedded/index.ts';
import type { Store, Target } from '../../../functions/platform/store/port.ts';
import { readAhead, readAlong } from '../../../functions/platform/store/read-ahead.ts';

const at = (sk: string): Target => ({ table: 'Ledger', key: { pk: 'W#1', sk } });
const set = (store: Store, sk: string, count: number) =>
  store.transact('set', [{ ...at(sk), update: { set: { count } } }]);

/** A store with `one` and `two`, and how often it was read. */
async function counted() {
  const store = memoryStore();
  await set(store, 'one', 1);
  await set(store, 'two', 2);
  const reads = { times: 0 };
  const counting: Store = {
    ...store,
    get(keys) {
      reads.times++;
      return store.get(keys);
    },
  };
  return { store: counting, reads };
}
const countsIn = async (store: Store, ...names: string[]) =>
  (await store.get(names.map(at))).map((item) => item?.count);

test('what was read ahead is handed out in the order asked, without another read, absent items too', async () => {
  const { store, reads } = await counted();
  const ahead = await readAhead(store, ['one', 'two', 'three'].map(at));
  expect(await countsIn(ahead, 'three', 'one')).toEqual([undefined, 1]);
  expect(await countsIn(ahead, 'two')).toEqual([2]);
  expect(reads.times).toBe(1);
});

test('an item is handed out once: whoever asks again sees what it has become', async () => {
  const { store } = await counted();
  const ahead = await readAhead(store, [at('one')]);
  await set(store, 'one', 7);
  expect(await countsIn(ahead, 'one')).toEqual([1]);
  expect(await countsIn(ahead, 'one')).toEqual([7]);
});

test('where one item was not read ahead, all that is asked for with it is read anew, of one moment', async () => {
  const { store } = await counted();
  const ahead = await readAhead(store, [at('one')]);
  await set(store, 'one', 7);
  expect(await countsIn(ahead, 'one', 'two')).toEqual([7, 2]);
});

test('hundreds of items are read a hundred a request', async () => {
  const { store, reads } = await counted();
  await readAhead(
    store,
    Array.from({ length: 250 }, (_, number) => at(String(number))),
  );
  expect(reads.times).toBe(3);
});

test('what is read along comes with the first read, and is handed out once', async () => {
  const { store, reads } = await counted();
  const along = readAlong(store, ['two', 'three'].map(at));
  expect(await countsIn(along, 'one', 'two')).toEqual([1, 2]);
  expect(await countsIn(along, 'three', 'two')).toEqual([undefined, 2]);
  expect(reads.times).toBe(1);
  await set(store, 'two', 7);
  expect(await countsIn(along, 'two')).toEqual([7]);
});
