/** What a district's rules bound, in a history where they never change: balances, a day's points, gifts by hours. */

import type { Gift } from '../../../scripts/audit/gifts.ts';
import { type Entry, entriesIn, isEarning, walletOf } from '../../../scripts/audit/ledger.ts';
import { grouped, rows, type Stored, sumOf } from '../../../scripts/audit/stored.ts';
import { starKey } from '../../../shared/rules/stars.ts';
import { ruleOf } from './rules.ts';

interface Slot {
  readonly pointsMinutes: number;
}
/** Minutes of a minor's day that earn points at most, as the rules have it unless a district sets another. */
const pointsMinutesPerDayMax = 240;

export function auditBounds(stored: Stored): string[] {
  const pointsMax = ruleOf(stored, 'balance_points_max_minor');
  const chains = grouped(entriesIn(stored), walletOf);
  const beyond = [...chains].flatMap(([wallet, chain]) => {
    const inOrder = chain.sort((one, other) => one.seq - other.seq);
    return [...faultsOfCap(inOrder, pointsMax)].map((fault) => `wallet ${wallet}: ${fault}`);
  });
  return [...beyond, ...faultsOfDays(stored), ...faultsOfGifts(stored)];
}

/** What is earned beyond the cap goes to the pool at once; what is given back may lie above it. */
function* faultsOfCap(chain: readonly Entry[], pointsMax: number): Iterable<string> {
  for (const [at, entry] of chain.entries()) {
    const next = chain[at + 1];
    const after = next?.kind === 'surplus' ? next.pointsAfter : entry.pointsAfter;
    const before = entry.pointsAfter - entry.points;
    if (isEarning(entry) && after > Math.max(pointsMax, before)) yield `entry ${entry.seq} goes beyond the cap`;
    if (next?.kind === 'surplus' && after < pointsMax) yield `entry ${next.seq} takes more than the surplus`;
  }
}

function* faultsOfDays({ Service }: Stored): Iterable<string> {
  for (const month of rows<{ readonly days: Readonly<Record<string, readonly Slot[]>> }>(Service, 'PM')) {
    for (const [day, slots] of Object.entries(month.days)) {
      const minutes = sumOf(slots.map(({ pointsMinutes }) => pointsMinutes));
      if (minutes > pointsMinutesPerDayMax) yield `months ${month.pk}: points for ${minutes} minutes on ${day}`;
    }
  }
}

function* faultsOfGifts(stored: Stored): Iterable<string> {
  const served = grouped(entriesIn(stored), ({ wallet }) => wallet);
  for (const { wallet, scheme, level } of rows<Gift>(stored.Rewards, 'GIFT#')) {
    const most = Math.max(0, ...(served.get(wallet) ?? []).map(({ minutesAfter }) => minutesAfter));
    if (most < ruleOf(stored, starKey(scheme, level))) yield `gift ${wallet} ${scheme}-${level}: not earned`;
  }
}
