/** Everything districts have stored, read by segment scans: for jobs and for tests, never in a request. */
import type { Attributes, Item, Page, Store } from '../../functions/platform/store/port.ts';
import { type TableName, tableNames } from '../../shared/tables.ts';

/** What a district has in each table, by primary key: `pk` without the district, a blank, and `sk`. */
export type Stored = Readonly<Record<TableName, ReadonlyMap<string, Item>>>;

const nothing = () => Object.fromEntries(tableNames.map((table) => [table, new Map()])) as Writable;
type Writable = Record<TableName, Map<string, Item>>;

/**
 * Every district by its id, as far as the named tables tell. A scan is no snapshot: read what nobody writes to, such as
 * a restored copy, or look again at what seems wrong.
 */
export async function readDistricts(
  store: Store,
  names: readonly TableName[] = tableNames,
): Promise<ReadonlyMap<string, Stored>> {
  const districts = new Map<string, Writable>();
  for (const table of names) {
    for (const item of await scanAll(store, table)) {
      const [tenant, district = ''] = item.pk.split('#', 2);
      if (tenant !== 'T') continue;
      const stored = districts.get(district) ?? nothing();
      districts.set(district, stored);
      stored[table].set(`${item.pk.slice(`T#${district}#`.length)} ${item.sk}`, item);
    }
  }
  return districts;
}

export async function readDistrict(store: Store, district: string): Promise<Stored> {
  return (await readDistricts(store)).get(district) ?? nothing();
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
