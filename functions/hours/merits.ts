/**
 * Training and awards of volunteers: registered by the leader for the team or by the school for its pupils, each once
 * under the client's key, and shown to the person.
 */
import type { merits } from '../../shared/contracts/merits.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { problems } from '../../shared/problems.ts';
import { startOfDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { derivedId } from '../platform/derived-id.ts';
import { subjectOf, type Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { isCovered, readPeople } from '../volunteers/index.ts';
import { addingWrite, pageOfMerits, readMerits, showMerit } from './merit-rows.ts';

type AddRoute = (typeof merits)['POST /api/merits'];
type ListRoute = (typeof merits)['GET /api/me/merits'];

export async function addMerits({ who, body, key, now }: Ask<AddRoute>, tools: Tools): Promise<Answer<AddRoute>> {
  const { volunteers: asked, ...merit } = body;
  const volunteers = [...new Set(asked)];
  const refused = await refusals(tools, who, volunteers, merit.day);
  const items: Answer<AddRoute>['items'] = [];
  for (const [at, volunteer] of volunteers.entries()) {
    const outcome = refused[at];
    if (outcome) {
      items.push({ id: volunteer, outcome, title: problems[outcome].title });
      continue;
    }
    const id = derivedId(startOfDay(merit.day), who.account, key, volunteer);
    // What is there already came from this very key.
    const write = addingWrite(who.district, { id, volunteer, ...merit, addedBy: who.account }, now);
    await tools.store.transact(`merit#${id}`, [write]);
    items.push({ id: volunteer, outcome: 'done' });
  }
  return { items };
}

/** A leader reaches the team's members, the others whoever is in their units; people who left are out of reach. */
async function refusals(tools: Tools, { district, post, units }: Who, volunteers: readonly string[], day: string) {
  const people = await readPeople(tools, district, volunteers);
  const members = post.role === 'leader' ? await membersOf(tools, district, post.scope, volunteers) : undefined;
  const settings = await readSettings(tools, district, day);
  return people.map((person, at) => {
    const isMine = person && (members ? members[at] : units.covers(post.unit, person.school));
    if (!person?.active || !isMine) return 'person_not_eligible';
    return isCovered(person, day, settings) ? undefined : 'consent_missing';
  });
}

export async function listMyMerits({ who, query }: Ask<ListRoute>, tools: Tools): Promise<Answer<ListRoute>> {
  const { merits, next } = await pageOfMerits(tools, who.district, subjectOf(who), query);
  return { items: merits.map((merit) => showMerit(tools, who.district, merit)), next };
}

/** All trainings and awards of a person, for the person's own download. */
export const meritsOfPerson = async (tools: Tools, district: string, volunteer: string) =>
  (await readMerits(tools, district, volunteer)).map((merit) => showMerit(tools, district, merit));
