import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from './read-team.ts';
import { teamNamedBy, teamsOfVolunteer } from './rows.ts';

/** The teams a person is in. */
export async function teamsOfPerson(tools: Tools, district: string, volunteer: string) {
  const rows = await readAll(tools.store, teamsOfVolunteer(district, volunteer));
  return readTeams(tools, district, rows.map(teamNamedBy));
}
