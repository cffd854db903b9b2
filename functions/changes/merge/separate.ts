/**
 * What an approved separation does: the two are two again, each with what was its own. What the one gave and the other
 * has spent since becomes debt there; corrections of the one's records that were made meanwhile stay made.
 */
import { type Lots, liveLots, sumOf, takeBack } from '../../../shared/rules/lots.ts';
import { switchAccountWrites } from '../../access/index.ts';
import { partTimes } from '../../hours/index.ts';
import { addSums, type Carried, type Entry, readBalance, readEntries } from '../../ledger/index.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { partStars } from '../../rewards/index.ts';
import { readPeople, separatingWrites } from '../../volunteers/index.ts';
import type { Effect } from '../effect.ts';
import { changeAt, changeOf, type Separation, separated } from '../rows.ts';
import { causeOf } from './merge.ts';
import { carry } from './wallets.ts';

/** @returns undefined when the wallet has been parted since it was read */
export async function separate(
  { who, now }: { readonly who: Who; readonly now: number },
  tools: Tools,
  change: Separation,
): Promise<Effect | undefined> {
  const { id, district, volunteer, merged: mergedId, merge } = change;
  const pair = { kept: volunteer, merged: mergedId, cause: causeOf(merge) };
  const [[kept, merged], people] = await Promise.all([
    readPeople(tools, district, [volunteer, mergedId]),
    separatingWrites(tools, district, pair),
  ]);
  const [row] = await tools.store.get([changeAt(district, merge)]);
  const before = row && changeOf(row);
  const separatedBy = before && 'separatedBy' in before ? before.separatedBy : undefined;
  // Who holds both has become one with a third meanwhile: that has to be taken back first.
  const isOnward = kept?.mergedInto !== undefined;
  const isPast = separatedBy !== undefined || isOnward;
  if (!people || !kept || !merged || isPast || before?.decidedAt === undefined) throw new Problem('change_outdated');
  const [balance, theirs] = [
    await readBalance(tools, district, volunteer),
    await readBalance(tools, district, mergedId),
  ];
  const share = shareOf(await readEntries(tools, district, volunteer), mergedId, merge);
  if (sumOf(share.minutesByStage) > balance.minutes) return undefined;
  const sums = { ...share, lots: liveLots(share.lots, now), debt: Math.min(balance.debt, Math.max(0, share.debt)) };
  const moved = carry(
    { change, merge, by: who.person, now },
    { wallet: volunteer, balance },
    { wallet: mergedId, balance: theirs, mergedInto: '' },
    sums,
  );
  const points = moved.out.points - sumOf(liveLots(balance.lots, now));
  return {
    effect: { points, debt: moved.out.debt - balance.debt, cancelled: 0 },
    writes: [
      separated(district, merge, id),
      ...people,
      ...(await switchAccountWrites(tools, district, mergedId, true)),
      ...moved.writes,
      ...(await partTimes(tools, { district, kept: volunteer, merged: mergedId, at: before.decidedAt })),
      ...(await partStars(tools, { district, kept, merged, cause: pair.cause, now })),
    ],
  };
}

type Sums = Omit<Carried, 'way'>;

/** What the wallet holds for the other registration: what was carried over, and what its records did since. */
function shareOf(entries: readonly Entry[], merged: string, merge: string): Sums {
  const inOrder = entries.toReversed();
  const from = inOrder.findIndex(({ kind, effect }) => kind === 'merge' && effect.change === merge);
  let share: Sums = { lots: {}, debt: 0, minutesByStage: {}, minutesByYear: {} };
  for (const [at, entry] of inOrder.entries()) {
    if (at < from || entry.effect.volunteer !== merged) continue;
    share = withEntry(share, entry, inOrder[at - 1]?.lots ?? {});
  }
  return share;
}

function withEntry(share: Sums, { kind, effect, lots, minutes, debt, at }: Entry, lotsBefore: Lots): Sums {
  const ofService = minutes === 0 ? {} : { [String(effect.stage)]: minutes };
  const ofYear = minutes === 0 ? {} : { [String(effect.schoolYear)]: minutes };
  const byStage = kind === 'merge' ? effect.minutesByStage : ofService;
  const byYear = kind === 'merge' ? effect.minutesByYear : ofYear;
  const names = new Set([...Object.keys(lots), ...Object.keys(lotsBefore)]);
  const changes = [...names].map((name) => [name, (lots[name] ?? 0) - (lotsBefore[name] ?? 0)] as const);
  let held = addSums(share.lots, Object.fromEntries(changes.filter(([, count]) => count > 0)));
  // What a correction took from others' lots was theirs.
  for (const [lot, count] of changes) if (count < 0) held = takeBack(held, -count, { lot, now: at }).lots;
  return {
    lots: held,
    debt: share.debt + debt,
    minutesByStage: addSums(share.minutesByStage, byStage as Lots),
    minutesByYear: addSums(share.minutesByYear, byYear as Lots),
  };
}
