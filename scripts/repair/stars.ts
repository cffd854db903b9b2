/** Stars follow from records and balances: what is counted for them is counted anew, and missing gifts are given. */

import { rulesAt } from '../../functions/district/index.ts';
import { qualityOf } from '../../functions/hours/felt.ts';
import type { ServiceRecord } from '../../functions/hours/rows.ts';
import { balanceOf } from '../../functions/ledger/index.ts';
import { canonicalJson } from '../../functions/platform/store/canonical.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { starWrites } from '../../functions/rewards/reach-stars.ts';
import { starsHeldAt, starsHeldOf } from '../../functions/rewards/star-rows.ts';
import { recordsIn } from '../audit/hours.ts';
import { balancesIn, entriesIn, walletOf } from '../audit/ledger.ts';
import { heirIn } from '../audit/merges.ts';
import { grouped, type Stored } from '../audit/stored.ts';
import { unguarded } from './redemptions.ts';

export async function repairStars(tools: Tools, district: string, stored: Stored, now: number): Promise<Write[]> {
  const [rules] = await tools.store.get([rulesAt(district)]);
  const heirOf = heirIn(stored);
  const byWallet = grouped(recordsIn(stored) as unknown as ServiceRecord[], ({ volunteer }) => heirOf(volunteer));
  const writes: Write[] = [];
  const joined = grouped(balancesIn(stored).map(walletOf), heirOf);
  // What two registrations brought together before they were two again is counted nowhere else.
  const parted = new Set(entriesIn(stored).flatMap((entry) => (isSeparation(entry) ? [entry.wallet] : [])));
  for (const row of balancesIn(stored)) {
    const wallet = walletOf(row);
    if (row.mergedInto !== undefined || parted.has(wallet)) continue;
    const { minutes, minutesByStage } = balanceOf(row);
    const known = stored.Rewards.get(`W#${wallet} STARS`);
    const sums = sumsOf(byWallet.get(wallet) ?? []);
    const { lateMinutes, ratingSum, ratingCount, ver } = starsHeldOf(known);
    const isRight =
      canonicalJson(sums) === canonicalJson({ lateMinutes: positive(lateMinutes), ratingSum, ratingCount });
    const held = heldIn(stored, joined.get(wallet) ?? [], starsHeldOf(known).held);
    const starsHeld = { ...starsHeldAt(district, wallet).key, ...known, ...sums, held, ver };
    const served = { district, volunteer: wallet, life: minutes, byStage: minutesByStage, now };
    const stars = (await starWrites(tools, { starsHeld, rules }, served)).map(unguarded);
    writes.push(...stars);
    const isHeld = canonicalJson(held) === canonicalJson(starsHeldOf(known).held);
    if (stars.length === 0 && !(isRight && isHeld))
      writes.push({ ...starsHeldAt(district, wallet), update: { set: { v: 1, ...sums, held }, add: { ver: 1 } } });
  }
  return writes;
}

const isSeparation = ({ kind, effect }: ReturnType<typeof entriesIn>[number]) =>
  kind === 'merge' && (effect as { merge?: string }).merge !== effect.change;

function sumsOf(records: readonly ServiceRecord[]) {
  const lateMinutes: Record<string, number> = {};
  let [ratingSum, ratingCount] = [0, 0];
  const posted = records.filter(({ state, minutes }) => state === 'corrected' || (state === 'final' && minutes > 0));
  for (const record of posted) {
    const quality = qualityOf(record);
    if (record.grade === 'D' && record.minutes > 0)
      lateMinutes[record.stage] = (lateMinutes[record.stage] ?? 0) + record.minutes;
    if (quality === undefined) continue;
    ratingSum += quality;
    ratingCount++;
  }
  return { lateMinutes, ratingSum, ratingCount };
}

const positive = (sums: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(sums).filter(([, minutes]) => minutes > 0));

/** A gift that is there was brought by its level; of a level without its gift, the gift is given again. */
function heldIn(stored: Stored, wallets: readonly string[], known: Readonly<Partial<Record<string, number>>>) {
  const gifts = (scheme: string, level: number) =>
    wallets.some((wallet) => stored.Rewards.has(`W#${wallet} GIFT#${scheme}#${level}`));
  const held: Record<string, number> = {};
  for (const scheme of ['primary', 'junior', 'senior', 'national']) {
    let level = 0;
    while (gifts(scheme, level + 1)) level++;
    if (level > 0) held[scheme] = level;
    else if (known[scheme] === 0) held[scheme] = 0;
  }
  return held;
}
