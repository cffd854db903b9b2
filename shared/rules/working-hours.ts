/** Clocks that run only while the community's office is open. */
import { addDays, type CalendarOverrides, isWorkingDay, shanghaiDay, startOfDay } from './calendar.ts';
import { minuteMs } from './durations.ts';
import type { Settings } from './settings.ts';

/** Longer than any chain of holidays: a calendar without one working day in it is a mistake. */
const daysMax = 60;

type OfficeHours = Pick<Settings, 'office_opens_minute' | 'office_closes_minute'>;

/**
 * The instant at which so many minutes of office hours have passed, in epoch milliseconds.
 *
 * @param from epoch milliseconds, within or outside office hours
 * @throws when the calendar holds no working day for two months
 */
export function workingMinutesAfter(
  from: number,
  minutes: number,
  { office_opens_minute: opens, office_closes_minute: closes }: OfficeHours,
  overrides: CalendarOverrides,
): number {
  let leftMs = minutes * minuteMs;
  let day = shanghaiDay(from);
  for (let count = 0; count < daysMax; count++, day = addDays(day, 1)) {
    if (!isWorkingDay(day, overrides)) continue;
    const start = Math.max(from, startOfDay(day) + opens * minuteMs);
    const openMs = startOfDay(day) + closes * minuteMs - start;
    if (openMs >= leftMs) return start + leftMs;
    leftMs -= Math.max(0, openMs);
  }
  throw new Error('A calendar without working days');
}
