/** The taken time of a record that is corrected: its first minutes stay, the others are free again. */
import {
  dayMinutesBefore,
  dayParts,
  noteMinutes,
  notePointsMinutes,
  placeInterval,
  removeInterval,
} from '../../shared/rules/minutes.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { changeMonths, monthsOf, readDays } from './month.ts';
import type { ServiceRecord } from './rows.ts';

/**
 * Shortens the time of a record that is corrected to its first minutes; none of it stays taken when nothing counts.
 * @param decide from the minutes of the day that earned points before to those of this record
 */
export function shortenTime(
  tools: Tools,
  record: ServiceRecord,
  kept: { readonly to: number; readonly minutes: number },
  decide: (minutesBefore: number) => number,
): Promise<Write[]> {
  const [first] = dayParts(record);
  const parts = kept.minutes > 0 ? dayParts({ from: record.from, to: kept.to }) : [];
  const { shift, grade } = record;
  return changeMonths(tools, record, (days, old) => {
    const month = old[0]?.month;
    const placed = parts
      .filter((part) => part.month === month)
      .reduce(
        (held, part) => {
          const next = placeInterval(held, part, shift);
          // Its time was freed by another correction a moment ago, and taken since.
          if (next === 'overlap') throw new Problem('busy', { retryAfter: 1 });
          return next;
        },
        removeInterval(days, shift),
      );
    if (!first || month !== first.month) return placed;
    const pointsMinutes = decide(dayMinutesBefore(days, first.day, shift));
    if (kept.minutes === 0) return placed;
    const { preparedFrom } = (days[first.day] ?? []).find((slot) => slot.record === shift) ?? {};
    const counted = {
      minutes: kept.minutes,
      isMakeUp: grade === 'D',
      ...(preparedFrom !== undefined && { preparedFrom }),
    };
    const noted = noteMinutes(placed, first.day, shift, counted);
    return notePointsMinutes(noted, first.day, shift, pointsMinutes);
  });
}

/**
 * The same for the person whom the record's volunteer was merged into, where the time is taken as well; nothing where
 * it lies too far back to have been brought along.
 */
export async function shortenCopy(
  tools: Tools,
  record: ServiceRecord,
  owner: string,
  kept: { readonly to: number; readonly minutes: number },
  pointsMinutes: number,
): Promise<Write[]> {
  const months = monthsOf(record);
  const slots = (await readDays(tools, record.district, owner, months)).flatMap((month) =>
    Object.values(month?.days ?? {}).flat(),
  );
  const isThere = slots.some((slot) => slot.record === record.shift);
  return isThere ? shortenTime(tools, { ...record, volunteer: owner }, kept, () => pointsMinutes) : [];
}
