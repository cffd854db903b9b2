/** The times somebody has promised: nobody is to be in two places at once. */
import { dayParts, type MonthDays, placeInterval, removeInterval } from '../../shared/rules/minutes.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { monthAt, monthWrite, type Participation } from './part-rows.ts';

type Promised = Pick<Participation, 'district' | 'volunteer' | 'shift' | 'from' | 'to'>;
interface Month {
  readonly ver: number;
  readonly days: MonthDays;
}

/** @throws sign_up_overlap when a minute of it is promised to another shift */
export const takeSlot = (tools: Tools, promised: Promised): Promise<Write[]> => {
  const { shift, from, to } = promised;
  return changeMonths(tools, promised, promised, (days, month) => {
    let placed = days;
    for (const part of dayParts({ from, to })) {
      if (part.month !== month) continue;
      const next = placeInterval(placed, part, shift);
      if (next === 'overlap') throw new Problem('sign_up_overlap');
      placed = next;
    }
    return placed;
  });
};

export const freeSlot = (tools: Tools, promised: Promised): Promise<Write[]> =>
  changeMonths(tools, promised, promised, (days) => removeInterval(days, promised.shift));

/** Moves a promise to another time. @throws sign_up_overlap */
export function moveSlot(tools: Tools, before: Promised, after: Promised): Promise<Write[]> {
  const both = { from: Math.min(before.from, after.from), to: Math.max(before.to, after.to) };
  return changeMonths(tools, before, both, (days, month) => {
    let placed = removeInterval(days, before.shift);
    for (const part of dayParts(after)) {
      if (part.month !== month) continue;
      const next = placeInterval(placed, part, before.shift);
      if (next === 'overlap') throw new Problem('sign_up_overlap');
      placed = next;
    }
    return placed;
  });
}

async function changeMonths(
  tools: Tools,
  { district, volunteer }: Promised,
  within: { readonly from: number; readonly to: number },
  change: (days: MonthDays, month: string) => MonthDays,
): Promise<Write[]> {
  const months = [...new Set(dayParts(within).map(({ month }) => month))];
  const targets = months.map((month) => monthAt(district, volunteer, month));
  const items = (await tools.store.get(targets)) as unknown as (Month | undefined)[];
  return targets.map((target, at) => {
    const { ver, days } = items[at] ?? { ver: 0, days: {} };
    return monthWrite(target, ver, change(days, months[at] ?? ''));
  });
}
