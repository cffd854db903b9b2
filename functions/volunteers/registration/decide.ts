/**
 * The school reads who wants to join, with those of the roster who may be the same person, and answers once: a new
 * person, a record that is there and keeps its history, or no. A card is printed as for everybody else; without a
 * guardian's consent on file a child's own card is not.
 */
import type { registrations } from '../../../shared/contracts/registrations.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { schoolYear, shanghaiDay } from '../../../shared/rules/calendar.ts';
import { classLabel } from '../../../shared/rules/classes.ts';
import type { Ask } from '../../platform/ask.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { readPeople } from '../people.ts';
import { candidatesFor } from './candidates.ts';
import { cardWrites, newPerson } from './new-person.ts';
import {
  answeringWrites,
  type Registration,
  registrationAt,
  registrationNamedBy,
  registrationOf,
  registrationsAt,
} from './rows.ts';

type List = (typeof registrations)['GET /api/registrations'];
type Decide = (typeof registrations)['POST /api/registrations/{registration}/decision'];

export async function listRegistrations({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { district, units, post } = who;
  if (!units.covers(post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, registrationsAt(district, query.unit), query);
  const keys = items.map((line) => registrationAt(district, registrationNamedBy(line)));
  const rows = keys.length === 0 ? [] : await tools.store.get(keys);
  const today = shanghaiDay(now);
  const shown = rows.map(async (row) => {
    const found = registrationOf(tools, district, row);
    if (!found?.said) return [];
    const { id, state, at, school, said } = found;
    const { class: of, ...plain } = said;
    const candidates = await candidatesFor(tools, district, school, said, today);
    const label = classLabel(of, schoolYear(today));
    return [{ id, state, at: new Date(at).toISOString(), ...plain, class: label, candidates }];
  });
  return { items: (await Promise.all(shown)).flat(), next };
}

export const decideRegistration: GuardedStory<Decide> = {
  async plan({ who, params, body, now }, tools) {
    const before = await readMine(tools, who, params.registration);
    if (before.state !== 'open') throw new Problem('registration_answered');
    const decided = { decidedBy: who.person, decidedAt: now };
    if (body.decision === 'refuse') {
      const answer = body.answer ?? '';
      if (answer === '')
        throw new Problem('shape_invalid', { errors: [{ pointer: '/body/answer', message: '请写明原因' }] });
      return planned(who, { ...before, ...decided, state: 'refused', answer }, []);
    }
    if (body.decision === 'join') {
      const [person] = await readPeople(tools, who.district, [body.volunteer ?? '']);
      if (person?.school !== before.school) throw new Problem('not_found');
      if (!person.active) throw new Problem('person_not_eligible');
      const joined: Registration = { ...before, ...decided, state: 'joined', volunteer: person.id };
      return planned(who, joined, await cardWrites(tools, who, person, now));
    }
    const { volunteer, writes } = await newPerson(tools, who, before, now);
    return planned(who, { ...before, ...decided, state: 'approved', volunteer }, writes);
  },
  async show({ who }, tools, id) {
    const { state, volunteer } = await readMine(tools, who, id);
    return { id, state, volunteer };
  },
};

const planned = ({ district }: Who, answered: Registration, writes: readonly Write[]) => ({
  result: answered.id,
  writes: [...answeringWrites(district, answered), ...writes],
  answer: { id: answered.id, state: answered.state, volunteer: answered.volunteer },
});

/** @throws not_found for a registration at a school that the asker's post does not cover, like for none */
async function readMine(tools: Tools, { district, post, units }: Who, id: string): Promise<Registration> {
  const [item] = await tools.store.get([registrationAt(district, id)]);
  const found = registrationOf(tools, district, item);
  if (!found || !units.covers(post.unit, found.school)) throw new Problem('not_found');
  return found;
}
