/** The teams of my post: of my unit or one below it, those I lead (the present one first), or those I am in. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import { scopeOf } from '../../shared/roles.ts';
import { postsOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from './read-team.ts';
import { teamNamedBy, teamsOfUnit, teamsOfVolunteer } from './rows.ts';

type Route = (typeof teams)['GET /api/teams'];

export async function listTeams({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  if (query.unit !== undefined && !who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  if (scopeOf[who.post.role] === 'team') return { items: await teamsLedBy(tools, who, now) };
  const list = listFor(who, query.unit);
  if (!list) return { items: [] };
  const { items, next } = await pageOf(tools, list, query);
  return { items: await readTeams(tools, who.district, items.map(teamNamedBy)), next };
}

/** A team that was lent is led until its day. */
async function teamsLedBy(tools: Tools, who: Who, now: number) {
  const posts = (await postsOf(tools, who)).filter(
    ({ role, until = Number.POSITIVE_INFINITY }) => role === who.post.role && now < until,
  );
  return readTeams(
    tools,
    who.district,
    posts.map(({ scope }) => scope),
  );
}

function listFor({ district, post }: Who, unit = post.scope) {
  switch (scopeOf[post.role]) {
    case 'unit':
      return teamsOfUnit(district, unit);
    case 'person':
      return teamsOfVolunteer(district, post.scope);
    default:
      return undefined;
  }
}
