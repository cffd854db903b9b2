/** The teams' door: a team, and who is in it. */
export { membersOf, readTeam, readTeams } from './read-team.ts';
export { cardRequestsCapability } from './request-cards.ts';
export { teamsCapability } from './routes.ts';
export { teamFounded } from './rows.ts';
export { teamsOfPerson } from './teams-of.ts';
