/** What the time at which a service is entered makes of it. */
import { addDays, type CalendarOverrides, shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import type { Interval } from '../../shared/rules/minutes.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { Problem } from '../platform/problem.ts';
import type { Judged } from './admit.ts';

/**
 * Entered within the working days allowed it is grade C, later it is make-up of grade D, and at last too late.
 * @throws shift_not_ended, shift_too_old
 */
export function judgeTime({ to }: Interval, settings: Settings, calendar: CalendarOverrides, now: number): Judged {
  if (to > now) throw new Problem('shift_not_ended');
  if (shanghaiDay(now) > addDays(shanghaiDay(to), settings.record_days_max)) throw new Problem('shift_too_old');
  const recordedBy = workingDaysAfter(to, settings.record_days_late, calendar).dueAt;
  const approvedBy = workingDaysAfter(to, settings.record_days_late + settings.approval_days, calendar).dueAt;
  return { settings, grade: now < recordedBy ? 'C' : 'D', deadline: shanghaiDay(approvedBy - 1) };
}
