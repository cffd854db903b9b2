/** Items and their stock: keys, rows and the writes that change them. Redemptions are in `redemption-rows.ts`. */
import type { itemKinds } from '../../shared/contracts/rewards.ts';
import type { StarScheme } from '../../shared/rules/stars.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { pictureVersion, type StoredPicture } from '../platform/files/picture.ts';
import type { Attributes, Item, Target, Value, Write } from '../platform/store/port.ts';

const version = 1;
type ItemKind = (typeof itemKinds)[number];

/** Something points can buy. It belongs to a unit, and people of that unit's subtree may redeem it. */
export interface RewardItem {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly price: number;
  readonly open: boolean;
  readonly picture?: StoredPicture;
  /** Grades counted 1–12 and the level of stars it is for; absent for everybody. */
  readonly grades?: { readonly from: number; readonly to: number };
  readonly starMin?: number;
  /** How often one person may have it, where that is limited beyond the district's rules. */
  readonly perPerson?: { readonly count: number; readonly days: number };
  /** Costs no points: it is chosen for a star gift of this level or above, of one scheme or of any. */
  readonly gift?: { readonly levelMin: number; readonly scheme?: StarScheme };
  /** It is booked for a time at a partner's, until a last day. */
  readonly service?: { readonly partner: string; readonly place: string; readonly validUntil: string };
  /** Handing it over gives a serial number away. */
  readonly vouchers?: boolean;
  /** Changes so far, which guards the next one. */
  readonly ver: number;
}
/** An item's stock at a desk: what lies there, what was taken for redemptions, and what ever came in; q + s = i. */
export interface Stock {
  readonly desk: string;
  /** The desk's unit. A desk never moves, so redeeming need not read the desk. */
  readonly unit: string;
  readonly quantity: number;
  readonly sold: number;
  readonly stocked: number;
}

const itemPk = (district: string, item: string) => `T#${district}#I#${item}`;
const rewards = (pk: string, sk: string): Target => ({ table: 'Rewards', key: { pk, sk } });

export const itemAt = (district: string, item: string) => rewards(itemPk(district, item), 'ITEM');
/** The last part of the key leaves room to spread one desk's stock of a sought-after item over several rows. */
export const stockAt = (district: string, item: string, desk: string) =>
  rewards(itemPk(district, item), `ST#${desk}#0`);
export const isStock = (row: Item): boolean => row.sk.startsWith('ST#');
export const stockChangeAt = (district: string, item: string, at: number, id: string) =>
  rewards(itemPk(district, item), `${movePrefix}${at}#${id}`);

const pricePrefix = 'PRICE#';
const movePrefix = 'MOVE#';
/** An item's prices and the changes of its stock, the latest first. */
export const pricesOf = (district: string, item: string) => historyOf(district, item, pricePrefix);
export const stockChangesOf = (district: string, item: string) => historyOf(district, item, movePrefix);
const historyOf = (district: string, item: string, prefix: string) => ({
  table: 'Rewards' as const,
  pk: itemPk(district, item),
  sk: { prefix },
  descending: true,
});

const shopPk = (district: string, unit: string) => `T#${district}#SHOP#${unit}`;
const giftShopPk = (district: string, unit: string) => `T#${district}#GIFTSHOP#${unit}`;
/** Open items of one unit that star gifts are chosen from. */
export const giftShopOf = (district: string, unit: string) => ({
  table: 'Rewards' as const,
  pk: giftShopPk(district, unit),
});
const catalogPk = (district: string, unit: string) => `T#${district}#CATALOG#${unit}`;
/** Items of one unit that are open: what its people see. */
export const shopOf = (district: string, unit: string) => ({ table: 'Rewards' as const, pk: shopPk(district, unit) });
/** All items of a unit and of the units below it: what its staff see. */
export const catalogOf = (district: string, unit: string) => ({
  table: 'Rewards' as const,
  pk: catalogPk(district, unit),
});
/** The item that a row of either list names. */
export const itemNamedBy = (row: Item): string => row.sk;

