/** What makes a shift worth a second look before it is approved. */
import { shanghaiDay, startOfDay } from './calendar.ts';
import { hourMs, minuteMs } from './durations.ts';
import type { Interval } from './minutes.ts';

export const exceptionCodes = [
  'times_changed',
  'many_left',
  'make_up',
  'over_a_third_manual',
  'long_shift',
  'outside_hours',
] as const;
export type ExceptionCode = (typeof exceptionCodes)[number];

/** A participant's record as far as the rule looks at it. */
export interface Participation extends Interval {
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

const longShiftMinutes = 240;
const firstHour = 6;
const lastHour = 21;

/**
 * Why a shift did not go as planned, in a fixed order; nothing when it did. The numbers are in `docs/rules.md`.
 * - `times_changed`: somebody's time is not the shift's, and no check-in and check-out (A, B) says so.
 * - `many_left`: more than a third left before its end.
 * - `make_up`: something was entered late (grade D).
 * - `over_a_third_manual`: people checked in (A, B), but more than a third were entered by hand (C, D).
 * - `long_shift`: it took more than 240 minutes.
 * - `outside_hours`: a part of it lies before 06:00 or after 21:00 in Shanghai.
 * @param shift its times, epoch milliseconds
 * @param records those that wait for approval
 */
export function exceptionsOf(shift: Interval, records: readonly Participation[]): ExceptionCode[] {
  const count = (matches: (record: Participation) => boolean) => records.filter(matches).length;
  const byHand = count(({ grade }) => grade === 'C' || grade === 'D');
  const found: Record<ExceptionCode, boolean> = {
    times_changed: records.some(
      ({ from, to, grade }) => (grade === 'C' || grade === 'D') && (from !== shift.from || to !== shift.to),
    ),
    many_left: isOverAThird(
      count(({ to }) => to < shift.to),
      records.length,
    ),
    make_up: records.some(({ grade }) => grade === 'D'),
    over_a_third_manual: byHand < records.length && isOverAThird(byHand, records.length),
    long_shift: shift.to - shift.from > longShiftMinutes * minuteMs,
    outside_hours: !isWithinHours(shift),
  };
  return exceptionCodes.filter((code) => found[code]);
}

const isOverAThird = (part: number, whole: number) => part * 3 > whole;

function isWithinHours({ from, to }: Interval): boolean {
  const midnight = startOfDay(shanghaiDay(from));
  return from >= midnight + firstHour * hourMs && to <= midnight + lastHour * hourMs;
}
