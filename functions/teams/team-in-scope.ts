/** Whether a team lies in somebody's scope. A foreign team and one that does not exist are the same `not_found`. */
import { scopeOf } from '../../shared/roles.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from './read-team.ts';
import type { Team } from './rows.ts';

export async function teamInScope(tools: Tools, who: Who, id: string): Promise<Team> {
  const team = await readTeam(tools, who.district, id);
  if (!team || !oversees(who, team)) throw new Problem('not_found');
  return team;
}

/** Staff oversee the teams of their units, a leader the own team; members oversee none. */
export function oversees({ post, units }: Who, team: Team): boolean {
  const scope = scopeOf[post.role];
  return scope === 'unit' ? units.covers(post.scope, team.unit) : scope === 'team' && post.scope === team.id;
}