export function rewardItemOf(id: string, row: Item | undefined): RewardItem | undefined {
  if (!row) return undefined;
  const { unit, name, kind, price, open, picture, grades, starMin, perPerson, gift, service, vouchers, ver } =
    row as Item & RewardItem;
  return { id, unit, name, kind, price, open, picture, grades, starMin, perPerson, gift, service, vouchers, ver };
}
export function stockOf(row: Item | undefined): Stock | undefined {
  return row as (Item & Stock) | undefined;
}

interface Change {
  readonly at: number;
  readonly by: string;
}

export function creationWrites(
  district: string,
  units: UnitTree,
  item: Omit<RewardItem, 'ver' | 'picture'>,
  change: Change,
): Write[] {
  const { id, ...row } = item;
  const lists = units
    .above(item.unit)
    .map((unit): Write => ({ table: 'Rewards', key: { pk: catalogPk(district, unit), sk: id }, put: { v: version } }));
  return [
    {
      ...itemAt(district, id),
      put: { v: version, ...present(row), ver: 1 },
      when: [['pk', 'absent']],
      or: 'lost_race',
    },
    shopWrite(district, item),
    priceWrite(district, item, change),
    ...lists,
  ];
}

export function changeWrites(
  district: string,
  item: RewardItem,
  to: Pick<RewardItem, 'price' | 'open' | 'grades' | 'starMin' | 'perPerson'>,
  change: Change,
): Write[] {
  const { price, open, grades, starMin, perPerson } = to;
  const forWhom = present({ grades, starMin, perPerson });
  const update = {
    set: { v: version, price, open, ...forWhom, ver: item.ver + 1 },
    remove: ['grades', 'starMin', 'perPerson'].filter((name) => !(name in forWhom)),
  };
  const writes: Write[] = [
    { ...itemAt(district, item.id), update, when: [['ver', '=', item.ver]], or: 'lost_race' },
    shopWrite(district, { ...item, ...to }),
  ];
  return price === item.price ? writes : [...writes, priceWrite(district, { ...item, price }, change)];
}

/** What an item cost from when on stays on record. */
function priceWrite(district: string, { id, price }: Pick<RewardItem, 'id' | 'price'>, { at, by }: Change): Write {
  return { ...rewards(itemPk(district, id), `${pricePrefix}${at}`), put: { v: version, price, at, by } };
}

/** The attributes that are there. */
export function present(row: Readonly<Record<string, Value | undefined>>): Attributes {
  return Object.fromEntries(Object.entries(row).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** Whoever redeems at this moment decides by nothing of it. */
export function pictureWrite(district: string, item: string, picture: StoredPicture): Write {
  const update = { set: { picture } };
  return { ...itemAt(district, item), update, when: [['pk', 'present']], or: 'lost_race' };
}
export const addressOf = (item: string, picture: StoredPicture) =>
  `/api/items/${item}/picture?${pictureVersion(picture)}`;

/** The shop window holds an item while it is open. */
function shopWrite(district: string, { id, unit, open, gift }: Omit<RewardItem, 'ver'>): Write {
  const pk = gift ? giftShopPk(district, unit) : shopPk(district, unit);
  const place = { table: 'Rewards', key: { pk, sk: id } } as const;
  return open ? { ...place, put: { v: version } } : { ...place, remove: true };
}

/** Nothing is sold that is closed or has another price than the one seen. */
export function stillOffered(district: string, item: RewardItem): Write {
  const when = [
    ['open', '=', true],
    ['price', '=', item.price],
  ] as const;
  return { ...itemAt(district, item.id), check: true, when, or: 'lost_race' };
}
export function takeFromStock(district: string, item: string, desk: string): Write {
  const update = { add: { quantity: -1, sold: 1 } };
  return { ...stockAt(district, item, desk), update, when: [['quantity', '>=', 1]], or: 'sold_out' };
}
export function giveToStock(district: string, item: string, desk: string, count = 1): Write {
  return { ...stockAt(district, item, desk), update: { add: { quantity: count, sold: -count } } };
}
