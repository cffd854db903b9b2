/** The teams' door: a team, and who is in it. */
export { membersOf, readTeam } from './read-team.ts';
export { teamsCapability } from './routes.ts';
