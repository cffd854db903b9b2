import type { UnitTree } from '../../shared/rules/units.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from './read-team.ts';
import { leavingWrite, memberCountWrite, teamNamedBy, teamsOfVolunteer } from './rows.ts';

/** Takes somebody who moves to another school out of the teams that take no pupils of that school. */
export async function leaveTeamsWrites(
  tools: Tools,
  district: string,
  { volunteer, school, units }: { readonly volunteer: string; readonly school: string; readonly units: UnitTree },
): Promise<Write[]> {
  const names = (await readAll(tools.store, teamsOfVolunteer(district, volunteer))).map(teamNamedBy);
  const left = (await readTeams(tools, district, names)).filter(({ unit }) => !units.covers(unit, school));
  return left.flatMap(({ id }) => [memberCountWrite(district, id, -1), leavingWrite(district, id, volunteer)]);
}
