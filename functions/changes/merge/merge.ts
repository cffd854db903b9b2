/**
 * What an approved merge does, all in one transaction: the registration that ends leaves the lists, its card and its
 * sign-in die, and its minutes, points and debt go to the other one's wallet with their days of expiry. The times taken
 * lately and the gifts ever given go along. Records stay where they were written and are followed; teams and what was
 * promised for the days to come are carried after it, one by one.
 */
import { switchAccountWrites } from '../../access/index.ts';
import { joinTimes } from '../../hours/index.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { mergeStars } from '../../rewards/index.ts';
import { mergingWrites } from '../../volunteers/index.ts';
import type { Effect } from '../effect.ts';
import type { Merge } from '../rows.ts';
import { readPair } from './pair.ts';
import { carry, holdings } from './wallets.ts';

export const causeOf = (merge: string) => `MERGE#${merge}`;

/** @returns undefined when one of the two has changed while it was read */
export async function merge(
  { who, now }: { readonly who: Who; readonly now: number },
  tools: Tools,
  change: Merge,
): Promise<Effect | undefined> {
  const { id, district, volunteer, merged: mergedId } = change;
  const { kept, merged, obstacles } = await readPair(tools, who, { kept: volunteer, merged: mergedId }, now);
  const [obstacle] = obstacles;
  if (obstacle) throw new Problem(obstacle);
  const pair = { kept: volunteer, merged: mergedId, cause: causeOf(id) };
  const people = await mergingWrites(tools, district, pair, now);
  if (!people) return undefined;
  const moved = carry(
    { change, merge: id, by: who.person, now },
    { wallet: mergedId, balance: merged.balance, mergedInto: volunteer },
    { wallet: volunteer, balance: kept.balance },
    holdings(merged.balance, now),
  );
  const served = { life: moved.into.minutes, byStage: moved.into.minutesByStage };
  const stars = await mergeStars(tools, {
    ...{ district, kept: kept.person, merged: merged.person, cause: pair.cause, served, now },
  });
  if (!stars) return undefined;
  return {
    effect: { points: merged.points, debt: merged.balance.debt, cancelled: 0 },
    writes: [
      ...people,
      ...(await switchAccountWrites(tools, district, mergedId, false)),
      ...moved.writes,
      ...(await joinTimes(tools, { district, kept: volunteer, merged: mergedId, at: now })),
      ...stars,
    ],
  };
}
