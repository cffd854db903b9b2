/**
 * Prints login cards: a one-time code for each pupil, shown this once. Repeating makes new codes, and older ones die.
 * A pupil whose guardian's consent is missing gets no card yet.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { problems } from '../../shared/problems.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { issueVolunteerCode } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { ownClass } from './own-class.ts';
import { consentOf, type Person, readPeople } from './people.ts';

type Route = (typeof volunteers)['POST /api/classes/{class}/activation-codes'];

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
  const may = (person: Person) => consentOf(person, today, settings) !== 'missing';
  const items = people.filter(may).map(async ({ id, name, number }) => {
    const card = { district, volunteer: id, school: of.school, schoolCode, number, now };
    const { code, writes } = issueVolunteerCode(tools, card);
    await tools.store.transact(`${id}#code#${now}`, writes);
    return { id, name, number, code };
  });
  const leftOut = people.filter((person) => !may(person)).map(({ id }) => ({ id, ...withoutConsent }));
  return { school: schoolCode, items: await Promise.all(items), leftOut };
}

const withoutConsent = { outcome: 'consent_missing', title: problems.consent_missing.title } as const;
