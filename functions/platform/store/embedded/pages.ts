import type { Item, Page } from '../port.ts';
import { lent } from './items.ts';
import type { Stored } from './ordered-map.ts';
import { endOf } from './places.ts';

/** A page ends with the item that reaches 1 MB, as DynamoDB has it. */
const pageBytes = 1024 * 1024;

/** The first `limit` entries, fewer when they are large. */
export function page(entries: Iterable<Stored>, limit: number, index?: string): Page {
  const items: Item[] = [];
  let sizeBytes = 0;
  for (const entry of entries) {
    items.push(lent(entry));
    sizeBytes += entry.sizeBytes;
    if (items.length === limit || sizeBytes >= pageBytes) return { items, next: endOf(entry.item, index) };
  }
  return { items };
}

/** The entries whose partition key falls into one of `segments` equal shares. */
export function* ofSegment(entries: Iterable<Stored>, segment: number, segments: number): Iterable<Stored> {
  for (const entry of entries) if (hash(entry.item.pk) % segments === segment) yield entry;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return state;
}
