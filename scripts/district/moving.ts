/**
 * What a moving district's archive holds, line by line: its keys; the claims that hold in a whole deployment, so that
 * an import can refuse before it writes; all its items; its files; what the audit counted.
 */
import * as z from 'zod';
import { decode } from '../../functions/platform/store/embedded/item-text.ts';
import type { Attributes, Item, Target } from '../../functions/platform/store/port.ts';
import { type TableName, tableNames } from '../../shared/tables.ts';

const keysLine = z.object({
  kind: z.literal('keys'),
  district: z.string(),
  name: z.string(),
  /** The text of a key file: the district's keys, and every pepper its hashes were made with. */
  keys: z.string(),
  /** Tells whether one-time codes, which nobody can hash anew, can be found where the district goes. */
  codes: z.string(),
});
const itemLine = z.object({
  kind: z.enum(['claim', 'item']),
  table: z.enum(tableNames as [TableName, ...TableName[]]),
  /** As the embedded store writes items. */
  item: z.string(),
});
const fileLine = z.object({ kind: z.literal('file'), path: z.string(), bytes: z.string() });
const countedLine = z.object({ kind: z.literal('counted'), root: z.string(), wallets: z.number(), items: z.number() });
const lines = z.discriminatedUnion('kind', [keysLine, itemLine, fileLine, countedLine]);

export type Line = z.output<typeof lines>;
export type KeysLine = z.output<typeof keysLine>;
export type Counted = z.output<typeof countedLine>;

export const toText = (line: Line): string => JSON.stringify(line);
export const ofText = (text: string): Line => lines.parse(JSON.parse(text));

/** An item with its place. */
export type Placed = Target & { readonly put: Attributes };

export function placed({ table, item }: z.output<typeof itemLine>): Placed {
  const { pk, sk, ...put } = decode(item);
  return { table, key: { pk, sk }, put };
}

/** Where an item is the district's: under its prefix, or a claim in the whole deployment that names it. */
export function belongs(item: Item, district: string): 'item' | 'claim' | undefined {
  if (item.pk.startsWith(`T#${district}#`)) return isShortLived(item) ? undefined : 'item';
  if (item.pk.startsWith('T#')) return undefined;
  return item.district === district || item.sk === district ? 'claim' : undefined;
}

/** Sessions and remembered devices stay behind: people sign in anew where the district now is. */
const isShortLived = ({ pk, sk }: Item) => /^T#[^#]+#U#/.test(pk) && sk.startsWith('S#');
