/** One person as the person's own page and the school's file show one. */
import { ageOn } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { StarScheme } from '../../shared/rules/stars.ts';
import { readSettings } from '../district/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, consentOf, readPeople } from './people.ts';
import { consentsOf, registeredConsent } from './rows.ts';

/** @returns undefined where the asker's district has no such person; whether the asker may see one is the caller's */
export async function showPerson(tools: Tools, { district, units }: Who, vid: string, now: number) {
  const today = shanghaiDay(now);
  const [[person], settings] = await Promise.all([
    readPeople(tools, district, [vid]),
    readSettings(tools, district, today),
  ]);
  if (!person) return undefined;
  const { id, name, number, school, birthDate } = person;
  return {
    id,
    name,
    number,
    class: classLabel(person, today),
    classId: person.class,
    school,
    schoolName: units.get(school)?.name ?? '',
    age: ageOn(birthDate, today),
    consent: consentOf(person, today, settings),
    brought: person.brought.map(({ from, at, minutes, stars }) => ({
      ...{ from, minutes, on: shanghaiDay(at) },
      stars: Object.entries(stars).map(([scheme, level]) => ({ scheme: scheme as StarScheme, level })),
    })),
  };
}

/** The consents registered for a person, the latest first. */
export async function showConsents(tools: Tools, district: string, vid: string) {
  const consents = (await readAll(tools.store, consentsOf(district, vid))).map(registeredConsent);
  return consents.map(({ by, withdrawnAt, withdrawnBy, at, scopes, ...word }) => ({
    ...word,
    scopes: scopes && [...scopes],
    at: new Date(at).toISOString(),
  }));
}
