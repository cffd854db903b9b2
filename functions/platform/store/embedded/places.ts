/**
 * Where items lie in the ordered map. A table is one space; each index is another, in which an item's place is its
 * index sort key followed by its primary key, so that equal index keys have one order. NUL parts the three: keys hold
 * neither NUL nor U+10FFFF, which fences ranges from above.
 */
import { indexKeys, type TableName, type TableSpec, tableNames, tables } from '../../../../shared/tables.ts';
import type { Attributes, Item, Key, Query } from '../port.ts';
import { compareUtf8, utf8Bytes } from '../utf8.ts';
import type { Place, Range } from './ordered-map.ts';

const fence = '\u{10ffff}';

/** The items' own place. */
export function tablePlace(table: TableName, { pk, sk }: Key): Place {
  checkKey(pk, 2048);
  checkKey(sk, 1024);
  return { space: table, partition: pk, sort: sk };
}

/** The places of an item in its table's indexes: none in those whose keys it does not carry. */
export function indexPlaces(table: TableName, item: Item | undefined): Place[] {
  if (!item) return [];
  return (indexesOf.get(table) ?? []).flatMap(({ space, placed }) => {
    const place = placed(item);
    return place ? [{ space, partition: place.pk, sort: `${place.sk}\0${item.pk}\0${item.sk}` }] : [];
  });
}

/** Entries of a table with TTL whose time is at or before `now` (epoch milliseconds). */
export function expiredRange(table: TableName, now: number): Range {
  const below = `${paddedSeconds(Math.floor(now / 1000))}${fence}`;
  return { space: `${table}/ttl`, partition: 'ttl', from: '', below, descending: false };
}

/** The stretch of the map that a query reads, cut where its last page ended. */
export function queryRange({ table, index, pk, sk = {}, descending = false, after }: Query): Range {
  if (index !== undefined && !(tables[table] as TableSpec).indexes.includes(index)) {
    throw new Error(`The table ${table} has no index ${index}`);
  }
  checkKey(pk, 2048);
  let from = 'prefix' in sk ? sk.prefix : (sk.from ?? '');
  let below = 'prefix' in sk ? `${sk.prefix}${fence}` : sk.to === undefined ? fence : `${sk.to}\u0001`;
  if (after) {
    const end = placeOf(after, index);
    if (end.partition !== pk || compareUtf8(end.sort, from) < 0 || compareUtf8(end.sort, below) >= 0) {
      throw new Error('The page to follow lies outside the query');
    }
    if (descending) below = end.sort;
    else from = `${end.sort}\0`;
  }
  return { space: index === undefined ? table : `${table}/${index}`, partition: pk, from, below, descending };
}

/** Where a page ended: the primary key, and the index key of a query on an index. */
export function endOf(item: Item, index?: string): Attributes {
  const keys = index === undefined ? undefined : indexKeys(index);
  const indexKey = keys && { [keys.pk]: item[keys.pk] as string, [keys.sk]: item[keys.sk] as string };
  return { pk: item.pk, sk: item.sk, ...indexKey };
}

function placeOf(end: Attributes, index: string | undefined): { partition: string; sort: string } {
  const keys = indexKeys(index ?? '');
  const parts = index === undefined ? [end.pk, end.sk] : [end[keys.pk], end[keys.sk], end.pk, end.sk];
  const [partition, ...sort] = parts.map(keyText);
  return { partition: partition as string, sort: sort.join('\0') };
}

interface IndexSpec {
  readonly space: string;
  placed(item: Item): Key | undefined;
}
const indexesOf = new Map<TableName, readonly IndexSpec[]>(
  tableNames.map((table) => {
    const { indexes, ttl }: TableSpec = tables[table];
    const specs = indexes.map((index): IndexSpec => ({ space: `${table}/${index}`, placed: sparse(index) }));
    return [table, ttl ? [...specs, { space: `${table}/ttl`, placed: placedByExpiry }] : specs];
  }),
);

function sparse(index: string) {
  const keys = indexKeys(index);
  return (item: Item): Key | undefined => {
    const pk = item[keys.pk];
    const sk = item[keys.sk];
    if (pk !== undefined) checkKey(pk, 2048);
    if (sk !== undefined) checkKey(sk, 1024);
    return pk === undefined || sk === undefined ? undefined : { pk: pk as string, sk: sk as string };
  };
}

/** Expiring items are found like an index's: in the order of their `ttl`, epoch seconds. */
function placedByExpiry({ ttl }: Item): Key | undefined {
  return typeof ttl === 'number' ? { pk: 'ttl', sk: paddedSeconds(ttl) } : undefined;
}
function paddedSeconds(seconds: number): string {
  return String(seconds).padStart(16, '0');
}

const badKey = /[\0\u{10ffff}\p{Surrogate}]/u;

function keyText(key: unknown): string {
  if (typeof key !== 'string' || key === '' || badKey.test(key)) throw new Error('A key is not a text that can be one');
  return key;
}
function checkKey(key: unknown, bytesMax: number): void {
  if (utf8Bytes(keyText(key)) > bytesMax) throw new Error(`A key is longer than ${bytesMax} bytes`);
}
