/** Appoints a leader of a team: somebody new gets an account with a one-time code, a colleague one post more. */
import type { teams } from '../../shared/contracts/teams.ts';
import { inviteStaff, showInvited } from '../access/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { teamInScope } from './team-in-scope.ts';

type Route = (typeof teams)['POST /api/teams/{team}/leaders'];

export const appointLeader: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const { id, unit, name } = await teamInScope(tools, who, params.team);
    return inviteStaff(tools, who, { ...body, role: 'leader', scope: id, scopeName: name, unit }, now);
  },
  show: ({ who }, tools, account) => showInvited(tools, who, account),
};
