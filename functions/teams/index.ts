/** The teams' door: a team, and who is in it. */
export { joinTeamsOf, partTeamsOf } from './join-teams.ts';
export { leaveTeamsWrites } from './leave-teams.ts';
export { membersOf, readTeam, readTeams, readTeamsBelow } from './read-team.ts';
export { cardRequestsCapability } from './request-cards.ts';
export { postsCapability, teamsCapability } from './routes.ts';
export { teamFounded } from './rows.ts';
export { personInScope } from './show-volunteer.ts';
export { teamsOfPerson } from './teams-of.ts';
