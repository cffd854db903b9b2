/** What the embedded engine promises of writes, on either of its maps. */
import { describe, expect, test } from 'vitest';
import type { Guard, Write } from '../../functions/platform/store/port.ts';
import { at, onBothMaps, put } from './engine.ts';

onBothMaps((engine) => {
  const { read, write } = engine;
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
      expect((await engine.store.scan({ table: 'Ledger', segment: 0, segments: 1, limit: 10 })).items).toEqual([]);
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
});
