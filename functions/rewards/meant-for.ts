/** For whom an item is: some grades, some level of stars; and who is old enough to redeem alone. */
import { ageOn } from '../../shared/rules/ages.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { Problem } from '../platform/problem.ts';
import { gradeOf, stageOf } from '../volunteers/index.ts';
import type { Offer, Wanted } from './read-offer.ts';
import { bestLevel, starsNow } from './show-stars.ts';

/** @throws item_not_for_you, too_young_alone */
export function assertMeantFor({ isAlone, now }: Wanted, { item, person, balance, starsHeld, settings }: Offer): void {
  const day = shanghaiDay(now);
  const { grades, starMin } = item;
  if (grades) {
    const grade = gradeOf(person, schoolYear(day));
    if (grade === undefined || grade < grades.from || grade > grades.to) throw new Problem('item_not_for_you');
  }
  if (starMin !== undefined) {
    const stars = starsNow(stageOf(person), { id: person.id, balance, starsHeld, settings }, day);
    if (bestLevel(stars) < starMin) throw new Problem('item_not_for_you');
  }
  if (isAlone && ageOn(person.birthDate, day) < settings.redeem_alone_age_min) throw new Problem('too_young_alone');
}
