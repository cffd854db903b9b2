/** Who may go into somebody's home. */
import type { Settings } from './settings.ts';

type VisitAges = Pick<Settings, 'home_visit_age_min' | 'home_visit_age_accompanied'>;

/**
 * Whether people of these ages (whole years on the day of the visit) may visit a home together: adults; somebody a
 * little younger only along with an adult; nobody younger than that (《志愿服务条例》 Art. 15, `docs/rules.md`).
 */
export function mayVisit(ages: readonly number[], settings: VisitAges): boolean {
  const withAdult = ages.some((age) => age >= settings.home_visit_age_min);
  return withAdult && ages.every((age) => age >= settings.home_visit_age_accompanied);
}
