import { createHash } from 'node:crypto';
import type { EntryKind } from '../../shared/contracts/ledger.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';

/** A wallet's balance row. Every attribute is set by name, so that an older release drops no newer field. */
export interface Balance {
  readonly points: number;
  readonly debt: number;
  readonly minutes: number;
  readonly minutesByStage: Readonly<Record<string, number>>;
  readonly minutesByYear: Readonly<Record<string, number>>;
  /** Points by the last day they live, `YYYYMMDD`. */
  readonly lots: Readonly<Record<string, number>>;
  /** Entries so far, and the hash of the last one. */
  readonly seq: number;
  readonly head: string;
  readonly at: number;
}

/** One immutable line of a wallet's statement; its hash chains it to the one before. */
export interface Entry {
  readonly v: number;
  readonly wallet: string;
  readonly seq: number;
  readonly tx: string;
  readonly kind: EntryKind;
  readonly points: number;
  readonly debt: number;
  readonly minutes: number;
  readonly pointsAfter: number;
  readonly debtAfter: number;
  readonly minutesAfter: number;
  readonly lots: Readonly<Record<string, number>>;
  readonly lotsUsed: Readonly<Record<string, number>>;
  readonly at: number;
  readonly by: string;
  readonly reference: string;
  /** Effect in other tables, enough to rebuild them from this entry alone. */
  readonly effect: Attributes;
  readonly prev: string;
  readonly hash: string;
}

/** Accounts outside wallets have no balance row: no item is shared by all writers. A pool is named by its unit. */
export function counterpartOf({ kind, effect }: Pick<Entry, 'kind' | 'effect'>): string {
  if (kind === 'merge') return `MERGE:${effect.merge}`;
  return isForPool(kind) ? `POOL:${effect.pool}` : counterparts[kind];
}
const poolKinds = ['surplus', 'donate', 'goodwill'] as const;
type PoolKind = (typeof poolKinds)[number];
const isForPool = (kind: EntryKind): kind is PoolKind => (poolKinds as readonly EntryKind[]).includes(kind);
const counterparts: Record<Exclude<EntryKind, PoolKind | 'merge'>, string> = {
  service: 'ISSUE:volunteer',
  bonus: 'ISSUE:bonus',
  correct: 'ISSUE:volunteer',
  redeem: 'SINK:redeem',
  return: 'SINK:redeem',
  expire: 'SINK:expired',
  adjust: 'ADJ:manual',
  waive: 'ADJ:waived',
};

export const emptyBalance: Balance = {
  points: 0,
  debt: 0,
  minutes: 0,
  minutesByStage: {},
  minutesByYear: {},
  lots: {},
  seq: 0,
  head: '',
  at: 0,
};

const walletPk = (district: string, wallet: string) => `T#${district}#W#${wallet}`;
const entryPrefix = 'E#';
const entrySk = (seq: number) => `${entryPrefix}${String(seq).padStart(10, '0')}`;

export const balanceAt = (district: string, wallet: string): Target => ({
  table: 'Ledger',
  key: { pk: walletPk(district, wallet), sk: 'BAL' },
});
export const entryAt = (district: string, wallet: string, seq: number): Target => ({
  table: 'Ledger',
  key: { pk: walletPk(district, wallet), sk: entrySk(seq) },
});
/** The guard and journal row of one ledger transaction, named by the event that caused it. */
export const journalAt = (district: string, tx: string): Target => ({
  table: 'Journal',
  key: { pk: `T#${district}#X#${tx}`, sk: 'X' },
});
export const entriesOf = (district: string, wallet: string) => ({
  table: 'Ledger' as const,
  pk: walletPk(district, wallet),
  sk: { prefix: entryPrefix },
  descending: true,
});

/** The balance alone: what else the row carries is not part of the next one. */
export function balanceOf(item: Item | undefined): Balance {
  if (!item) return emptyBalance;
  const { points, debt, minutes, minutesByStage, minutesByYear, lots, seq, head, at } = item as Item & Balance;
  return { points, debt, minutes, minutesByStage, minutesByYear, lots, seq, head, at };
}

/** Whose wallet gets what would be posted to this one: of a person whose two registrations have been merged. */
export const mergedInto = (row: Item | undefined) => row?.mergedInto as string | undefined;
/** Holds while a wallet leads where it did when it was followed: on to another one, or nowhere. */
export const pointsTo = (district: string, wallet: string, into?: string): Write => ({
  ...balanceAt(district, wallet),
  check: true,
  when: [into === undefined ? ['mergedInto', 'absent'] : ['mergedInto', '=', into]],
  or: 'lost_race',
});

const expiryShards = 32;
/** Where the sweep looks for wallets with a lot that died on a day. */
const expiryBucket = (lastDay: string, shard: number) => `EXP#${lastDay}#${shard}`;
export const expiryBuckets = (lastDay: string) =>
  Array.from({ length: expiryShards }, (_, shard) => ({
    table: 'Ledger' as const,
    index: 'byExpiry',
    pk: expiryBucket(lastDay, shard),
  }));

/** The index attributes of a balance row: the day its oldest lot dies, or none. */
export function expiryKeys(district: string, wallet: string, lots: Balance['lots']): Attributes | undefined {
  const [oldest] = Object.keys(lots).sort();
  if (oldest === undefined) return undefined;
  const shard = (createHash('sha256').update(wallet).digest()[0] ?? 0) % expiryShards;
  return { byExpiryPk: expiryBucket(oldest, shard), byExpirySk: `${district}#${wallet}` };
}

/** Whose wallet got another entry, by what a balance row was and is. */
export function balanceMoved(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  if (row?.sk !== 'BAL' || before?.seq === after?.seq) return undefined;
  const [, district = '', , volunteer = ''] = row.pk.split('#');
  return { district, volunteer };
}

/** Whose points die on other days than before, by what a balance row was and is. */
export function lotsChanged(before: Item | undefined, after: Item | undefined) {
  if (after?.sk !== 'BAL') return undefined;
  const daysOf = (row: Item | undefined) =>
    Object.keys((row?.lots ?? {}) as Balance['lots'])
      .sort()
      .join();
  if (daysOf(before) === daysOf(after)) return undefined;
  const [, district = '', , wallet = ''] = after.pk.split('#');
  return { district, wallet };
}

export const isEntry = ({ sk }: Item): boolean => sk.startsWith(entryPrefix);

/** What an entry gave to a pool, below zero what it took: recognised by the row, as the stream tells it. */
export function poolMoved(row: Item | undefined) {
  if (!row || !isEntry(row)) return undefined;
  const { kind, wallet, seq, points, debt, effect } = row as unknown as Entry;
  if (!isForPool(kind)) return undefined;
  const [, district = ''] = row.pk.split('#');
  return { district, wallet, seq, unit: String(effect.pool), points: debt - points, kind };
}
