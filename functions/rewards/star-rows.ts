/** What is kept of a person's stars, and the gifts they brought: keys, rows and the writes that change them. */
import type { GiftState } from '../../shared/contracts/gifts.ts';
import type { Day } from '../../shared/rules/calendar.ts';
import type { StarScheme } from '../../shared/rules/stars.ts';
import { canonicalJson } from '../platform/store/canonical.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Guard, Item, Target, Write } from '../platform/store/port.ts';

const version = 1;

/** What no balance says of a person's service, and the highest level ever reached in each scheme. */
export interface StarsHeld {
  /** Changes so far, which guards the next one. */
  readonly ver: number;
  /** Minutes of evidence grade D by stage. */
  readonly lateMinutes: Readonly<Record<string, number>>;
  readonly ratingSum: number;
  readonly ratingCount: number;
  /** Gifts up to this level exist, whatever became of the hours since. */
  readonly held: Readonly<Partial<Record<StarScheme, number>>>;
  /** When the clock looks again: a level waits for the months only. */
  readonly dueAt?: number;
  /** Of each finding that keeps stars away, the first day on which it no longer does. */
  readonly blocks: Readonly<Record<string, Day>>;
}
const noStarsHeld: StarsHeld = { ver: 0, lateMinutes: {}, ratingSum: 0, ratingCount: 0, held: {}, blocks: {} };

/** The first day on which stars are reached again: when the last of the findings has ended. */
export const blockedUntil = ({ blocks }: Pick<StarsHeld, 'blocks'>): Day | undefined =>
  Object.values(blocks).sort().at(-1);

/** What a star brought, once for ever. */
export interface Gift {
  readonly wallet: string;
  readonly scheme: StarScheme;
  readonly level: number;
  /** `expired` once another registration of the same person has it; `until` tells of time. */
  readonly state: GiftState;
  readonly at: number;
  /** The last instant at which it may be claimed. */
  readonly until: number;
  /** The person's class and school then: the desk's list is in class order. */
  readonly class: string;
  readonly school: string;
  readonly ver: number;
  /** The redemption that claims it. */
  readonly redemption?: string;
  /** The registration that it came from, whose gift it was. */
  readonly from?: string;
  /** The merging of two registrations that ended it. */
  readonly endedBy?: string;
}
/** What names a gift in addresses: `primary-1`. */
export const giftId = ({ scheme, level }: Pick<Gift, 'scheme' | 'level'>) => `${scheme}-${level}`;

const walletPk = (district: string, wallet: string) => `T#${district}#W#${wallet}`;
const rewards = (pk: string, sk: string): Target => ({ table: 'Rewards', key: { pk, sk } });
/** The last part of the name under which the clock finds somebody’s stars. */
export const starsHeldName = 'STARS';

export const starsHeldAt = (district: string, wallet: string) => rewards(walletPk(district, wallet), starsHeldName);
export const giftAt = (district: string, wallet: string, gift: string) =>
  rewards(walletPk(district, wallet), `GIFT#${gift.replace('-', '#')}`);
export const giftsOf = (district: string, wallet: string) => ({
  table: 'Rewards' as const,
  pk: walletPk(district, wallet),
  sk: { prefix: 'GIFT#' },
});
/** A school's gifts that nobody has claimed yet, class by class. */
export const openGiftsOf = (district: string, school: string) => ({
  table: 'Rewards' as const,
  index: 'byDesk',
  pk: `T#${district}#GIFTS#${school}`,
});
const openKeys = (district: string, { school, class: className, wallet, ...gift }: Gift): Attributes => ({
  byDeskPk: openGiftsOf(district, school).pk,
  byDeskSk: `${className}#${wallet}#${giftId({ ...gift })}`,
});

