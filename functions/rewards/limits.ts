/** What spreads rewards over many: few open redemptions, an item now and then, a monthly sum for the youngest. */
import { addDays, monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';

/** What a person has redeemed lately. Redemptions that were cancelled or returned do not count. */
export interface Limits {
  /** Changes so far, which guards the next one. */
  readonly ver: number;
  /** Redemptions not yet closed. */
  readonly open: number;
  /** The month in Shanghai, `YYYYMM`, that `monthPoints` were redeemed in. */
  readonly month: string;
  readonly monthPoints: number;
  /** When each item was redeemed within the last year, epoch milliseconds. */
  readonly items: Readonly<Record<string, readonly number[]>>;
}
export const noLimits: Limits = { ver: 0, open: 0, month: '', monthPoints: 0, items: {} };

/** An item's own limit: so many for one person in so many days, of which today is one. */
interface PerPerson {
  readonly count: number;
  readonly days: number;
}

interface Counted {
  readonly item: string;
  readonly price: number;
  readonly at: number;
}
interface Rules {
  readonly settings: Settings;
  /** The monthly sum holds for primary pupils. */
  readonly primary: boolean;
  readonly perPerson?: PerPerson | undefined;
}

/** Whether one more redemption stays within all limits: an item's own stands beside those of the district. */
export function allows(limits: Limits, wanted: Counted, { settings, primary, perPerson }: Rules): boolean {
  const after = afterRedeeming(limits, wanted);
  const times = limits.items[wanted.item] ?? [];
  const since = wanted.at - settings.same_item_days * dayMs;
  return (
    after.open <= settings.open_redemptions_max &&
    !times.some((at) => at > since) &&
    (!perPerson || countIn(times, wanted.at, perPerson.days) < perPerson.count) &&
    (!primary || after.monthPoints <= settings.points_per_month_primary_max)
  );
}

/** Days are Shanghai's, whole ones. */
function countIn(times: readonly number[], now: number, days: number): number {
  const before = addDays(shanghaiDay(now), -days);
  return times.filter((at) => shanghaiDay(at) > before).length;
}

export function afterRedeeming(limits: Limits, { item, price, at }: Counted): Limits {
  // Hosts' clocks differ: around a month's end a wallet does not go back to the month before.
  const month = [limits.month, monthOf(shanghaiDay(at))].sort().at(-1) ?? '';
  const before = limits.month === month ? limits.monthPoints : 0;
  const lately = remembered(limits, at);
  const items = { ...lately, [item]: [...(lately[item] ?? []), at] };
  return { ...limits, open: limits.open + 1, month, monthPoints: before + price, items };
}

/** As if what is given back had never been redeemed. */
export function afterGivingBack(limits: Limits, { item, price, at }: Counted): Limits {
  const counted = limits.month === monthOf(shanghaiDay(at)) ? price : 0;
  const items = keeping(limits, (time, of) => of !== item || time !== at);
  return { ...limits, open: limits.open - 1, monthPoints: limits.monthPoints - counted, items };
}

/** No limit looks back further than a year. */
const rememberedMs = 366 * dayMs;
const remembered = (limits: Limits, now: number) => keeping(limits, (at) => at > now - rememberedMs);

/** The times that hold, and no item without one. */
function keeping({ items }: Limits, holds: (at: number, item: string) => boolean): Limits['items'] {
  const kept = Object.entries(items).map(([item, times]) => [item, times.filter((at) => holds(at, item))] as const);
  return Object.fromEntries(kept.filter(([, times]) => times.length > 0));
}
