/** The ordered map in memory, for tests and the simulator: a sorted array for each partition, searched by halving. */
import { compareUtf8 } from '../utf8.ts';
import type { Edit, Logged, OrderedMap, Range, Stored, Transition } from './ordered-map.ts';

interface Row {
  readonly sort: string;
  stored: Stored;
}
interface Space {
  readonly partitions: Map<string, Row[]>;
  /** Names of all partitions in order: made for a scan, dropped when a partition comes or goes. */
  order?: string[];
}

export function memoryMap(): OrderedMap {
  const spaces = new Map<string, Space>();
  const putAside = new Map<string, Set<number>>();
  const cursors = new Map<string, number>();
  const log = memoryLog();

  function rowsOf(space: string, partition: string): Row[] | undefined {
    return spaces.get(space)?.partitions.get(partition);
  }
  function apply({ place, stored }: Edit): void {
    const space = spaces.get(place.space) ?? { partitions: new Map() };
    spaces.set(place.space, space);
    if (stored) put(space, place.partition, { sort: place.sort, stored });
    else remove(space, place.partition, place.sort);
  }

  return {
    atomically: (work) => work(),
    get(place) {
      const rows = rowsOf(place.space, place.partition);
      if (!rows) return undefined;
      const row = rows[firstAtLeast(rows, place.sort)];
      return row?.sort === place.sort ? row.stored : undefined;
    },
    *range(range) {
      const rows = rowsOf(range.space, range.partition);
      if (rows) yield* within(rows, range);
    },
    *all(name, after) {
      const space = spaces.get(name);
      if (!space) return;
      space.order ??= [...space.partitions.keys()].sort(compareUtf8);
      for (const partition of space.order) {
        const fromStart = !after || compareUtf8(partition, after.partition) > 0;
        if (!fromStart && partition !== after.partition) continue;
        for (const row of space.partitions.get(partition) ?? []) {
          if (fromStart || compareUtf8(row.sort, after.sort) > 0) yield row.stored;
        }
      }
    },
    write(edits) {
      for (const edit of edits) apply(edit);
    },
    log: log.append,
    logged: log.read,
    forget: log.forget,
    cursor: (consumer) => cursors.get(consumer) ?? 0,
    advance: (consumer, sequence) => void cursors.set(consumer, sequence),
    aside: (consumer) => [...(putAside.get(consumer) ?? [])],
    putAside: (consumer, sequence) => void putAside.set(consumer, (putAside.get(consumer) ?? new Set()).add(sequence)),
    takeBack: (consumer, sequence) => void putAside.get(consumer)?.delete(sequence),
    close: () => {},
  };
}

function put(space: Space, partition: string, row: Row): void {
  const rows = space.partitions.get(partition);
  if (!rows) {
    space.partitions.set(partition, [row]);
    space.order = undefined;
    return;
  }
  const index = firstAtLeast(rows, row.sort);
  const there = rows[index];
  if (there?.sort === row.sort) there.stored = row.stored;
  else rows.splice(index, 0, row);
}

function remove(space: Space, partition: string, sort: string): void {
  const rows = space.partitions.get(partition);
  const index = rows ? firstAtLeast(rows, sort) : 0;
  if (rows?.[index]?.sort !== sort) return;
  rows.splice(index, 1);
  if (rows.length > 0) return;
  space.partitions.delete(partition);
  space.order = undefined;
}

function* within(rows: readonly Row[], { from, below, descending }: Range): Iterable<Stored> {
  const start = firstAtLeast(rows, from);
  const end = firstAtLeast(rows, below);
  for (let step = 0; step < end - start; step++) {
    const row = rows[descending ? end - 1 - step : start + step];
    if (row) yield row.stored;
  }
}

/** Index of the first row whose sort is not below `sort`. */
function firstAtLeast(rows: readonly Row[], sort: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8((rows[middle] as Row).sort, sort) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function memoryLog() {
  let entries: (Transition & { readonly at: number })[] = [];
  let forgotten = 0;
  return {
    append(at: number, transitions: readonly Transition[]): void {
      for (const transition of transitions) entries.push({ ...transition, at });
    },
    read(afterSequence: number, limit: number): Logged[] {
      const start = Math.max(0, afterSequence - forgotten);
      return entries.slice(start, start + limit).map((e, index) => ({ ...e, sequence: forgotten + start + index + 1 }));
    },
    forget(before: number): void {
      const kept = entries.filter(({ at }) => at >= before);
      forgotten += entries.length - kept.length;
      entries = kept;
    },
  };
}
