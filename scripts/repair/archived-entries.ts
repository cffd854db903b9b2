import type { Item } from '../../functions/platform/store/port.ts';
import type { TableName } from '../../shared/tables.ts';
import type { Entry } from './fragments.ts';

/** @returns the entries that the streams of ledger and journal have told, by district */
export function archivedEntries(
  changes: readonly { readonly table: TableName; readonly newImage?: Item }[],
): ReadonlyMap<string, readonly Entry[]> {
  const byDistrict = new Map<string, Entry[]>();
  for (const { table, newImage } of changes) {
    const entry = newImage && entryIn(table, newImage);
    const [, district = ''] = newImage?.pk.split('#') ?? [];
    if (entry) put(byDistrict, district, entry);
  }
  return byDistrict;
}

function entryIn(table: TableName, { pk, sk, ...row }: Item): Entry | undefined {
  if (table === 'Journal' && row.entry !== undefined) return row.entry as unknown as Entry;
  return table === 'Ledger' && sk.startsWith('E#') ? (row as unknown as Entry) : undefined;
}

function put(byDistrict: Map<string, Entry[]>, district: string, entry: Entry): void {
  const known = byDistrict.get(district);
  if (known) known.push(entry);
  else byDistrict.set(district, [entry]);
}
