import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { joiningWrite, memberAt, memberCountWrite, teamNamedBy, teamsOfVolunteer } from './rows.ts';

/** Puts a person into the teams of another registration of the same person, which stays where it is. */
export async function joinTeamsOf(
  tools: Tools,
  district: string,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): Promise<Write[]> {
  const teams = (await readAll(tools.store, teamsOfVolunteer(district, from))).map(teamNamedBy);
  if (teams.length === 0) return [];
  const rows = await tools.store.get(teams.map((team) => memberAt(district, team, to)));
  const missing = teams.filter((_, at) => rows[at] === undefined);
  return missing.flatMap((team) => [memberCountWrite(district, team, 1), joiningWrite(district, team, to, now)]);
}
