/** What a store holds, to be compared, and requests that may not change it. */
import { expect } from 'vitest';
import { sha256 } from '../../functions/platform/store/canonical.ts';
import type { Attributes, Item, Store } from '../../functions/platform/store/port.ts';
import { type TableName, tableNames } from '../../shared/tables.ts';
import type { World } from '../harness.ts';

export async function itemsOf(store: Store, table: TableName): Promise<Item[]> {
  const items: Item[] = [];
  let after: Attributes | undefined;
  do {
    const page = await store.scan({ table, segment: 0, segments: 1, after, limit: 1000 });
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

/** A digest of every item stored, but the rows that remember client keys and their refusals. */
export async function everythingStored({ store }: World): Promise<Record<string, string>> {
  const kept = tableNames.filter((table) => table !== 'Guards');
  const tables = await Promise.all(kept.map(async (table) => ({ table, items: await itemsOf(store, table) })));
  return Object.fromEntries(
    tables.flatMap(({ table, items }) => items.map((item) => [`${table} ${item.pk} ${item.sk}`, sha256(text(item))])),
  );
}

/** Bytes are written so that text in them would be seen. */
export const text = (item: unknown) =>
  JSON.stringify(item, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));

type Said = { readonly status: number; readonly body: unknown };
export type Refused = (ask: () => Promise<Said>, status: number, code: string) => Promise<unknown>;

/** Asks and expects a problem; nothing but the memory of the client's key may have changed. */
export const refusalsIn =
  (world: World): Refused =>
  async (ask, status, code) => {
    const before = await everythingStored(world);
    const { body, ...said } = await ask();
    expect({ ...said, body }).toMatchObject({ status, body: { code } });
    expect(await everythingStored(world)).toEqual(before);
    return body;
  };
