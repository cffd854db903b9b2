/** Everything a district has stored, read by scan. */
import type { Attributes, Item, Page, Store } from '../../../functions/platform/store/port.ts';
import { type TableName, tableNames } from '../../../shared/tables.ts';

/** What a district has in each table, by primary key: `pk` without the district, a blank, and `sk`. */
export type Stored = Readonly<Record<TableName, ReadonlyMap<string, Item>>>;

export async function readDistrict(store: Store, district: string): Promise<Stored> {
  const prefix = `T#${district}#`;
  const stored = {} as Record<TableName, ReadonlyMap<string, Item>>;
  for (const table of tableNames) {
    const items = (await scanAll(store, table)).filter(({ pk }) => pk.startsWith(prefix));
    stored[table] = new Map(items.map((item) => [`${item.pk.slice(prefix.length)} ${item.sk}`, item]));
  }
  return stored;
}

async function scanAll(store: Store, table: TableName): Promise<Item[]> {
  const items: Item[] = [];
  let after: Attributes | undefined;
  do {
    const page: Page = await store.scan({ table, segment: 0, segments: 1, limit: 1000, after });
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

/** Rows of one kind, told by their sort key. */
export function rows<T>(items: ReadonlyMap<string, Item>, skPrefix: string): (T & Item)[] {
  return [...items.values()].filter(({ sk }) => sk.startsWith(skPrefix)) as (T & Item)[];
}

export const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0);

/** Rows under the name that `nameOf` gives them. */
export function grouped<T>(list: Iterable<T>, nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return groups;
}
