/** Points for minutes of service. Minutes themselves are never weighted: everyone's hour is an hour. */
import type { Category } from './category-settings.ts';
import type { Settings } from './settings.ts';

export interface Earning {
  /** Credited minutes of the record. */
  readonly minutes: number;
  /** How well the service is proven; D is entered late, from memory. */
  readonly grade: 'A' | 'B' | 'C' | 'D';
  /** The kind of service; absent on records made before it was kept, which weigh as much as ever. */
  readonly category?: Category;
  /** Minutes of the day that have counted for points already. */
  readonly dayMinutesBefore: number;
  readonly minor: boolean;
  /** Those of the day of service. */
  readonly settings: Settings;
}

/**
 * Points of a record: the minutes left under the day's cap × points per hour × grade × category, one fraction that is
 * rounded down once (`docs/rules.md`).
 *
 * @returns `countedMinutes`, the part of the minutes under the cap, and whole `points`
 */
export function pointsFor(earning: Earning): { points: number; countedMinutes: number } {
  const { minutes, grade, category, dayMinutesBefore, minor, settings } = earning;
  const capMinutes = minor ? settings.points_minutes_per_day_minor : settings.points_minutes_per_day_adult;
  const countedMinutes = Math.max(0, Math.min(minutes, capMinutes - dayMinutesBefore));
  const gradePercent = grade === 'D' ? settings.grade_d_points_percent : 100;
  const categoryPercent = category ? settings[`category_percent_${category}`] : 100;
  const numerator = countedMinutes * settings.points_per_hour * gradePercent * categoryPercent;
  return { points: Math.floor(numerator / (60 * 100 * 100)), countedMinutes };
}

/** The leader's rating that brings a bonus: the best. */
export const bonusRating = 5;

/**
 * Points beyond those of a service rated best: a share of them, rounded down, and no more in a month than is left under
 * its cap. Never negative.
 *
 * @param given what services of the same month have brought beyond their points already
 */
export function bonusFor(
  points: number,
  given: number,
  settings: Pick<Settings, 'quality_bonus_percent' | 'quality_bonus_points_month_max'>,
): number {
  const share = Math.floor((points * settings.quality_bonus_percent) / 100);
  return Math.max(0, Math.min(share, settings.quality_bonus_points_month_max - given));
}
