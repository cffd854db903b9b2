/** What the embedded engine promises on either of its maps. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedStore, embeddedStore } from '../../functions/platform/store/embedded/engine.ts';
import { memoryMap } from '../../functions/platform/store/embedded/memory-map.ts';
import { sqliteMap } from '../../functions/platform/store/embedded/sqlite-map.ts';
import type { Attributes, Guard, Page, Write } from '../../functions/platform/store/port.ts';

const folder = mkdtempSync(join(tmpdir(), 'engine-'));
afterAll(() => rmSync(folder, { recursive: true }));
let fileCount = 0;
const newFile = () => join(folder, `${++fileCount}.sqlite`);

const maps = [
  ['memory', memoryMap],
  ['SQLite', () => sqliteMap(newFile())],
] as const;

describe.each(maps)('the engine on %s', (_name, newMap) => {
  let store: EmbeddedStore;
  let now: number;
  let lag: number;
  beforeEach(() => {
    now = 1_000_000;
    lag = 0;
    store = embeddedStore({ map: newMap(), now: () => now, indexLag: () => lag });
    return () => store.close();
  });

  const at = (sk: string, pk = 'W#1') => ({ table: 'Ledger', key: { pk, sk } }) as const;
  const put = (sk: string, attributes: Attributes, when?: Guard): Write =>
    when ? { ...at(sk), put: attributes, when, or: 'lost_race' } : { ...at(sk), put: attributes };
  const read = async (sk: string) => (await store.get([at(sk)]))[0];
  const write = (...writes: Write[]) => store.transact('test', writes);
  const sks = ({ items }: Page) => items.map(({ sk }) => sk);

  describe('writes', () => {
    test('a transaction does all of its writes or none', async () => {
      await write(put('A', { n: 1 }));
      const refused = await write(put('B', { n: 2 }), put('A', { n: 3 }, [['n', '>', 1]]));
      expect(refused).toEqual({ done: false, failed: [{ write: 1, item: { pk: 'W#1', sk: 'A', n: 1 } }] });
      expect(await read('B')).toBeUndefined();
      expect(await write(put('B', { n: 2 }), put('A', { n: 3 }, [['n', '=', 1]]))).toEqual({ done: true });
      expect([await read('A'), await read('B')]).toMatchObject([{ n: 3 }, { n: 2 }]);
    });

    test('every failed guard is told in the order of the writes, with the item as it is', async () => {
      await write(put('A', { n: 1 }));
      const absent: Guard = [['pk', 'absent']];
      const outcome = await write(put('C', {}, [['pk', 'present']]), put('B', {}, absent), put('A', {}, absent));
      expect(outcome).toEqual({
        done: false,
        failed: [
          { write: 0, item: undefined },
          { write: 2, item: { pk: 'W#1', sk: 'A', n: 1 } },
        ],
      });
    });

    test('a comparison with an absent attribute fails, and so does one between types', async () => {
      await write(put('A', { n: 1, s: 'x', nothing: null }));
      const holds = async (...guard: Guard) =>
        (await write({ ...at('A'), check: true, when: guard, or: 'lost_race' })).done;
      for (const is of ['=', '<>', '<', '<=', '>', '>='] as const) expect(await holds(['m', is, 1])).toBe(false);
      expect(await holds(['s', '<', 5])).toBe(false);
      expect(await holds(['s', '<>', 5])).toBe(true);
      expect(
        await holds(['nothing', 'present'], ['n', '<=', 1], {
          any: [
            ['m', 'present'],
            ['s', '>', 'w'],
          ],
        }),
      ).toBe(true);
    });

    test('an update counts from 0, sets, removes and keeps the rest', async () => {
      await write({ ...at('A'), update: { set: { s: 'x', t: 'y' }, add: { n: -2 } } });
      await write({ ...at('A'), update: { set: { s: 'z' }, add: { n: 5 }, remove: ['t', 'absent'] } });
      expect(await read('A')).toEqual({ pk: 'W#1', sk: 'A', s: 'z', n: 3 });
      await expect(write({ ...at('A'), update: { add: { s: 1 } } })).rejects.toThrow('not a number');
    });

    test('what DynamoDB would refuse is an error and changes nothing', async () => {
      const many = Array.from({ length: 101 }, (_, index) => put(String(index), {}));
      const big = Array.from({ length: 11 }, (_, index) => put(String(index), { text: 'x'.repeat(400 * 1000) }));
      const refused: [Write[], string][] = [
        [[], 'without writes'],
        [many, '101 writes'],
        [[put('A', {}), { ...at('A'), remove: true }], 'one item twice'],
        [[put('A', { text: 'x'.repeat(400 * 1024) })], 'bytes'],
        [big, '4 MB'],
        [[put('', {})], 'key'],
        [[put('x'.repeat(1025), {})], 'longer than 1024'],
        [[put('A', { byExpiryPk: 1 })], 'key'],
        [[put('A', { n: Number.NaN })], 'exactly'],
        [[put('A', { n: 2 ** 53 })], 'exactly'],
        [[{ ...at('A'), update: {} }], 'changes nothing'],
        [[{ ...at('A'), update: { set: { pk: 'W#2' } } }], 'key'],
      ];
      for (const [writes, words] of refused) await expect(write(...writes)).rejects.toThrow(words);
      expect((await store.scan({ table: 'Ledger', segment: 0, segments: 1, limit: 10 })).items).toEqual([]);
      expect(await write(...many.slice(1))).toEqual({ done: true });
    });

    test('neither the caller nor the store can change what the other holds', async () => {
      const bytes = new Uint8Array([1, 2, 3]);
      const lots = { a: 1 };
      await write(put('A', { bytes, lots }));
      bytes[0] = 9;
      lots.a = 9;
      const seen = (await read('A')) as unknown as { bytes: Uint8Array; lots: { a: number } };
      expect(seen).toEqual({ pk: 'W#1', sk: 'A', bytes: new Uint8Array([1, 2, 3]), lots: { a: 1 } });
      seen.bytes[1] = 9;
      try {
        seen.lots.a = 9;
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
      }
      expect(await read('A')).toEqual({ pk: 'W#1', sk: 'A', bytes: new Uint8Array([1, 2, 3]), lots: { a: 1 } });
    });
  });

  describe('reads', () => {
    test('a read answers in the order asked, at most 100 keys', async () => {
      await write(put('A', { n: 1 }), put('B', { n: 2 }));
      const [b, none, a, again] = await store.get([at('B'), at('C'), at('A'), at('B')]);
      expect([b?.n, none, a?.n, again?.n]).toEqual([2, undefined, 1, 2]);
      await expect(store.get(Array.from({ length: 101 }, () => at('A')))).rejects.toThrow('101 keys');
    });

    test('a query pages in the order of UTF-8 bytes, both ways, within prefix and range', async () => {
      const inOrder = ['E', 'E#1', 'E#10', 'E#2', 'é', '\u{e000}', '\u{1f600}'];
      await write(...inOrder.toReversed().map((sk) => put(sk, {})));
      const query = { table: 'Ledger', pk: 'W#1', limit: 100 } as const;
      expect(sks(await store.query(query))).toEqual(inOrder);
      expect(sks(await store.query({ ...query, descending: true }))).toEqual(inOrder.toReversed());
      expect(sks(await store.query({ ...query, sk: { prefix: 'E#1' } }))).toEqual(['E#1', 'E#10']);
      expect(sks(await store.query({ ...query, sk: { from: 'E#10', to: 'é' } }))).toEqual(['E#10', 'E#2', 'é']);
      const first = await store.query({ ...query, limit: 2, descending: true, sk: { to: 'é' } });
      expect(first).toMatchObject({ next: { pk: 'W#1', sk: 'E#2' } });
      expect(sks(await store.query({ ...query, descending: true, sk: { to: 'é' }, after: first.next }))).toEqual([
        'E#10',
        'E#1',
        'E',
      ]);
      await expect(store.query({ ...query, after: { pk: 'W#2', sk: 'E' } })).rejects.toThrow('outside the query');
      await expect(store.query({ ...query, limit: 1001 })).rejects.toThrow('1001 items');
    });

    test('a page ends with the item that reaches 1 MB', async () => {
      for (const sk of ['1', '2', '3', '4', '5']) await write(put(sk, { text: 'x'.repeat(300 * 1024) }));
      const first = await store.query({ table: 'Ledger', pk: 'W#1', limit: 100 });
      expect(sks(first)).toEqual(['1', '2', '3', '4']);
      expect(sks(await store.query({ table: 'Ledger', pk: 'W#1', limit: 100, after: first.next }))).toEqual(['5']);
    });

    test('an index holds only items that carry both of its keys, and follows them', async () => {
      const query = { table: 'Ledger', index: 'byExpiry', pk: 'EXP', limit: 2 } as const;
      await write(
        put('A', { byExpiryPk: 'EXP', byExpirySk: '2' }),
        put('B', { byExpiryPk: 'EXP' }),
        put('C', { byExpiryPk: 'EXP', byExpirySk: '1' }),
      );
      await write(put('D', { byExpiryPk: 'EXP', byExpirySk: '2' }));
      const first = await store.query(query);
      expect(sks(first)).toEqual(['C', 'A']);
      expect(first.next).toEqual({ pk: 'W#1', sk: 'A', byExpiryPk: 'EXP', byExpirySk: '2' });
      expect(sks(await store.query({ ...query, after: first.next }))).toEqual(['D']);
      await write({ ...at('A'), update: { remove: ['byExpiryPk'] } }, { ...at('C'), remove: true });
      expect(sks(await store.query(query))).toEqual(['D']);
      await expect(store.query({ ...query, index: 'byNothing' })).rejects.toThrow('no index');
    });

    test('a lagging index shows what was some commits ago, the table what is', async () => {
      const query = { table: 'Ledger', index: 'byExpiry', pk: 'EXP', limit: 10 } as const;
      const indexed = async () => (await store.query(query)).items.map(({ n }) => n);
      lag = 2;
      await write(put('A', { n: 1, byExpiryPk: 'EXP', byExpirySk: '1' }));
      await write({ ...at('A'), update: { set: { n: 2 } } });
      expect([await indexed(), (await read('A'))?.n]).toEqual([[], 2]);
      await write(put('other', {}));
      expect(await indexed()).toEqual([1]);
      lag = 0;
      expect(await indexed()).toEqual([2]);
    });

    test('the segments of a scan share out a whole table, whatever the page size', async () => {
      const names = Array.from({ length: 40 }, (_, index) => `W#${index}`);
      for (const name of names) await write({ ...at('A', name), put: {} }, { ...at('B', name), put: {} });
      const seen: string[] = [];
      for (let segment = 0; segment < 3; segment++) {
        let after: Attributes | undefined;
        do {
          const page: Page = await store.scan({ table: 'Ledger', segment, segments: 3, limit: 7, after });
          seen.push(...page.items.map(({ pk, sk }) => `${pk}/${sk}`));
          after = page.next;
        } while (after);
      }
      expect(seen.toSorted()).toEqual(names.flatMap((name) => [`${name}/A`, `${name}/B`]).toSorted());
    });
  });

  describe('the stream', () => {
    test('tells each change once, in order, with both images; what changes nothing is not told', async () => {
      await write(put('A', { n: 1 }), { table: 'Guards', key: { pk: 'G', sk: 'G' }, put: {} });
      now += 5;
      await write({ ...at('A'), update: { add: { n: 1 } } });
      await write(put('A', { n: 2 }), { ...at('B'), remove: true });
      await write({ ...at('A'), remove: true });
      const keys = { pk: 'W#1', sk: 'A' };
      const images = [1, 2].map((n) => ({ ...keys, n }));
      expect(store.readChanges(0, 10)).toEqual([
        { sequence: 1, table: 'Ledger', eventName: 'INSERT', keys, newImage: images[0], at: 1_000_000 },
        {
          sequence: 2,
          table: 'Ledger',
          eventName: 'MODIFY',
          keys,
          oldImage: images[0],
          newImage: images[1],
          at: 1_000_005,
        },
        { sequence: 3, table: 'Ledger', eventName: 'REMOVE', keys, oldImage: images[1], at: 1_000_005 },
      ]);
    });

    test('a consumer goes on where it stopped, and what is older than a day is forgotten', async () => {
      for (const sk of ['A', 'B', 'C']) {
        await write(put(sk, {}));
        now += 60 * 60 * 1000;
      }
      expect(store.cursor('figures')).toBe(0);
      store.advance('figures', 1);
      const told = () => store.readChanges(store.cursor('figures'), 1).map(({ keys }) => keys.sk);
      expect(told()).toEqual(['B']);
      store.trimChanges(1_000_000 + 25 * 60 * 60 * 1000 + 1);
      expect(told()).toEqual(['C']);
      await write(put('D', {}));
      expect(store.readChanges(3, 10).map(({ sequence }) => sequence)).toEqual([4]);
    });
  });

  test('what has expired is swept away, told by the stream, and read until then', async () => {
    const job = (sk: string) => ({ table: 'Jobs', key: { pk: 'J', sk } }) as const;
    await write({ ...job('A'), put: { ttl: 100 } }, { ...job('B'), put: { ttl: 101 } }, { ...job('C'), put: {} });
    await write({ ...job('D'), put: { ttl: 50 } }, { ...job('E'), put: { ttl: 50 } });
    await write({ ...job('D'), update: { remove: ['ttl'] } }, { ...job('E'), update: { set: { ttl: 101 } } });
    expect((await store.get([job('A')]))[0]).toBeDefined();
    expect(store.sweepExpired(100_000)).toBe(1);
    expect(sks(await store.query({ table: 'Jobs', pk: 'J', limit: 10 }))).toEqual(['B', 'C', 'D', 'E']);
    expect(store.readChanges(7, 10)).toMatchObject([{ eventName: 'REMOVE', keys: { sk: 'A' } }]);
  });
});
