/** Objecting to a record in public: why one may, and how the clock of publicity stands still meanwhile. */
import { addDays, type CalendarOverrides, isWorkingDay, shanghaiDay } from './calendar.ts';

export const objectionReasons = ['not_there', 'wrong_time', 'wrong_person', 'other'] as const;
export type ObjectionReason = (typeof objectionReasons)[number];
/** It does not count; the leader puts its times right; it is right as it is. */
export const objectionDecisions = ['upheld', 'returned', 'dismissed'] as const;
export type ObjectionDecision = (typeof objectionDecisions)[number];

/**
 * Working days of publicity that are left: those after today up to the last day, at least one, so that a decision can
 * be seen before it counts.
 * @param dueAt epoch milliseconds at which publicity would have ended
 */
export function publicityDaysLeft(now: number, dueAt: number, calendar: CalendarOverrides): number {
  const last = shanghaiDay(dueAt - 1);
  let left = 0;
  for (let day = addDays(shanghaiDay(now), 1); day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) left++;
  }
  return Math.max(1, left);
}
