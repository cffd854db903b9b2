/** The days on which a person's own word is asked for: the age of consent, and the end of the guardian's rights. */
import { birthdayAt } from '../../shared/rules/ages.ts';
import { type Day, shanghaiDay } from '../../shared/rules/calendar.ts';
import { isOwnWordAsked } from '../../shared/rules/consent.ts';
import { readSettings } from '../district/index.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from './people.ts';

interface OwnWordAsked {
  readonly years: number;
  readonly on: Day;
}

/** @returns those days on which no own word that holds is there, of somebody who has not left */
export async function ownWordDays(
  tools: Tools,
  district: string,
  volunteer: string,
  now: number,
): Promise<OwnWordAsked[]> {
  const [person] = await readPeople(tools, district, [volunteer]);
  if (!person?.active || person.mergedInto !== undefined) return [];
  const settings = await readSettings(tools, district, shanghaiDay(now));
  const { birthDate, said } = person;
  return [settings.consent_age, settings.guardian_age_end]
    .map((years) => ({ years, on: birthdayAt(birthDate, years) }))
    .filter(({ on }) => isOwnWordAsked({ birthDate, ...said }, on, settings));
}
