/** The school reads what it is asked to correct, and says what it did or why not. An answer is given once. */
import type { corrections } from '../../../shared/contracts/guardians.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { Ask } from '../../platform/ask.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { classLabel, readPeople } from '../people.ts';
import { readNamed, showCorrection } from './ask.ts';
import { answeringWrite, type Correction, correctionAt, correctionOf, correctionsAt } from './rows.ts';

type ListRoute = (typeof corrections)['GET /api/correction-requests'];
type AnswerRoute = (typeof corrections)['POST /api/correction-requests/{request}/answer'];

export async function listCorrections({ who, query, now }: Ask<ListRoute>, tools: Tools): Promise<Answer<ListRoute>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, correctionsAt(who.district, query.unit), query);
  const asked = await readNamed(tools, who.district, items);
  const people =
    asked.length === 0 ? [] : await readPeople(tools, who.district, [...new Set(asked.map((one) => one.volunteer))]);
  const byId = new Map(people.map((person) => [person?.id, person]));
  const today = shanghaiDay(now);
  const shown = asked.map((correction) => {
    const person = byId.get(correction.volunteer);
    const label = person ? classLabel(person, today) : '';
    return { ...showCorrection(correction), volunteer: correction.volunteer, name: person?.name ?? '', class: label };
  });
  return { items: shown, next };
}

export const answerCorrection: GuardedStory<AnswerRoute> = {
  async plan({ who, params, body, now }, tools) {
    const before = await readMine(tools, who, params.request);
    if (before.state !== 'open') throw new Problem('request_answered');
    const answered: Correction = {
      ...before,
      state: body.decision,
      answeredBy: who.person,
      answeredAt: now,
      words: { ...before.words, answer: body.answer },
    };
    return {
      result: before.id,
      writes: [answeringWrite(tools, who.district, answered)],
      answer: showCorrection(answered),
    };
  },
  show: async ({ who }, tools, id) => showCorrection(await readMine(tools, who, id)),
};

async function readMine(tools: Tools, { district, post, units }: Who, id: string): Promise<Correction> {
  const [item] = await tools.store.get([correctionAt(district, id)]);
  const found = correctionOf(tools, district, item);
  if (!found || !units.covers(post.unit, found.school)) throw new Problem('not_found');
  return found;
}
