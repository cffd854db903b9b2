/** Requests drawn from a seed: few keys and few values, so that guards hold and fail, and items meet, often. */

import type {
  Attributes,
  Change,
  Condition,
  Guard,
  Key,
  Query,
  Value,
  Write,
} from '../../functions/platform/store/port.ts';
import type { TableName } from '../../shared/tables.ts';

export type Random = () => number;

/** Mulberry32: the same seed gives the same numbers from 0 to 1. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param lane keeps the keys of generators that run side by side apart */
export function makeRequests(random: Random, lane: number) {
  const partitions = ['W#1', 'W#2', 'W#3'].map((name) => `T#${lane}#${name}`);
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const sometimes = (share: number) => random() < share;

  const key = (): Key => ({ pk: one(partitions), sk: one(texts) });
  const value = (): Value =>
    one<() => Value>([() => below(9) - 4, () => one(texts), () => sometimes(0.5), nested, bytes])();
  const nested = (): Value => ({ list: [below(3), one(texts), null], map: { [one(texts)]: below(3), none: {} } });
  const bytes = (): Value => new Uint8Array([below(256), 0, 255]);

  function attributes(): Attributes {
    const fields: Record<string, Value> = { n: below(6), any: value() };
    if (sometimes(0.5)) fields.s = one(texts);
    if (sometimes(0.3)) fields.nothing = null;
    if (sometimes(0.6)) fields.byDeskPk = one(partitions);
    if (sometimes(0.8)) fields.byDeskSk = one(texts);
    return fields;
  }
  function change(): Change {
    const [set, add] = [sometimes(0.6), sometimes(0.5)];
    return {
      ...(set && { set: { any: value(), ...(sometimes(0.4) && { byDeskPk: one(partitions), byDeskSk: one(texts) }) } }),
      ...(add && { add: { n: below(5) - 2, m: 1 } }),
      ...((!(set || add) || sometimes(0.3)) && {
        remove: one([['s'], ['s', 'nothing'], set ? ['absent'] : ['byDeskPk']]),
      }),
    };
  }
  function condition(depth = 0): Condition {
    if (depth === 0 && sometimes(0.15)) return { any: [condition(1), condition(1)] };
    const attribute = one(['pk', 'n', 'n', 's', 'any', 'm', 'nothing', 'byDeskPk']);
    if (sometimes(0.3)) return [attribute, one(['absent', 'present'] as const)];
    if (sometimes(0.1)) return [attribute, one(['=', '<>'] as const), sometimes(0.5)];
    return [attribute, one(['=', '<>', '<', '<=', '>', '>='] as const), sometimes(0.6) ? below(6) : one(texts)];
  }
  const guard = (): Guard => (sometimes(0.3) ? [condition(), condition()] : [condition()]);
  function write(table: TableName, at: Key): Write {
    const target = { table, key: at };
    const guarded = sometimes(0.5) ? { when: guard(), or: 'lost_race' as const } : {};
    const kind = random();
    if (kind < 0.4) return { ...target, put: attributes(), ...guarded };
    if (kind < 0.75) return { ...target, update: change(), ...guarded };
    if (kind < 0.9) return { ...target, remove: true, ...guarded };
    return { ...target, check: true, when: guard(), or: 'lost_race' };
  }
  return {
    one,
    below,
    /** A transaction of 1–6 writes, each on another item. */
    transaction(): Write[] {
      const writes = new Map<string, Write>();
      for (let count = one([1, 1, 2, 3, 4, 6]); count > 0; count--) {
        const [table, at] = [one(drawnTables), key()];
        writes.set(JSON.stringify([table, at]), write(table, at));
      }
      return [...writes.values()];
    },
    query(): Query {
      const range = one([
        {},
        { sk: { prefix: one(prefixes) } },
        { sk: { from: one(texts) } },
        { sk: { to: one(texts) } },
        { sk: { from: one(texts), to: one(texts) } },
      ]);
      const index = sometimes(0.4) ? { index: 'byDesk' } : {};
      return {
        table: 'Rewards',
        ...index,
        pk: one(partitions),
        ...range,
        descending: sometimes(0.5),
        limit: 1 + below(5),
      };
    },
    key: () => ({ table: one(drawnTables), key: key() }),
  };
}

export const drawnTables = ['Rewards', 'Ledger'] as const;
/** Sort differently by UTF-8 bytes than by UTF-16 units; some are prefixes of others. */
const texts = ['E', 'E#1', 'E#10', 'E#2', 'é', 'ﬁ', '😀', '😀#1', '\u{e000}', '中文', '中'];
const prefixes = ['E', 'E#', 'E#1', '😀', '中', '', 'x'];
