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
import { type IssuedCode, issueGuardianCode, issueVolunteerCode } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { cardRequestAt } from './card-requests.ts';
import { ownClass } from './own-class.ts';
import { isCovered, type Person, readPeople, unchangedPerson } from './people.ts';

type Route = (typeof volunteers)['POST /api/classes/{class}/activation-codes'];
type Card = Answer<Route>['items'][number];
type Refused = Answer<Route>['leftOut'][number];

/** What came of one pupil's sheet: both its parts, the guardian's alone, or nothing. */
interface Printed {
  readonly card?: Card;
  readonly guardianCard?: Card;
  readonly leftOut?: Refused;
}
/** How often somebody may be changed while the card is printed: more is overload. */
const attemptsMax = 12;

export async function issueCodes({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, units } = who;
  const { of, directory } = await ownClass(who, tools, params.class);
  const schoolCode = units.get(of.school)?.code;
  const asked = new Set(body.volunteers ?? directory.lines.map(({ vid }) => vid));
  const chosen = directory.lines.filter(({ vid }) => asked.has(vid)).map(({ vid }) => vid);
  if (schoolCode === undefined || chosen.length < asked.size) throw new Problem('not_found');
  const settings = await readSettings(tools, district, shanghaiDay(now));
  const people = (await readPeople(tools, district, chosen)).filter((person) => person !== undefined);
  const printing: Printing = { district, schoolCode, class: params.class, settings, now };
  const printed = await Promise.all(people.map((person) => print(tools, printing, person)));
  return {
    school: schoolCode,
    items: printed.flatMap(({ card }) => card ?? []),
    leftOut: printed.flatMap(({ leftOut }) => leftOut ?? []),
    guardianCards: printed.flatMap(({ guardianCard }) => guardianCard ?? []),
  };
}

interface Printing {
  readonly district: string;
  readonly schoolCode: string;
  readonly class: string;
  readonly settings: Settings;
  readonly now: number;
}

/** Makes one pupil's codes, while the pupil is in the class: who has left it meanwhile gets none. */
async function print(tools: Tools, printing: Printing, seen: Person): Promise<Printed> {
  const { district, settings, now } = printing;
  let person: Person | undefined = seen;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    if (!person?.active || person.class !== printing.class) return { leftOut: refusal(seen, 'not_found') };
    const own = isCovered(person, shanghaiDay(now), settings) ? ownCode(tools, printing, person) : undefined;
    const guardians = guardianCode(tools, printing, person);
    if (!own && !guardians) return { leftOut: refusal(seen, 'consent_missing') };
    const writes = [...(own?.writes ?? []), ...(guardians?.writes ?? []), unchangedPerson(district, person)];
    const { id, name, number } = person;
    const outcome = await tools.store.transact(`${id}#code#${now}#${attempt}`, writes);
    if (outcome.done) {
      return {
        card: own && { id, name, number, code: own.code },
        guardianCard: guardians && { id, name, number, code: guardians.code },
        leftOut: own ? undefined : refusal(seen, 'consent_missing'),
      };
    }
    [person] = await readPeople(tools, district, [id]);
  }
  throw new Problem('busy', { retryAfter: 1 });
}

function ownCode(tools: Tools, { district, schoolCode, now }: Printing, { id, school, number }: Person): IssuedCode {
  const { code, writes } = issueVolunteerCode(tools, { district, volunteer: id, school, schoolCode, number, now });
  return { code, writes: [...writes, { ...cardRequestAt(district, school, id), remove: true }] };
}

/** None for somebody of age. */
function guardianCode(tools: Tools, { district, settings, now }: Printing, { id, school, birthDate }: Person) {
  const rightsUntil = startOfDay(birthdayAt(birthDate, settings.guardian_age_end));
  return now < rightsUntil ? issueGuardianCode(tools, { district, child: id, school, rightsUntil, now }) : undefined;
}

const refusal = ({ id }: Person, outcome: 'not_found' | 'consent_missing'): Refused => ({
  id,
  outcome,
  title: problems[outcome].title,
});
