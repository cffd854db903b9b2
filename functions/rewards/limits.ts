/** What spreads rewards over many: few open redemptions, an item now and then, a monthly sum for the youngest. */
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
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
  /** When each item was last redeemed, epoch milliseconds. */
  readonly items: Readonly<Record<string, number>>;
}
export const noLimits: Limits = { ver: 0, open: 0, month: '', monthPoints: 0, items: {} };

interface Counted {
  readonly item: string;
  readonly price: number;
  readonly at: number;
}

/** Whether one more redemption stays within all limits; the monthly sum holds for primary pupils. */
export function allows(limits: Limits, wanted: Counted, settings: Settings, primary: boolean): boolean {
  const after = afterRedeeming(limits, wanted, settings);
  return (
    after.open <= settings.open_redemptions_max &&
    recent(limits, wanted.at, settings)[wanted.item] === undefined &&
    (!primary || after.monthPoints <= settings.points_per_month_primary_max)
  );
}

export function afterRedeeming(limits: Limits, { item, price, at }: Counted, settings: Settings): Limits {
  // Hosts' clocks differ: around a month's end a wallet does not go back to the month before.
  const month = [limits.month, monthOf(shanghaiDay(at))].sort().at(-1) ?? '';
  const before = limits.month === month ? limits.monthPoints : 0;
  const items = { ...recent(limits, at, settings), [item]: at };
  return { ...limits, open: limits.open + 1, month, monthPoints: before + price, items };
}

/** As if what is given back had never been redeemed. */
export function afterGivingBack(limits: Limits, { item, price, at }: Counted): Limits {
  const counted = limits.month === monthOf(shanghaiDay(at)) ? price : 0;
  const { [item]: last, ...others } = limits.items;
  const items = last === at ? others : limits.items;
  return { ...limits, open: limits.open - 1, monthPoints: limits.monthPoints - counted, items };
}

function recent({ items }: Limits, now: number, settings: Settings): Limits['items'] {
  const since = now - settings.same_item_days * dayMs;
  return Object.fromEntries(Object.entries(items).filter(([, at]) => at > since));
}
