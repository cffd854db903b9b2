/**
 * Prints login cards: a one-time code for each pupil and one for a guardian, shown this once. Repeating makes new
 * codes, and older ones die. A pupil whose guardian's consent is missing gets no code yet; the guardian does, who can
 * give the consent with it.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { problems } from '../../shared/problems.ts';
import { birthdayAt } from '../../shared/rules/ages.ts';
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { issueGuardianCode, issueVolunteerCode } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { cardRequestAt } from './card-requests.ts';
import { ownClass } from './own-class.ts';
import { isCovered, type Person, readPeople } from './people.ts';

type Route = (typeof volunteers)['POST /api/classes/{class}/activation-codes'];
type Card = Answer<Route>['items'][number];

export async function issueCodes({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, units } = who;
  const { of, directory } = await ownClass(who, tools, params.class);
  const schoolCode = units.get(of.school)?.code;
  const asked = new Set(body.volunteers ?? directory.lines.map(({ vid }) => vid));
  const chosen = directory.lines.filter(({ vid }) => asked.has(vid)).map(({ vid }) => vid);
  if (schoolCode === undefined || chosen.length < asked.size) throw new Problem('not_found');
  const today = shanghaiDay(now);
  const settings = await readSettings(tools, district, today);
  const people = (await readPeople(tools, district, chosen)).filter((person) => person !== undefined);
  const may = (person: Person) => isCovered(person, today, settings);
  const items = people.filter(may).map(async ({ id, name, number }): Promise<Card> => {
    const card = { district, volunteer: id, school: of.school, schoolCode, number, now };
    const { code, writes } = issueVolunteerCode(tools, card);
    const asked = { ...cardRequestAt(district, of.school, id), remove: true as const };
    await tools.store.transact(`${id}#code#${now}`, [...writes, asked]);
    return { id, name, number, code };
  });
  const guardianCards = people.flatMap((person) => guardianCard(tools, district, person, settings, now));
  const leftOut = people.filter((person) => !may(person)).map(({ id }) => ({ id, ...withoutConsent }));
  return {
    school: schoolCode,
    items: await Promise.all(items),
    leftOut,
    guardianCards: await Promise.all(guardianCards),
  };
}

/** None for somebody of age. */
function guardianCard(
  tools: Tools,
  district: string,
  person: Person,
  settings: Settings,
  now: number,
): Promise<Card>[] {
  const { id, name, number, school, birthDate } = person;
  const rightsUntil = startOfDay(birthdayAt(birthDate, settings.guardian_age_end));
  if (now >= rightsUntil) return [];
  const { code, writes } = issueGuardianCode(tools, { district, child: id, school, rightsUntil, now });
  return [tools.store.transact(`${id}#guardian-code#${now}`, writes).then(() => ({ id, name, number, code }))];
}

const withoutConsent = { outcome: 'consent_missing', title: problems.consent_missing.title } as const;
