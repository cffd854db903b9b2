/** What one write does to one item: from it follow the edits of table and indexes and the record in the stream. */
import { type TableSpec, tables } from '../../../../shared/tables.ts';
import type { FailedGuard, Write } from '../port.ts';
import { sameValue } from '../same-value.ts';
import { holds } from './guards.ts';
import { lent, putItem, updatedItem } from './items.ts';
import type { Edit, Logged, Place, Stored, StreamRecord, Transition } from './ordered-map.ts';
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

export function transition(write: Write, place: Place, before: Stored | undefined): Transition {
  return { table: write.table, place, before, after: written(write, before) };
}

function written(write: Write, before: Stored | undefined): Stored | undefined {
  if ('put' in write) return putItem(write.key, write.put);
  if ('update' in write) return updatedItem(write.key, before?.item, write.update);
  return 'check' in write ? before : undefined;
}

export function editOfTable({ place, after }: Transition): Edit {
  return { place, stored: after };
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

export function streamRecord({ sequence, at, table, place, before, after }: Logged): StreamRecord {
  const eventName = before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT';
  const keys = { pk: place.partition, sk: place.sort };
  return { sequence, table, eventName, keys, oldImage: lent(before), newImage: lent(after), at };
}
