/** Redemptions, their pick-up codes and a person's limits: keys, rows and the writes that change them. */
import type { CancelReason, RedemptionState } from '../../shared/contracts/rewards.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';
import { type Limits, noLimits } from './limits.ts';

const version = 1;

/** A reward put aside for somebody. It keeps what its item was called and cost, whatever becomes of the item. */
export interface Redemption {
  readonly id: string;
  readonly wallet: string;
  readonly item: string;
  readonly name: string;
  readonly desk: string;
  readonly price: number;
  readonly state: RedemptionState;
  /** Eight digits, unique among the desk's open redemptions. */
  readonly code: string;
  readonly at: number;
  readonly pickUpUntil: number;
  /** The lots that paid, to give back. */
  readonly lotsUsed: Readonly<Record<string, number>>;
  /** The person's class then: the desk's list is in class order. */
  readonly class: string;
  /** The star gift it claims, which paid instead of points. */
  readonly gift?: string;
  /** The time that was booked, of a service. */
  readonly slot?: { readonly id: string; readonly from: number; readonly to: number };
  /** Whoever of the staff redeemed it for the person. */
  readonly redeemedBy?: string;
  /** Names the serial number that was handed over with it. */
  readonly voucher?: string;
  readonly closedAt?: number;
  /** The desk's account, the person, or the clock. */
  readonly closedBy?: string;
  /** Why the desk cancelled it; absent when its owner did, or points had to come back. */
  readonly reason?: CancelReason;
  /** Another piece was given for one that was no good. */
  readonly exchanged?: { readonly at: number; readonly by: string; readonly reason: string };
}

const walletPk = (district: string, wallet: string) => `T#${district}#W#${wallet}`;
const redemptionPrefix = 'R#';
const rewards = (pk: string, sk: string): Target => ({ table: 'Rewards', key: { pk, sk } });

export const redemptionAt = (district: string, wallet: string, id: string) =>
  rewards(walletPk(district, wallet), `${redemptionPrefix}${id}`);
export const limitsAt = (district: string, wallet: string) => rewards(walletPk(district, wallet), 'LIM');
export const pickUpAt = (district: string, desk: string, code: string) =>
  rewards(`T#${district}#PICK#${desk}#${code}`, 'PICK');
/** Counts the wrong codes that an account tried at a desk. */
export const wrongCodesAt = (district: string, desk: string, account: string) =>
  rewards(`T#${district}#K#${desk}`, `WRONG#${account}`);

export const redemptionsOf = (district: string, wallet: string) => ({
  table: 'Rewards' as const,
  pk: walletPk(district, wallet),
  sk: { prefix: redemptionPrefix },
  descending: true,
});
const openAtDesk = (district: string, desk: string) => `T#${district}#K#${desk}#OPEN`;
/** A desk's open redemptions, class by class. */
export const openRedemptionsAt = (district: string, desk: string) => ({
  table: 'Rewards' as const,
  index: 'byDesk',
  pk: openAtDesk(district, desk),
});

const closedAtDesk = (district: string, desk: string, day: string) => `T#${district}#K#${desk}#CLOSED#${day}`;
/** What was closed at a desk on a Shanghai day, the latest first. */
export const closedRedemptionsAt = (district: string, desk: string, day: string) => ({
  table: 'Rewards' as const,
  index: 'byDesk',
  pk: closedAtDesk(district, desk, day),
  descending: true,
});

/** An open redemption lies in the desk's list and among what will be due; a closed one in the desk's list of a day. */
function openKeys(district: string, { id, wallet, desk, class: className, at, pickUpUntil }: Redemption): Attributes {
  return {
    byDeskPk: openAtDesk(district, desk),
    byDeskSk: `${className}#${at}#${id}`,
    ...dueKeys(pickUpUntil, [district, wallet, id]),
  };
}
const closedKeys = (district: string, { id, desk }: Redemption, at: number): Attributes => ({
  byDeskPk: closedAtDesk(district, desk, shanghaiDay(at)),
  byDeskSk: `${at}#${id}`,
});

export const isRedemption = (row: Item): boolean => row.sk.startsWith(redemptionPrefix);
export function redemptionOf(row: Item | undefined): Redemption | undefined {
  return row as (Item & Redemption) | undefined;
}
export function limitsOf(row: Item | undefined): Limits {
  if (!row) return noLimits;
  // Rows of the first version have one time for an item, and not a list.
  const times = Object.entries(row.items ?? {}).map(([item, at]) => [item, [at].flat()]);
  return { ...(row as Item & Limits), items: Object.fromEntries(times) };
}
/** What a pick-up code at a desk opens, or opened last. */
export function pickUpOf(row: Item | undefined): { wallet: string; redemption: string } | undefined {
  return row && { wallet: String(row.wallet), redemption: String(row.redemption) };
}

/** Puts a redemption in place. Its code must be free at the desk, else a new plan draws another. */
export function openingWrites(district: string, redemption: Redemption): Write[] {
  const { id, wallet, desk, code } = redemption;
  const free = {
    any: [
      ['pk', 'absent'],
      ['state', '=', 'closed'],
    ],
  } as const;
  return [
    {
      ...pickUpAt(district, desk, code),
      put: { v: version, wallet, redemption: id, state: 'open' },
      when: [free],
      or: 'lost_race',
    },
    {
      ...redemptionAt(district, wallet, id),
      put: { v: version, ...redemption, ...openKeys(district, redemption) },
      when: [['pk', 'absent']],
      or: 'lost_race',
    },
  ];
}

/** Puts a redemption in place that is handed over in the same moment, without a code. */
export function handedOverWrite(district: string, redemption: Redemption, at: number): Write {
  return {
    ...redemptionAt(district, redemption.wallet, redemption.id),
    put: { v: version, ...redemption, ...closedKeys(district, redemption, at) },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

interface Closing {
  readonly state: Exclude<RedemptionState, 'reserved'>;
  readonly by: string;
  readonly at: number;
  readonly voucher?: string;
  readonly reason?: CancelReason;
}
/** Closes a redemption, which happens to each once: handed over, cancelled or returned, whoever comes first. */
export function closingWrites(district: string, redemption: Redemption, closing: Closing): Write[] {
  const { id, wallet, desk, code } = redemption;
  const { state, by, at, voucher, reason } = closing;
  return [
    {
      ...redemptionAt(district, wallet, id),
      update: {
        set: {
          v: version,
          state,
          closedAt: at,
          closedBy: by,
          ...(voucher && { voucher }),
          ...(reason && { reason }),
          ...closedKeys(district, redemption, at),
        },
        remove: ['byDuePk', 'byDueSk'],
      },
      when: [['state', '=', 'reserved']],
      or: 'redemption_not_open',
    },
    {
      ...pickUpAt(district, desk, code),
      update: { set: { state: 'closed' } },
      when: [['redemption', '=', id]],
      or: 'lost_race',
    },
  ];
}

export function limitsWrite(district: string, wallet: string, before: Limits, after: Limits): Write {
  const { open, month, monthPoints, items } = after;
  return {
    ...limitsAt(district, wallet),
    update: { set: { v: version, ver: before.ver + 1, open, month, monthPoints, items } },
    when: before.ver === 0 ? [['pk', 'absent']] : [['ver', '=', before.ver]],
    or: 'lost_race',
  };
}
/** One redemption fewer is open. Whoever decided by the limits as they were decides again. */
export function oneFewerOpen(district: string, wallet: string): Write {
  return { ...limitsAt(district, wallet), update: { add: { open: -1, ver: 1 } } };
}
