/**
 * A store that counts what DynamoDB would bill on demand, operation by operation. The rules are those of the developer
 * guide: a read unit is 4 KB read strongly consistent, half that from an index; a write unit is 1 KB written, two in a
 * transaction, and one more for each index that the item is in, two where it moves; a refused write is billed, too.
 */
import { isPlain } from '../../functions/platform/store/dynamo/to-transact.ts';
import { putItem } from '../../functions/platform/store/embedded/items.ts';
import type { Item, Store, Write } from '../../functions/platform/store/port.ts';
import { indexKeys, type TableName, tables } from '../../shared/tables.ts';

export interface Units {
  reads: number;
  writes: number;
  /** Bytes that were not there before, indexes included. */
  storedBytes: number;
}

const readBytes = 4096;
const writeBytes = 1024;

/** @param spend is told of the units of each item and query, and of the table that they are asked of */
export function metered(store: Store, spend: (units: Units, table: TableName) => void): Store {
  return {
    async get(keys) {
      const items = await store.get(keys);
      for (const [at, { table }] of keys.entries())
        spend({ ...none, reads: blocks(sizeOf(items[at]), readBytes) }, table);
      return items;
    },
    async query(query) {
      const page = await store.query(query);
      const read = blocks(total(page.items.map(sizeOf)), readBytes);
      spend({ ...none, reads: query.index === undefined ? read : read / 2 }, query.table);
      return page;
    },
    async transact(operation, writes) {
      const befores = await store.get(writes);
      const outcome = await store.transact(operation, writes);
      const afters = outcome.done ? await store.get(writes) : befores;
      for (const [at, write] of writes.entries()) {
        spend(written(write, isPlain(writes), befores[at], afters[at]), write.table);
      }
      return outcome;
    },
    scan: (scan) => store.scan(scan),
  };
}

const none: Units = { reads: 0, writes: 0, storedBytes: 0 };
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const blocks = (bytes: number, size: number) => Math.max(1, Math.ceil(bytes / size));
const sizeOf = (item: Item | undefined) => (item ? putItem(item, item).sizeBytes : 0);

function written(write: Write, plain: boolean, before: Item | undefined, after: Item | undefined): Units {
  const own = blocks(Math.max(sizeOf(before), sizeOf(after)), writeBytes) * (plain ? 1 : 2);
  const grown = sizeOf(after) - sizeOf(before);
  const copies = tables[write.table].indexes.map((index) => copied(indexKeys(index), before, after));
  const moved = 'check' in write ? [] : copies;
  return {
    reads: 0,
    writes: own + total(moved.map(({ writes }) => writes)),
    storedBytes: grown + total(moved.map(({ storedBytes }) => storedBytes)),
  };
}

/** An index's copy of an item: it is written where it appears, goes or changes, and twice where its key changes. */
function copied({ pk, sk }: { pk: string; sk: string }, before: Item | undefined, after: Item | undefined) {
  const placeOf = (item: Item | undefined) => (item?.[pk] === undefined ? undefined : `${item[pk]}|${item[sk]}`);
  const [from, to] = [placeOf(before), placeOf(after)];
  const storedBytes = (to ? sizeOf(after) : 0) - (from ? sizeOf(before) : 0);
  if (before === after || (!from && !to)) return { writes: 0, storedBytes: 0 };
  const block = blocks(Math.max(sizeOf(before), sizeOf(after)), writeBytes);
  return { writes: from && to && from !== to ? 2 * block : block, storedBytes };
}
