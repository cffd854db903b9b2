/** One volunteer's file, for the staff of the volunteer's units and for the leader of a team the volunteer is in. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import { scopeOf } from '../../shared/roles.ts';
import { activatedOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { isListed, showConsents, showPerson } from '../volunteers/index.ts';
import { membersOf } from './read-team.ts';

type Route = (typeof teams)['GET /api/volunteers/{volunteer}'];

export async function showVolunteer({ who, params, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district } = who;
  const [person, [activated = false], consents] = await Promise.all([
    personInScope(tools, who, params.volunteer, now),
    activatedOf(tools, district, [params.volunteer]),
    showConsents(tools, district, params.volunteer),
  ]);
  if (!person) throw new Problem('not_found');
  return { ...person, activated, consents };
}

/** A volunteer whom the asker may see; undefined for any other, like for none. */
export async function personInScope(tools: Tools, who: Who, volunteer: string, now: number) {
  const [person, inScope] = await Promise.all([
    showPerson(tools, who, volunteer, now),
    isInOwnTeam(tools, who, volunteer),
  ]);
  const isWithin = person && inScope && who.units.covers(who.post.unit, person.school) && isListed(who, person);
  return isWithin ? person : undefined;
}

/** True of anybody for staff, whose scope is their units. */
async function isInOwnTeam(tools: Tools, { district, post }: Who, volunteer: string): Promise<boolean> {
  if (scopeOf[post.role] !== 'team') return true;
  const [member = false] = await membersOf(tools, district, post.scope, [volunteer]);
  return member;
}
