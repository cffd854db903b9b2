/** How late a record is on its way to approval. Terms are working days after the end of the service. */
import { type CalendarOverrides, workingDaysAfter } from './calendar.ts';
import type { Settings } from './settings.ts';

/** A service is to be recorded within ten working days (《志愿服务记录与证明出具办法（试行）》 Art. 11). */
const legalWorkingDays = 10;

export const latenessSteps = ['leader', 'approval', 'alarm', 'legal'] as const;
/**
 * - `leader`: the leader has not confirmed within the days for recording.
 * - `approval`: nor has the unit approved within its days after that.
 * - `alarm`: the legal limit is near.
 * - `legal`: it has passed.
 */
export type Lateness = (typeof latenessSteps)[number];

/**
 * @param ended epoch milliseconds of the end of the service
 * @param waitsFor whoever has to act; what is public, decided or final is not late
 */
export function latenessOf(
  { ended, waitsFor, now }: { ended: number; waitsFor: string | undefined; now: number },
  settings: Settings,
  calendar: CalendarOverrides,
): Lateness | undefined {
  if (waitsFor !== 'leader' && waitsFor !== 'approver' && waitsFor !== 'second_approver') return undefined;
  const isPast = (workingDays: number) => now >= workingDaysAfter(ended, workingDays, calendar).dueAt;
  if (isPast(legalWorkingDays)) return 'legal';
  if (isPast(settings.alarm_working_days)) return 'alarm';
  if (isPast(settings.record_days_late + settings.approval_days)) return 'approval';
  return waitsFor === 'leader' && isPast(settings.record_days_late) ? 'leader' : undefined;
}
