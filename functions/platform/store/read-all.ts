import type { Attributes, Item, Page, Query, Store } from './port.ts';

/** Every item of a query that is known to be small: a unit's desks, a shift's participants. */
export async function readAll(store: Store, query: Omit<Query, 'limit' | 'after'>): Promise<Item[]> {
  const items: Item[] = [];
  let after: Attributes | undefined;
  do {
    const page: Page = await store.query({ ...query, limit: 1000, after });
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}
