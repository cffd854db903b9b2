/** The only file that knows the items of wishes and their keys. */
import {
  type ageBands,
  type handOverProofs,
  type thanksPhrases,
  type WishLane,
  type WishState,
  wishLanes,
} from '../../shared/rules/wish-states.ts';
import type { StoredPicture } from '../platform/files/picture.ts';
import type { Vault } from '../platform/identity/vault.ts';
import { iso } from '../platform/instant.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Item, Query, Target, Write } from '../platform/store/port.ts';
import { present } from '../platform/store/present.ts';

const version = 1;

/** Whose wish it is; sealed in one attribute. */
export interface Wisher {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}
export type Claimer =
  | { readonly kind: 'team'; readonly id: string }
  /** `carriedFrom` is another registration of the same person, which claimed it. */
  | { readonly kind: 'person'; readonly id: string; readonly carriedFrom?: string }
  | { readonly kind: 'company'; readonly id: string; readonly name: string };

/** One wish. Guards name `rev`; every change raises it. Times are epoch milliseconds. */
export interface Wish {
  readonly id: string;
  readonly district: string;
  readonly rev: number;
  readonly state: WishState;
  readonly unit: string;
  readonly item: string;
  readonly yuan: number;
  readonly story: string;
  readonly ageBand: (typeof ageBands)[number];
  /** Given when the wish is put on the list. */
  readonly pseudonym?: string;
  readonly sealed: Uint8Array;
  /** Names whoever wishes, so that wishes can be counted: an account, or a blind index of name and phone. */
  readonly wisher: string;
  /** The account of a resident who sent it. */
  readonly resident?: string;
  readonly collectedAt: number;
  readonly collectedBy: string;
  /** When something was last said or done about it. */
  readonly movedAt?: number;
  /** When the list ends it; stays while it is claimed. */
  readonly listedUntil?: number;
  readonly claimer?: Claimer;
  /** When the lock, or the list, ends. */
  readonly dueAt?: number;
  readonly reason?: string;
  /** The account that ended it unfulfilled. */
  readonly withdrawnBy?: string;
  readonly proof?: (typeof handOverProofs)[number];
  readonly proofNote?: string;
  readonly photo?: StoredPicture;
  /** The team whose members went along. */
  readonly carriers?: string;
  readonly shift?: string;
  readonly thanks?: readonly (typeof thanksPhrases)[number][];
}

const table = 'Wishes' as const;

const wishSk = 'WISH';
export const wishAt = (district: string, wish: string): Target => ({
  table,
  key: { pk: `T#${district}#W#${wish}`, sk: wishSk },
});
/** What somebody has wished for: the open wish, and how many in each year. */
export const wisherAt = (district: string, wisher: string): Target => ({
  table,
  key: { pk: `T#${district}#BY#${wisher}`, sk: 'COUNT' },
});

type List = Omit<Query, 'limit' | 'after'>;
export const listOf = (district: string): List => ({
  table,
  index: 'byList',
  pk: `T#${district}#LIST`,
  descending: true,
});
export const wishesOfResident = (district: string, account: string): List => ({
  table,
  index: 'byResident',
  pk: `T#${district}#R#${account}`,
  descending: true,
});
export const claimsOf = (district: string, claimer: string): List => ({
  table,
  index: 'byClaimer',
  pk: `T#${district}#C#${claimer}`,
  descending: true,
});
export const deskOf = (district: string, unit: string, lane?: WishLane): List => ({
  table,
  index: 'byQueue',
  pk: `T#${district}#Q#${unit}`,
  ...(lane && { sk: { prefix: `${wishLanes.indexOf(lane)}#` } }),
});

export const isWish = ({ sk }: Item): boolean => sk === wishSk;
const isKey = (name: string) => name === 'pk' || name === 'sk' || name === 'v' || /^by[A-Z]\w+[PS]k$/.test(name);
export function wishOf(item: Item): Wish {
  const facts = Object.fromEntries(Object.entries(item).filter(([name]) => !isKey(name)));
  return { ...facts, id: item.wish } as unknown as Wish;
}

const lanes: Readonly<Partial<Record<WishState, WishLane>>> = {
  collected: 'moderate',
  in_review: 'review',
  received: 'received',
  claimed: 'claimed',
  listed: 'listed',
};
export const laneOf = ({ state }: Pick<Wish, 'state'>): WishLane | undefined => lanes[state];

/** Writes a wish as it is now, unless it changed since it was read at `rev`; a new one has no `rev` yet. */
export const wishWrite = (wish: Wish, rev: number): Write => ({
  ...wishAt(wish.district, wish.id),
  put: wishRow({ ...wish, rev: rev + 1 }),
  when: rev === 0 ? [['pk', 'absent']] : [['rev', '=', rev]],
  or: 'lost_race',
});

function wishRow({ id, ...wish }: Wish): Attributes {
  const { district, unit, state, dueAt, collectedAt, resident, claimer, listedUntil } = wish;
  const lane = laneOf(wish);
  const isClocked = state === 'listed' || state === 'claimed';
  return present({
    v: version,
    ...wish,
    claimer: claimer && { ...claimer },
    photo: wish.photo && { ...wish.photo },
    thanks: wish.thanks && [...wish.thanks],
    wish: id,
    ...(lane && {
      byQueuePk: deskOf(district, unit).pk,
      byQueueSk: `${wishLanes.indexOf(lane)}#${iso(dueAt ?? collectedAt)}#${id}`,
    }),
    ...(state === 'listed' && { byListPk: listOf(district).pk, byListSk: `${iso(listedUntil ?? collectedAt)}#${id}` }),
    ...(resident && {
      byResidentPk: wishesOfResident(district, resident).pk,
      byResidentSk: `${iso(collectedAt)}#${id}`,
    }),
    ...(claimer && { byClaimerPk: claimsOf(district, claimer.id).pk, byClaimerSk: `${iso(collectedAt)}#${id}` }),
    ...(isClocked && dueAt !== undefined && dueKeys(dueAt, [district, id])),
  });
}

const context = ({ district, id }: Pick<Wish, 'district' | 'id'>) => `${district}|wish|${id}`;
export const sealWisher = (vault: Vault, wish: Pick<Wish, 'district' | 'id'>, wisher: Wisher): Uint8Array =>
  vault.sealPersonal(context(wish), wisher);
export const openWisher = (vault: Vault, wish: Wish): Wisher =>
  vault.openPersonal(context(wish), wish.sealed) as Wisher;

/** How many wishes somebody has, and which one is open. */
export interface Wished {
  readonly open?: string;
  readonly inYear: number;
}
export const wishedOf = (item: Item | undefined, year: string): Wished => ({
  open: item?.open as string | undefined,
  inYear: Number(item?.[`y_${year}`] ?? 0),
});
export const countWrite = (
  district: string,
  wisher: string,
  wish: string,
  year: string,
  { inYear }: Wished,
): Write => ({
  ...wisherAt(district, wisher),
  update: { set: { v: version, open: wish, [`y_${year}`]: inYear + 1 } },
  when: [['open', 'absent'], inYear === 0 ? [`y_${year}`, 'absent'] : [`y_${year}`, '=', inYear]],
  or: 'lost_race',
});
/** A wish that is over leaves room for the next one. */
export const overWrite = ({ district, wisher, id }: Wish): Write => ({
  ...wisherAt(district, wisher),
  update: { remove: ['open'] },
  when: [['open', '=', id]],
  or: 'lost_race',
});
