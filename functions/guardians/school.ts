/** The school sees who looks after a pupil by a sign-in, and may end it: cards get into wrong hands. */
import type { guardians } from '../../shared/contracts/guardians.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { endGuardianWrites, readGuardians } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';

type ListRoute = (typeof guardians)['GET /api/volunteers/{volunteer}/guardians'];
type EndRoute = (typeof guardians)['DELETE /api/volunteers/{volunteer}/guardians/{account}'];

export async function listGuardians({ who, params }: Ask<ListRoute>, tools: Tools): Promise<Answer<ListRoute>> {
  await pupilInScope(tools, who, params.volunteer);
  return show(tools, who, params.volunteer);
}

export const endGuardian: GuardedStory<EndRoute> = {
  async plan({ who, params }, tools) {
    await pupilInScope(tools, who, params.volunteer);
    const writes = await endGuardianWrites(tools, who.district, params.volunteer, params.account);
    return { result: params.volunteer, writes };
  },
  show: ({ who }, tools, volunteer) => show(tools, who, volunteer),
};

/** @throws not_found for a pupil outside the asker's units, like for none */
export async function pupilInScope(tools: Tools, { district, post, units }: Who, volunteer: string): Promise<void> {
  const [person] = await readPeople(tools, district, [volunteer]);
  if (!person || !units.covers(post.unit, person.school)) throw new Problem('not_found');
}

async function show(tools: Tools, { district }: Who, volunteer: string): Promise<Answer<ListRoute>> {
  const known = await readGuardians(tools, district, volunteer);
  return { items: known.map(({ account, login, since }) => ({ account, login, since: shanghaiDay(since) })) };
}
