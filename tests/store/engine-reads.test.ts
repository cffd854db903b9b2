/** What the embedded engine promises of reads, streams and expiry, on either of its maps. */
import { describe, expect, test } from 'vitest';
import type { Attributes, Page } from '../../functions/platform/store/port.ts';
import { at, onBothMaps, put, sks } from './engine.ts';

onBothMaps((engine) => {
  const { read, write } = engine;
  describe('reads', () => {
    test('a read answers in the order asked, at most 100 keys', async () => {
      await write(put('A', { n: 1 }), put('B', { n: 2 }));
      const [b, none, a, again] = await engine.store.get([at('B'), at('C'), at('A'), at('B')]);
      expect([b?.n, none, a?.n, again?.n]).toEqual([2, undefined, 1, 2]);
      await expect(engine.store.get(Array.from({ length: 101 }, () => at('A')))).rejects.toThrow('101 keys');
    });

    test('a query pages in the order of UTF-8 bytes, both ways, within prefix and range', async () => {
      const inOrder = ['E', 'E#1', 'E#10', 'E#2', 'é', '\u{e000}', '\u{1f600}'];
      await write(...inOrder.toReversed().map((sk) => put(sk, {})));
      const query = { table: 'Ledger', pk: 'W#1', limit: 100 } as const;
      expect(sks(await engine.store.query(query))).toEqual(inOrder);
      expect(sks(await engine.store.query({ ...query, descending: true }))).toEqual(inOrder.toReversed());
      expect(sks(await engine.store.query({ ...query, sk: { prefix: 'E#1' } }))).toEqual(['E#1', 'E#10']);
      expect(sks(await engine.store.query({ ...query, sk: { from: 'E#10', to: 'é' } }))).toEqual(['E#10', 'E#2', 'é']);
      const first = await engine.store.query({ ...query, limit: 2, descending: true, sk: { to: 'é' } });
      expect(first).toMatchObject({ next: { pk: 'W#1', sk: 'E#2' } });
      expect(sks(await engine.store.query({ ...query, descending: true, sk: { to: 'é' }, after: first.next }))).toEqual(
        ['E#10', 'E#1', 'E'],
      );
      await expect(engine.store.query({ ...query, after: { pk: 'W#2', sk: 'E' } })).rejects.toThrow(
        'outside the query',
      );
      await expect(engine.store.query({ ...query, limit: 1001 })).rejects.toThrow('1001 items');
    });

    test('a page ends with the item that reaches 1 MB', async () => {
      for (const sk of ['1', '2', '3', '4', '5']) await write(put(sk, { text: 'x'.repeat(300 * 1024) }));
      const first = await engine.store.query({ table: 'Ledger', pk: 'W#1', limit: 100 });
      expect(sks(first)).toEqual(['1', '2', '3', '4']);
      expect(sks(await engine.store.query({ table: 'Ledger', pk: 'W#1', limit: 100, after: first.next }))).toEqual([
        '5',
      ]);
    });

    test('an index holds only items that carry both of its keys, and follows them', async () => {
      const query = { table: 'Ledger', index: 'byExpiry', pk: 'EXP', limit: 2 } as const;
      await write(
        put('A', { byExpiryPk: 'EXP', byExpirySk: '2' }),
        put('B', { byExpiryPk: 'EXP' }),
        put('C', { byExpiryPk: 'EXP', byExpirySk: '1' }),
      );
      await write(put('D', { byExpiryPk: 'EXP', byExpirySk: '2' }));
      const first = await engine.store.query(query);
      expect(sks(first)).toEqual(['C', 'A']);
      expect(first.next).toEqual({ pk: 'W#1', sk: 'A', byExpiryPk: 'EXP', byExpirySk: '2' });
      expect(sks(await engine.store.query({ ...query, after: first.next }))).toEqual(['D']);
      await write({ ...at('A'), update: { remove: ['byExpiryPk'] } }, { ...at('C'), remove: true });
      expect(sks(await engine.store.query(query))).toEqual(['D']);
      await expect(engine.store.query({ ...query, index: 'byNothing' })).rejects.toThrow('no index');
    });

    test('a lagging index shows what was some commits ago, the table what is', async () => {
      const query = { table: 'Ledger', index: 'byExpiry', pk: 'EXP', limit: 10 } as const;
      const indexed = async () => (await engine.store.query(query)).items.map(({ n }) => n);
      engine.lag = 2;
      await write(put('A', { n: 1, byExpiryPk: 'EXP', byExpirySk: '1' }));
      await write({ ...at('A'), update: { set: { n: 2 } } });
      expect([await indexed(), (await read('A'))?.n]).toEqual([[], 2]);
      await write(put('other', {}));
      expect(await indexed()).toEqual([1]);
      engine.lag = 0;
      expect(await indexed()).toEqual([2]);
    });

    test('the segments of a scan share out a whole table, whatever the page size', async () => {
      const names = Array.from({ length: 40 }, (_, index) => `W#${index}`);
      for (const name of names) await write({ ...at('A', name), put: {} }, { ...at('B', name), put: {} });
      const seen: string[] = [];
      for (let segment = 0; segment < 3; segment++) {
        let after: Attributes | undefined;
        do {
          const page: Page = await engine.store.scan({ table: 'Ledger', segment, segments: 3, limit: 7, after });
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
      engine.now += 5;
      await write({ ...at('A'), update: { add: { n: 1 } } });
      await write(put('A', { n: 2 }), { ...at('B'), remove: true });
      await write({ ...at('A'), remove: true });
      const keys = { pk: 'W#1', sk: 'A' };
      const images = [1, 2].map((n) => ({ ...keys, n }));
      expect(engine.store.readChanges(0, 10)).toEqual([
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
        engine.now += 60 * 60 * 1000;
      }
      expect(engine.store.cursor('figures')).toBe(0);
      engine.store.advance('figures', 1);
      const told = () => engine.store.readChanges(engine.store.cursor('figures'), 1).map(({ keys }) => keys.sk);
      expect(told()).toEqual(['B']);
      engine.store.trimChanges(1_000_000 + 25 * 60 * 60 * 1000 + 1);
      expect(told()).toEqual(['C']);
      await write(put('D', {}));
      expect(engine.store.readChanges(3, 10).map(({ sequence }) => sequence)).toEqual([4]);
    });
  });

  test('what has expired is swept away, told by the stream, and read until then', async () => {
    const job = (sk: string) => ({ table: 'Jobs', key: { pk: 'J', sk } }) as const;
    await write({ ...job('A'), put: { ttl: 100 } }, { ...job('B'), put: { ttl: 101 } }, { ...job('C'), put: {} });
    await write({ ...job('D'), put: { ttl: 50 } }, { ...job('E'), put: { ttl: 50 } });
    await write({ ...job('D'), update: { remove: ['ttl'] } }, { ...job('E'), update: { set: { ttl: 101 } } });
    expect((await engine.store.get([job('A')]))[0]).toBeDefined();
    expect(engine.store.sweepExpired(100_000)).toBe(1);
    expect(sks(await engine.store.query({ table: 'Jobs', pk: 'J', limit: 10 }))).toEqual(['B', 'C', 'D', 'E']);
    expect(engine.store.readChanges(7, 10)).toMatchObject([{ eventName: 'REMOVE', keys: { sk: 'A' } }]);
  });
});
