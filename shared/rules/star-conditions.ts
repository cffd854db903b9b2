/** What a star needs besides minutes: some months of membership, good ratings, and hours that are well evidenced. */
import { type Day, monthEnd } from './calendar.ts';
import type { Settings } from './settings.ts';

export const starConditions = ['months', 'rating', 'evidence', 'finding'] as const;
export type StarCondition = (typeof starConditions)[number];
type ConditionSettings = Pick<Settings, 'stars_months_min' | 'stars_rating_tenths_min' | 'stars_grade_d_percent_max'>;

/** What is known of a person's service in one scheme. */
export interface Serving {
  readonly registeredOn: Day;
  readonly minutes: number;
  /** Of these, minutes of evidence grade D. */
  readonly lateMinutes: number;
  readonly ratingSum: number;
  readonly ratingCount: number;
  /** The first day on which stars are reached again, after it was found that a record had been made up. */
  readonly blockedUntil?: Day;
}

/** The first day on which somebody has been registered long enough; a month without that day counts to its end. */
export const monthsMetOn = (registeredOn: Day, settings: Pick<Settings, 'stars_months_min'>): Day =>
  monthsAfter(registeredOn, settings.stars_months_min);

/** The same day so many months later, or earlier when `count` is below zero. */
export function monthsAfter(day: Day, count: number): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const inMonth = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  const wanted = `${inMonth}-${day.slice(8)}`;
  const last = monthEnd(`${inMonth}-01`);
  return wanted < last ? wanted : last;
}

/** The conditions that are not met on a day, in fixed order; without ratings the one about ratings is met. */
export function missingConditions(serving: Serving, day: Day, settings: ConditionSettings): StarCondition[] {
  const { registeredOn, minutes, lateMinutes, ratingSum, ratingCount, blockedUntil = '' } = serving;
  const isMissing: Readonly<Record<StarCondition, boolean>> = {
    months: day < monthsMetOn(registeredOn, settings),
    rating: ratingSum * 10 < settings.stars_rating_tenths_min * ratingCount,
    evidence: lateMinutes * 100 > settings.stars_grade_d_percent_max * minutes,
    finding: day < blockedUntil,
  };
  return starConditions.filter((condition) => isMissing[condition]);
}
