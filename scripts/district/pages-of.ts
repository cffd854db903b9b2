import type { Attributes, Item, Page, Store } from '../../functions/platform/store/port.ts';
import type { TableName } from '../../shared/tables.ts';

const segments = 4;

/** A whole table, segment by segment and page by page: as much is in memory as one page holds. */
export async function* scanTable(store: Store, table: TableName): AsyncIterable<Item> {
  for (let segment = 0; segment < segments; segment++) {
    let after: Attributes | undefined;
    do {
      const page: Page = await store.scan({ table, segment, segments, limit: 1000, after });
      yield* page.items;
      after = page.next;
    } while (after);
  }
}
