/** Where the clock finds what is due: an index by UTC day and shard, in the order of time. All districts share it. */
import { createHash } from 'node:crypto';
import { dayMs } from '../../../shared/rules/durations.ts';
import type { TableName } from '../../../shared/tables.ts';
import { iso } from '../instant.ts';
import type { Attributes, Item, Query, Store } from './port.ts';
import { readAll } from './read-all.ts';

const shards = 16;
const bucket = (at: number, shard: number) => `DUE#${iso(at).slice(0, 10)}#${shard}`;

/** What is due: by the parts of its name, none of which contains `#`; the last one spreads things over the shards. */
type Name = readonly string[];

/** The attributes by which the clock finds an item once `at` (epoch milliseconds) has come. */
export function dueKeys(at: number, name: Name): Attributes {
  const shard =
    (createHash('sha256')
      .update(name.at(-1) ?? '')
      .digest()[0] ?? 0) % shards;
  return { byDuePk: bucket(at, shard), byDueSk: [iso(at), ...name].join('#') };
}

/** From one instant to another, epoch milliseconds. */
export interface Span {
  readonly since: number;
  readonly now: number;
}

const nameOf = (item: Item): Name => String(item.byDueSk).split('#').slice(1);

/**
 * Works off what became due from `since` to `now`, both epoch milliseconds: day by day, the shards of a day side by
 * side. The index only says where to look; whether a thing is still due is decided by the thing itself. One that fails
 * does not keep the others waiting.
 * @param work gives how much came of it
 * @returns how much came of all
 * @throws AggregateError when something failed, so that the clock looks at this time again
 */
export async function workOffDue(
  store: Store,
  table: TableName,
  { since, now }: Span,
  work: (name: Name) => Promise<number>,
): Promise<number> {
  const failures: unknown[] = [];
  let done = 0;
  const workOff = async (list: readonly Name[]) => {
    for (const name of list) {
      await work(name).then(
        (count) => (done += count),
        (error: unknown) => failures.push(error),
      );
    }
  };
  const sk: Query['sk'] = { from: iso(since), to: `${iso(now)}#~` };
  for (let day = since - (since % dayMs); day <= now; day += dayMs) {
    const lists = Array.from({ length: shards }, (_, shard) =>
      readAll(store, { table, index: 'byDue', pk: bucket(day, shard), sk }),
    );
    await Promise.all((await Promise.all(lists)).map((list) => workOff(list.map(nameOf))));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} things due in ${table} failed`);
  return done;
}
