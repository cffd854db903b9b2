/** A recurring duty written out: weekdays, times of the day and two dates become single shifts. */
import { addDays, type CalendarOverrides, type Day, isWorkingDay, startOfDay } from './calendar.ts';
import { minuteMs } from './durations.ts';
import type { Interval } from './minutes.ts';

export interface Duty {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Clock times in Shanghai, `HH:MM`. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  /** First and last day, both included. */
  readonly first: Day;
  readonly last: Day;
  /** Only on days of school: no holidays, not in July and August, and on the days that are swapped for them. */
  readonly schoolDays: boolean;
}

const workingWeek = [1, 2, 3, 4, 5];

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
const isHoliday = (day: Day) => ['07', '08'].includes(day.slice(5, 7));

/**
 * Whether the duty falls on a day. A Saturday or Sunday on which school is held instead of a holiday belongs to a duty
 * of the whole working week; which weekday it stands for nobody has said, so a duty of single weekdays leaves it out.
 */
function isDutyDay(day: Day, { weekdays, schoolDays }: Duty, overrides: CalendarOverrides): boolean {
  const weekday = weekdayOf(day);
  if (!schoolDays) return weekdays.includes(weekday);
  if (!isWorkingDay(day, overrides) || isHoliday(day)) return false;
  return weekdays.includes(weekday) || (weekday > 5 && workingWeek.every((one) => weekdays.includes(one)));
}

/** Epoch milliseconds of a clock time, `HH:MM`, on a Shanghai day. */
export function atClock(day: Day, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return startOfDay(day) + (hours * 60 + minutes) * minuteMs;
}

/** Every shift of a duty in the order of time. */
export function dutyTimes(duty: Duty, overrides: CalendarOverrides): Interval[] {
  const times: Interval[] = [];
  for (let day = duty.first; day <= duty.last; day = addDays(day, 1)) {
    if (!isDutyDay(day, duty, overrides)) continue;
    for (const { from, to } of duty.spans) times.push({ from: atClock(day, from), to: atClock(day, to) });
  }
  return times.sort((one, other) => one.from - other.from);
}
