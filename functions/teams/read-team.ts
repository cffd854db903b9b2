import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { memberAt, type Team, teamAt, teamNamedBy, teamOf, teamsOfUnit } from './rows.ts';

export async function readTeam(tools: Tools, district: string, team: string): Promise<Team | undefined> {
  const [item] = await tools.store.get([teamAt(district, team)]);
  return teamOf(team, item);
}

/** Teams in the order asked, without those that do not exist. */
export async function readTeams(tools: Tools, district: string, teams: readonly string[]): Promise<Team[]> {
  if (teams.length === 0) return [];
  const keys = teams.map((team) => teamAt(district, team));
  const items = await getAll(tools.store, keys);
  return teams.map((team, at) => teamOf(team, items[at])).filter((team) => team !== undefined);
}

/** The teams of a unit and of all units below it, the eldest first. */
export async function readTeamsBelow(tools: Tools, district: string, unit: string): Promise<Team[]> {
  const rows = await readAll(tools.store, teamsOfUnit(district, unit));
  return readTeams(tools, district, rows.map(teamNamedBy));
}

/** Which of these volunteers are in the team, in the order asked; 100 at most. */
export async function membersOf(
  tools: Tools,
  district: string,
  team: string,
  volunteers: readonly string[],
): Promise<boolean[]> {
  if (volunteers.length === 0) return [];
  const rows = await tools.store.get(volunteers.map((volunteer) => memberAt(district, team, volunteer)));
  return rows.map((row) => row !== undefined);
}
