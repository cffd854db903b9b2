/**
 * The lots of a wallet: points by the last day they live. All points of a school year share one last day, so a wallet
 * holds few. Amounts are whole; no lot is empty; no function loses or makes a point. Whoever credits or gives back has
 * first taken the dead lots off, as every posting does.
 */
import { addDays, type Day, monthEnd, schoolYear, shanghaiDay, startOfDay } from './calendar.ts';
import { dayMs } from './durations.ts';

/** Points by last day, `YYYYMMDD`. */
export type Lots = Readonly<Record<string, number>>;

/** Lots a wallet holds at most: its balance row stays within one kilobyte. */
export const lotsMax = 12;

/**
 * Last day of points earned by service on a day: 31 August two years after the school year began, so that points live
 * one to two years (`docs/rules.md`).
 */
export function expiryOf(serviceDay: Day): string {
  return `${schoolYear(serviceDay) + 2}0831`;
}

/** Lots that can be spent: a lot lives until its last day has ended in Shanghai. */
export function liveLots(lots: Lots, now: number): Lots {
  const today = lotName(shanghaiDay(now));
  return Object.fromEntries(Object.entries(lots).filter(([lastDay]) => lastDay >= today));
}

/** Lots whose last day has ended. */
export function deadLots(lots: Lots, now: number): Lots {
  const today = lotName(shanghaiDay(now));
  return Object.fromEntries(Object.entries(lots).filter(([lastDay]) => lastDay < today));
}

/** Takes points from live lots, those that die first before others. @returns undefined when they hold too few */
export function spend(lots: Lots, points: number, now: number): { lots: Lots; used: Lots } | undefined {
  requireAmount(points);
  const used: Record<string, number> = {};
  let missing = points;
  for (const [lastDay, held] of Object.entries(liveLots(lots, now)).sort(byName)) {
    used[lastDay] = Math.min(held, missing);
    missing -= used[lastDay];
  }
  if (missing > 0) return undefined;
  const left = Object.entries(lots).map(([lastDay, held]) => [lastDay, held - (used[lastDay] ?? 0)] as const);
  return { lots: withoutEmpty(left), used: withoutEmpty(Object.entries(used)) };
}

/**
 * Takes points back that were given for something corrected: from their own lot, then from the others, those that die
 * first before others. What no live lot holds is `missing`; goods are never demanded back.
 */
export function takeBack(
  lots: Lots,
  points: number,
  { lot, now }: { readonly lot: string; readonly now: number },
): { lots: Lots; used: Lots; missing: number } {
  requireAmount(points);
  const live = liveLots(lots, now);
  const own = Math.min(live[lot] ?? 0, points);
  const fromOwn = withoutEmpty(Object.entries(lots).map(([name, held]) => [name, name === lot ? held - own : held]));
  const others = Math.min(points - own, sumOf(live) - own);
  const spent = spend(fromOwn, others, now);
  if (!spent) throw new Error('Live lots held less than their sum');
  const used = { ...spent.used, ...(own > 0 && { [lot]: own + (spent.used[lot] ?? 0) }) };
  return { lots: spent.lots, used, missing: points - own - others };
}

/**
 * Adds earned points. They repay debt first, at most `repaidPercent` of them, and the rest becomes spendable.
 */
export function credit(
  lots: Lots,
  expiry: string,
  points: number,
  { debt, repaidPercent = 100 }: { readonly debt: number; readonly repaidPercent?: number },
): { lots: Lots; debt: number; repaid: number } {
  requireAmount(points);
  const repaid = Math.min(debt, Math.floor((points * repaidPercent) / 100));
  return { lots: add(lots, expiry, points - repaid), debt: debt - repaid, repaid };
}

/**
 * Gives spent points back to the lots they came from. Where such a lot would die within `daysMin` days they go to the
 * first month's end that is that far away, so that there is time to use them.
 */
export function giveBack(lots: Lots, used: Lots, now: number, daysMin: number): Lots {
  const earliestDay = addDays(shanghaiDay(now), daysMin);
  let given = lots;
  for (const [lastDay, points] of Object.entries(used)) {
    requireAmount(points);
    given = add(given, lastDay >= lotName(earliestDay) ? lastDay : lotName(monthEnd(earliestDay)), points);
  }
  return given;
}

/** Two wallets' lots in one: each point keeps its last day, or gets a later one where there would be too many lots. */
export const join = (lots: Lots, others: Lots): Lots =>
  Object.entries(others).reduce((held, [lastDay, points]) => add(held, lastDay, points), lots);

/**
 * Takes points out of the lots named; what one of them does not hold any more comes from the others, those that die
 * first before others. What no live lot holds is `missing`.
 */
export function takeOut(lots: Lots, wanted: Lots, now: number): { lots: Lots; used: Lots; missing: number } {
  let [left, used, missing]: [Lots, Lots, number] = [lots, {}, 0];
  const ordered = Object.entries(wanted).sort(byName);
  const own = ordered.map(([lot, points]) => [lot, Math.min(points, left[lot] ?? 0)] as const);
  const rest = ordered.map(([lot, points], at) => [lot, points - (own[at]?.[1] ?? 0)] as const);
  for (const [lot, points] of [...own, ...rest]) {
    const taken = takeBack(left, points, { lot, now });
    [left, used, missing] = [taken.lots, join(used, taken.used), missing + taken.missing];
  }
  return { lots: left, used, missing };
}

function add(lots: Lots, lastDay: string, points: number): Lots {
  if (points === 0) return lots;
  return withinMax({ ...lots, [lastDay]: (lots[lastDay] ?? 0) + points });
}

/** Joins the two neighbours that die closest together into the later one: no point dies sooner than promised. */
function withinMax(lots: Lots): Lots {
  const names = Object.keys(lots).sort();
  if (names.length <= lotsMax) return lots;
  const pairs = names.slice(1).map((later, index) => ({ earlier: names[index] ?? later, later }));
  const gap = (pair: { earlier: string; later: string }) => endOf(pair.later) - endOf(pair.earlier);
  const nearest = pairs.reduce((best, pair) => (gap(pair) < gap(best) ? pair : best));
  const { [nearest.earlier]: moved = 0, ...kept } = lots;
  return { ...kept, [nearest.later]: (kept[nearest.later] ?? 0) + moved };
}

/** Points of all lots together. */
export const sumOf = (lots: Lots): number => Object.values(lots).reduce((sum, points) => sum + points, 0);

/** Days before the end of a lot from which its owner is told of it, the last call first. */
export const noticeDays = [7, 30, 60] as const;

/** Which notice is due for a lot on a day in Shanghai: of the days left the tightest; none while it is far off. */
export function expiryNotice(lot: string, now: number): (typeof noticeDays)[number] | undefined {
  const left = (endOf(lot) - startOfDay(shanghaiDay(now))) / dayMs;
  return noticeDays.find((days) => left <= days);
}

const lotName = (day: Day) => day.replaceAll('-', '');
const endOf = (lot: string) => startOfDay(`${lot.slice(0, 4)}-${lot.slice(4, 6)}-${lot.slice(6)}`);
const byName = ([one]: readonly [string, number], [other]: readonly [string, number]) => (one < other ? -1 : 1);
const withoutEmpty = (lots: (readonly [string, number])[]): Lots =>
  Object.fromEntries(lots.filter(([, points]) => points > 0));

/** @throws when the caller computed an amount no wallet can hold */
function requireAmount(points: number): void {
  if (!Number.isSafeInteger(points) || points < 0) throw new RangeError('An amount of points is a whole number from 0');
}
