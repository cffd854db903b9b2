/** What one write does to one item: from it follow the edits of the indexes and the record in the stream. */
import { type TableSpec, tables } from '../../../../shared/tables.ts';
import type { FailedGuard, Item, Write } from '../port.ts';
import { sameValue } from '../same-value.ts';
import { holds } from './guards.ts';
import { lent, putItem, updatedItem } from './items.ts';
import type { Edit, Logged, Stored, StreamRecord, Transition } from './ordered-map.ts';
import { indexPlaces } from './places.ts';

/** The guards that the items as they are do not satisfy. */
export function failedGuards(writes: readonly Write[], befores: readonly (Stored | undefined)[]): FailedGuard[] {
  const failed: FailedGuard[] = [];
  for (const [position, { when }] of writes.entries()) {
    const before = befores[position];
    if (when && !holds(when, before?.item)) failed.push({ write: position, item: lent(before) });
  }
  return failed;
}

/** The item as a write leaves it. */
export function written(write: Write, before: Stored | undefined): Stored | undefined {
  if ('put' in write) return putItem(write.key, write.put);
  if ('update' in write) return updatedItem(write.key, before?.item, write.update);
  return 'check' in write ? before : undefined;
}

export function editsOfIndexes({ table, before, after }: Transition): Edit[] {
  const edits: Edit[] = [];
  for (const place of indexPlaces(table, before?.item)) edits.push({ place });
  for (const place of indexPlaces(table, after?.item)) edits.push({ place, stored: after });
  return edits;
}

/** A write that changes nothing leaves no record, as in DynamoDB's streams. */
export function isStreamed({ table, before, after }: Transition): boolean {
  const spec: TableSpec = tables[table];
  return spec.stream && !sameValue(before?.item, after?.item);
}

export function streamRecord({ sequence, at, table, before, after }: Logged): StreamRecord {
  const { pk, sk } = (after ?? before)?.item as Item;
  const eventName = before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT';
  return { sequence, table, eventName, keys: { pk, sk }, oldImage: lent(before), newImage: lent(after), at };
}
