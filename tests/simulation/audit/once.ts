/**
 * What a person gets once, however many registrations the person had: while two are one, no gift is claimed that either
 * has; what was carried over is claimed in one of the two places; and a level is granted when its months have passed.
 */
import { decodeTime } from 'ulid';
import type { Gift } from '../../../scripts/audit/gifts.ts';
import { type Entry, entriesIn, walletOf } from '../../../scripts/audit/ledger.ts';
import { type Redemption, redemptionsIn } from '../../../scripts/audit/rewards.ts';
import { grouped, rows, type Stored, sumOf } from '../../../scripts/audit/stored.ts';
import { monthOf, shanghaiDay } from '../../../shared/rules/calendar.ts';
import { ruleOf } from './rules.ts';

/** Two registrations, and the times between which they were one. */
interface Oneness {
  readonly kept: string;
  readonly merged: string;
  readonly from: number;
  readonly to: number;
}
interface Change {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly volunteer: string;
  readonly merged?: string;
  readonly separatedBy?: string;
  readonly decidedAt?: number;
}
/** Servers' clocks may be ten minutes wrong, each its own way. */
const toleranceMs = 21 * 60_000;

export function auditOnce(stored: Stored, now: number): string[] {
  return [
    ...faultsOfClaims(stored),
    ...faultsOfCopies(stored),
    ...faultsOfWaiting(stored, now),
    ...faultsOfBonus(stored),
  ];
}

function onenessIn(stored: Stored): Oneness[] {
  const changes = new Map(rows<Change>(stored.Changes, 'CH').map((one) => [one.id, one]));
  const merges = [...changes.values()].filter(({ kind, state }) => kind === 'merge' && state === 'approved');
  return merges.map(({ volunteer: kept, merged = '', decidedAt = 0, separatedBy = '' }) => {
    const to = changes.get(separatedBy)?.decidedAt ?? Number.POSITIVE_INFINITY;
    return { kept, merged, from: decidedAt + toleranceMs, to: to - toleranceMs };
  });
}

function* faultsOfClaims(stored: Stored): Iterable<string> {
  const live = redemptionsIn(stored).filter(
    ({ gift, state }) => gift && (state === 'reserved' || state === 'handed_over'),
  );
  const claims = grouped(live, (one) => `${walletOf(one)} ${one.gift}`);
  const claimedAt = ({ id }: Redemption) => decodeTime(id);
  for (const { kept, merged, from, to } of onenessIn(stored)) {
    for (const own of live.filter((one) => walletOf(one) === kept)) {
      const [theirs] = claims.get(`${merged} ${own.gift}`) ?? [];
      const at = claimedAt(own);
      if (theirs && from < at && at < to && claimedAt(theirs) < at - toleranceMs)
        yield `gift ${kept} ${own.gift}: claimed while ${merged}, who has it, was the same person`;
    }
    for (const late of live.filter((one) => walletOf(one) === merged)) {
      const at = claimedAt(late);
      if (from < at && at < to) yield `gift ${merged} ${late.gift}: claimed by a registration that had ended`;
    }
  }
}

function* faultsOfCopies({ Rewards }: Stored): Iterable<string> {
  type Held = Gift & { readonly from?: string };
  const gifts = new Map(rows<Held>(Rewards, 'GIFT#').map((one) => [`${one.wallet} ${one.scheme}-${one.level}`, one]));
  const isTaken = (gift: Held | undefined) => gift?.state === 'claimed' || gift?.state === 'handed_over';
  for (const gift of gifts.values()) {
    const origin = gifts.get(`${gift.from} ${gift.scheme}-${gift.level}`);
    if (isTaken(gift) && isTaken(origin)) yield `gift ${gift.wallet} ${gift.scheme}-${gift.level}: given twice`;
  }
}

function* faultsOfWaiting({ Rewards }: Stored, now: number): Iterable<string> {
  for (const standing of rows<{ readonly dueAt?: number }>(Rewards, 'STARS')) {
    if ((standing.dueAt ?? now) < now) yield `stars of ${walletOf(standing)}: waited for, and not looked at`;
  }
}

/** What goes beyond the points of a month's services lies within the month's cap, and is what the month says. */
function* faultsOfBonus(stored: Stored): Iterable<string> {
  const most = ruleOf(stored, 'quality_bonus_points_month_max');
  const startOf = new Map(
    rows<{ shift: string; volunteer: string; from: number }>(stored.Service, 'P#').map((one) => [
      `${one.shift} ${one.volunteer}`,
      one.from,
    ]),
  );
  const monthAt = ({ wallet, effect: { shift, volunteer } }: Entry) =>
    `PM#${wallet}#${monthOf(shanghaiDay(startOf.get(`${shift} ${volunteer}`) ?? 0))}`;
  const given = grouped(
    entriesIn(stored).filter(({ kind }) => kind === 'bonus'),
    monthAt,
  );
  for (const month of rows<{ readonly points: number }>(stored.Service, 'BONUS')) {
    const name = month.pk.slice(month.pk.indexOf('#PM#') + 1);
    const points = sumOf((given.get(name) ?? []).map((entry) => entry.points - entry.debt));
    if (points !== month.points || points > most)
      yield `bonus ${name}: ${points} given, ${month.points} noted of ${most}`;
    given.delete(name);
  }
  for (const name of given.keys()) yield `bonus ${name}: given, and not noted`;
}
