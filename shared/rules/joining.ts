/** Who may take part in an activity: what its conditions say of a person on the day of service. */
import type { ProblemCode } from '../problems.ts';
import { ageOn } from './ages.ts';
import type { Day } from './calendar.ts';
import { dayMs, hourMs } from './durations.ts';
import type { Settings } from './settings.ts';

export interface Conditions {
  readonly ageMin?: number;
  readonly ageMax?: number;
  /** 1–12; none named means all. */
  readonly grades?: readonly number[];
  /** Skills and trainings that must be on file, by their names. */
  readonly qualifications?: readonly string[];
}
export interface Wanted {
  readonly conditions: Conditions;
  readonly riskLevel: number;
  /** A guardian comes along. */
  readonly accompanied: boolean;
}
export interface Joiner {
  readonly birthDate: Day;
  /** Of the school year; absent for somebody who has left school. */
  readonly grade?: number;
  readonly qualifications: readonly string[];
}

/** From this level on a service is for grown people only, and insured. */
export const riskLevelInsured = 2;

/** What stands against taking part on a day, the firmest reason first; nothing when the person fits. */
export function unfitFor(
  { birthDate, grade, qualifications }: Joiner,
  { conditions, riskLevel, accompanied }: Wanted,
  day: Day,
  settings: Pick<Settings, 'risk_age_min' | 'hours_age_min'>,
): ProblemCode | undefined {
  const age = ageOn(birthDate, day);
  if (riskLevel >= riskLevelInsured && age < settings.risk_age_min) return 'too_young_for_risk';
  // Below the age of volunteers a child comes with a guardian, for a stamp (《学生志愿服务管理暂行办法》 Art. 3).
  if (age < settings.hours_age_min && !accompanied) return 'age_not_met';
  if (age < (conditions.ageMin ?? 0) || age > (conditions.ageMax ?? Number.POSITIVE_INFINITY)) return 'age_not_met';
  const { grades = [], qualifications: wanted = [] } = conditions;
  if (grades.length > 0 && (grade === undefined || !grades.includes(grade))) return 'grade_not_met';
  return wanted.every((one) => qualifications.includes(one)) ? undefined : 'qualification_missing';
}

const soonMs = dayMs;

/** Until when somebody who moved up may say yes: some hours, fewer on the last day, never past the start. */
export function offerUntil(
  now: number,
  from: number,
  settings: Pick<Settings, 'offer_hours' | 'offer_hours_soon'>,
): number {
  const hours = from - now < soonMs ? settings.offer_hours_soon : settings.offer_hours;
  return Math.min(now + hours * hourMs, from);
}

/** Until when somebody may withdraw without a reason. */
export const freeUntil = (
  { from, isDuty }: { readonly from: number; readonly isDuty: boolean },
  settings: Pick<Settings, 'free_cancel_hours' | 'free_cancel_hours_duty'>,
): number => from - (isDuty ? settings.free_cancel_hours_duty : settings.free_cancel_hours) * hourMs;
