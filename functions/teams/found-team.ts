/** Founds a team in a unit of the asker's scope; it starts without members. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { foundingWrites } from './rows.ts';
import { teamInScope } from './team-in-scope.ts';

type Route = (typeof teams)['POST /api/teams'];

export const foundTeam: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    if (!who.units.covers(who.post.scope, body.unit)) throw new Problem('not_found');
    const team = { id: tools.newId(now), ...body };
    const answer: Answer<Route> = { ...team, members: 0 };
    return { result: team.id, writes: foundingWrites(who.district, who.units, team), answer };
  },
  show: ({ who }, tools, team) => teamInScope(tools, who, team),
};
