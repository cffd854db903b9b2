/** One team, for whoever oversees it or is a member of it. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import { scopeOf } from '../../shared/roles.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf, readTeam } from './read-team.ts';
import { oversees } from './team-in-scope.ts';

type Route = (typeof teams)['GET /api/teams/{team}'];

export async function showTeam({ who, params }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const team = await readTeam(tools, who.district, params.team);
  if (!team || !(oversees(who, team) || (await isMember(tools, who, team.id)))) throw new Problem('not_found');
  return team;
}

async function isMember(tools: Tools, { district, post }: Who, team: string): Promise<boolean> {
  if (scopeOf[post.role] !== 'person') return false;
  const [member = false] = await membersOf(tools, district, team, [post.scope]);
  return member;
}