export function starsHeldOf(row: Item | undefined): StarsHeld {
  if (!row) return noStarsHeld;
  const { ver, lateMinutes, ratingSum, ratingCount, held, dueAt, blocks = {} } = row as Item & StarsHeld;
  return { ver, lateMinutes, ratingSum, ratingCount, held, dueAt, blocks };
}
/** The highest level of a scheme whose conditions somebody has met, by what the row holds. */
export const heldLevel = (row: Item | undefined, scheme: StarScheme): number => starsHeldOf(row).held[scheme] ?? 0;
/** Whose level has risen, by what the row was and is. */
export function levelReached(before: Item | undefined, after: Item | undefined) {
  if (after?.sk !== starsHeldName || canonicalJson(starsHeldOf(before).held) === canonicalJson(starsHeldOf(after).held))
    return undefined;
  const [, district = '', , volunteer = ''] = after.pk.split('#');
  return { district, volunteer };
}
export const isGift = (row: Item): boolean => row.sk.startsWith('GIFT#');
export function giftOf(row: Item | undefined): Gift | undefined {
  return row as (Item & Gift) | undefined;
}

export function starsHeldWrite(district: string, wallet: string, before: StarsHeld, after: StarsHeld): Write {
  const { dueAt, ver, ...kept } = after;
  const due = dueAt === undefined ? undefined : { dueAt, ...dueKeys(dueAt, [district, wallet, starsHeldName]) };
  return {
    ...starsHeldAt(district, wallet),
    update: {
      set: { v: version, ver: before.ver + 1, ...kept, ...due },
      remove: due ? [] : ['dueAt', 'byDuePk', 'byDueSk'],
    },
    when: asRead(before),
    or: 'lost_race',
  };
}

/** Holds while nobody has changed the stars that were read. */
export const starsStillAt = (district: string, wallet: string, stars: StarsHeld): Write => ({
  ...starsHeldAt(district, wallet),
  check: true,
  when: asRead(stars),
  or: 'lost_race',
});

const asRead = ({ ver }: StarsHeld): Guard => (ver === 0 ? [['pk', 'absent']] : [['ver', '=', ver]]);

export const giftWrite = (district: string, gift: Gift): Write => ({
  ...giftAt(district, gift.wallet, giftId(gift)),
  put: { v: version, ...gift, ...openKeys(district, gift) },
  when: [['pk', 'absent']],
  or: 'lost_race',
});

/** A gift is claimed once at a time: by the redemption named. */
export const claimWrite = (
  district: string,
  gift: Gift,
  redemption: string,
  state: 'claimed' | 'handed_over',
): Write => ({
  ...giftAt(district, gift.wallet, giftId(gift)),
  update: { set: { state, redemption, ver: gift.ver + 1 }, remove: ['byDeskPk', 'byDeskSk'] },
  when: [
    ['state', '=', 'open'],
    ['ver', '=', gift.ver],
  ],
  or: 'lost_race',
});
/** What was claimed has been handed over. */
export const giftGiven = (district: string, wallet: string, gift: string, redemption: string): Write => ({
  ...giftAt(district, wallet, gift),
  update: { set: { state: 'handed_over' }, add: { ver: 1 } },
  when: [['redemption', '=', redemption]],
  or: 'lost_race',
});
/** A gift that nobody has claimed ends, because another registration of the same person has it. */
export const giftEnded = (district: string, gift: Gift, endedBy: string): Write => ({
  ...giftAt(district, gift.wallet, giftId(gift)),
  update: { set: { state: 'expired', endedBy, ver: gift.ver + 1 }, remove: ['byDeskPk', 'byDeskSk'] },
  when: [['ver', '=', gift.ver]],
  or: 'lost_race',
});
/** It waits again, as it did before. */
export const giftBack = (district: string, gift: Gift): Write => ({
  ...giftAt(district, gift.wallet, giftId(gift)),
  update: { set: { state: 'open', ver: gift.ver + 1, ...openKeys(district, gift) }, remove: ['endedBy'] },
  when: [['ver', '=', gift.ver]],
  or: 'lost_race',
});
/** A claim that came to nothing: the gift waits again, at least until `until`. */
export const giftReopened = (district: string, gift: Gift, until: number): Write => ({
  ...giftAt(district, gift.wallet, giftId(gift)),
  update: { set: { state: 'open', until, ver: gift.ver + 1, ...openKeys(district, gift) }, remove: ['redemption'] },
  when: [
    ['ver', '=', gift.ver],
    ['redemption', '=', gift.redemption ?? ''],
  ],
  or: 'lost_race',
});
