/** One page through several lists, one after the other: the cursor names the list and the place in it. */
import { openCursor, pageOf, sealCursor } from '../platform/http/cursor.ts';
import type { Item, Query } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';

type List = Omit<Query, 'limit' | 'after'>;
interface Place {
  readonly list: number;
  /** The cursor within the list; absent at its beginning. */
  readonly cursor?: string;
}

export async function pageThrough(tools: Tools, lists: readonly List[], asked: { cursor?: string; limit: number }) {
  const name = lists.map(({ pk }) => pk).join('|');
  const start: Place = asked.cursor === undefined ? { list: 0 } : openPlace(tools, name, asked.cursor);
  const items: Item[] = [];
  for (const [index, list] of lists.entries()) {
    if (index < start.list) continue;
    if (items.length === asked.limit) return { items, next: sealPlace(tools, name, { list: index }) };
    const cursor = index === start.list ? start.cursor : undefined;
    const page = await pageOf(tools, list, { cursor, limit: asked.limit - items.length });
    items.push(...page.items);
    if (page.next !== undefined) return { items, next: sealPlace(tools, name, { list: index, cursor: page.next }) };
  }
  return { items };
}

function sealPlace(tools: Tools, name: string, { list, cursor = '' }: Place): string {
  return sealCursor(tools, name, `${list} ${cursor}`);
}

function openPlace(tools: Tools, name: string, sealed: string): Place {
  const [list, cursor] = openCursor(tools, name, sealed).split(' ');
  return { list: Number(list), cursor: cursor || undefined };
}
