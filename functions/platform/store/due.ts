/** Where the clock finds what is due: an index by UTC day and shard, in the order of time. All districts share it. */
import { createHash } from 'node:crypto';
import type { TableName } from '../../../shared/tables.ts';
import type { Attributes, Item, Query, Store } from './port.ts';
import { readAll } from './read-all.ts';

const shards = 16;
const dayMs = 86_400_000;
const instant = (at: number) => new Date(at).toISOString();
const bucket = (at: number, shard: number) => `DUE#${instant(at).slice(0, 10)}#${shard}`;

/** What is due: by the parts of its name, none of which contains `#`; the last one spreads things over the shards. */
type Name = readonly string[];

/** The attributes by which the clock finds an item once `at` (epoch milliseconds) has come. */
export function dueKeys(at: number, name: Name): Attributes {
  const shard =
    (createHash('sha256')
      .update(name.at(-1) ?? '')
      .digest()[0] ?? 0) % shards;
  return { byDuePk: bucket(at, shard), byDueSk: [instant(at), ...name].join('#') };
}

const nameOf = (item: Item): Name => String(item.byDueSk).split('#').slice(1);

/**
 * What became due from `since` to `now`, both epoch milliseconds: day by day, the shards of a day side by side. The
 * index only says where to look; whether a thing is still due is decided by the thing itself.
 */
export async function* readDue(store: Store, table: TableName, { since, now }: { since: number; now: number }) {
  const sk: Query['sk'] = { from: instant(since), to: `${instant(now)}#~` };
  for (let day = since - (since % dayMs); day <= now; day += dayMs) {
    const lists = Array.from({ length: shards }, (_, shard) =>
      readAll(store, { table, index: 'byDue', pk: bucket(day, shard), sk }),
    );
    yield (await Promise.all(lists)).map((list) => list.map(nameOf));
  }
}
