import { posts } from '../../shared/contracts/posts.ts';
import { teams } from '../../shared/contracts/teams.ts';
import { joinPost, leave, nameStandIn } from '../access/index.ts';
import { bind } from '../platform/http/story.ts';
import { appointLeader } from './appoint-leader.ts';
import { joinTeam, leaveTeam } from './change-members.ts';
import { foundTeam } from './found-team.ts';
import { lendTeam, listLeaders, takeTeamBack } from './lend-team.ts';
import { listMembers } from './list-members.ts';
import { listTeams } from './list-teams.ts';
import { showMe } from './show-me.ts';
import { showTeam } from './show-team.ts';
import { showVolunteer } from './show-volunteer.ts';

export const teamsCapability = bind(teams, {
  'POST /api/teams': foundTeam,
  'GET /api/teams': listTeams,
  'GET /api/teams/{team}': showTeam,
  'GET /api/teams/{team}/members': listMembers,
  'POST /api/teams/{team}/members': joinTeam,
  'POST /api/teams/{team}/departures': leaveTeam,
  'POST /api/teams/{team}/leaders': appointLeader,
  'GET /api/volunteers/{volunteer}': showVolunteer,
  'GET /api/me': showMe,
});

export const postsCapability = bind(posts, {
  'POST /api/session/posts': joinPost,
  'POST /api/staff/stand-ins': nameStandIn,
  'DELETE /api/staff/{account}/posts': leave,
  'GET /api/teams/{team}/leaders': listLeaders,
  'POST /api/teams/{team}/substitutes': lendTeam,
  'DELETE /api/teams/{team}/substitutes/{account}': takeTeamBack,
});
