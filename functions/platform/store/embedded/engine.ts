/**
 * The embedded store: DynamoDB's semantics over an ordered map. Guards see the items as they were before the
 * transaction, indexes are copies that may lag, and tables with a stream log each change in the same commit.
 */
import { dayMs } from '../../../../shared/rules/durations.ts';
import { tableNames } from '../../../../shared/tables.ts';
import { checkKeys, checkPage, checkWrites } from '../check-requests.ts';
import type { Key, Outcome, Store, Write } from '../port.ts';
import { type Committer, makeCommitter } from './committer.ts';
import { lent } from './items.ts';
import type { OrderedMap, Place, StreamRecord } from './ordered-map.ts';
import { ofSegment, page } from './pages.ts';
import { expiredRange, queryRange, tablePlace } from './places.ts';
import { failedGuards, streamRecord, transition } from './transition.ts';

export interface EmbeddedStore extends Store {
  /** Changes of the tables with a stream, oldest first. */
  readChanges(afterSequence: number, limit: number): StreamRecord[];
  /** The sequence up to which a consumer has finished, 0 at the start; kept as durably as the items. */
  cursor(consumer: string): number;
  advance(consumer: string, sequence: number): void;
  /** The sequences of changes that a consumer could not follow and has put aside, as durably kept. */
  aside(consumer: string): readonly number[];
  putAside(consumer: string, sequence: number): void;
  takeBack(consumer: string, sequence: number): void;
  /** Forgets changes made more than 24 hours before `now` (epoch milliseconds), as DynamoDB does. */
  trimChanges(now: number): void;
  /** Removes items whose `ttl` has come by `now` and says how many; until then they are read like all others. */
  sweepExpired(now: number): number;
  close(): void;
}

export interface EmbeddedOptions {
  readonly map: OrderedMap;
  /** Epoch milliseconds, for the times of stream records only. */
  readonly now?: () => number;
  /** How many commits the indexes are behind: asked at each commit and each query of an index. */
  readonly indexLag?: () => number;
}

/** What one transaction may hold, as DynamoDB has it. */
const transactionBytes = 4 * 1024 * 1024;
const changesKeptMilliseconds = dayMs;

export function embeddedStore({ map, now = () => 0, indexLag = () => 0 }: EmbeddedOptions): EmbeddedStore {
  const { commit, catchUpIndexes } = makeCommitter(map, now, indexLag);
  return {
    async get(keys) {
      checkKeys(keys);
      return keys.map(({ table, key }) => lent(map.get(tablePlace(table, key))));
    },
    async query(query) {
      checkPage(query);
      if (query.index !== undefined) catchUpIndexes();
      return page(map.range(queryRange(query)), query.limit, query.index);
    },
    async transact(_operation, writes) {
      checkWrites(writes);
      return map.atomically(() => transact(map, commit, writes));
    },
    async scan({ table, segment, segments, after, limit }) {
      checkPage({ limit });
      const end = after && tablePlace(table, after as unknown as Key);
      return page(ofSegment(map.all(table, end), segment, segments), limit);
    },
    readChanges: (afterSequence, limit) => map.logged(afterSequence, limit).map(streamRecord),
    cursor: map.cursor,
    advance: map.advance,
    aside: map.aside,
    putAside: map.putAside,
    takeBack: map.takeBack,
    trimChanges: (time) => map.forget(time - changesKeptMilliseconds),
    sweepExpired: (time) => map.atomically(() => sweep(map, commit, time)),
    close: map.close,
  };
}

function transact(map: OrderedMap, commit: Committer['commit'], writes: readonly Write[]): Outcome {
  const places = writes.map(({ table, key }) => tablePlace(table, key));
  const befores = places.map(map.get);
  const failed = failedGuards(writes, befores);
  if (failed.length > 0) return { done: false, failed };
  const transitions = writes.map((write, position) => transition(write, places[position] as Place, befores[position]));
  const sizeBytes = transitions.reduce((sum, { after }) => sum + (after?.sizeBytes ?? 0), 0);
  if (sizeBytes > transactionBytes) throw new Error(`A transaction of ${sizeBytes} bytes, 4 MB are allowed`);
  commit(transitions.filter(({ before, after }) => before !== after));
  return { done: true };
}

function sweep(map: OrderedMap, commit: Committer['commit'], time: number): number {
  const expired = tableNames.flatMap((table) =>
    [...map.range(expiredRange(table, time))].map((before) => ({
      table,
      place: tablePlace(table, before.item),
      before,
    })),
  );
  commit(expired);
  return expired.length;
}
