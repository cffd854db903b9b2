import { getAll } from '../platform/store/get-all.ts';
import { Busy } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { joinedWrite, joiningWrite, memberAt, memberCountWrite, teamNamedBy, teamsOfVolunteer } from './rows.ts';

const attemptsMax = 12;

/**
 * Puts a person into the teams of another registration of the same person, which stays where it is: team by team, and
 * each once, however often it is done.
 */
export async function joinTeamsOf(
  tools: Tools,
  district: string,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): Promise<void> {
  const teams = (await readAll(tools.store, teamsOfVolunteer(district, from))).map(teamNamedBy);
  for (const team of teams) await joinOne(tools, district, { team, from, to }, now);
}

interface Joining {
  readonly team: string;
  readonly from: string;
  readonly to: string;
}
async function joinOne(tools: Tools, district: string, { team, from, to }: Joining, now: number): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [theirs, own] = await tools.store.get([memberAt(district, team, from), memberAt(district, team, to)]);
    if (!theirs || theirs.joinedBy === to) return;
    const joining = own ? [] : [memberCountWrite(district, team, 1), joiningWrite(district, team, to, now)];
    const writes = [joinedWrite(district, team, from, to), ...joining];
    if ((await tools.store.transact(`join#${team}#${from}#${to}#${now}#${attempt}`, writes)).done) return;
  }
  throw new Busy('A team’s members changed under every attempt to add one');
}

/** Forgets that another registration has joined the teams of this one, which is a person of its own again. */
export async function partTeamsOf(tools: Tools, district: string, volunteer: string): Promise<void> {
  const rows = await readAll(tools.store, teamsOfVolunteer(district, volunteer));
  const teams = rows.map(teamNamedBy);
  const members = await getAll(
    tools.store,
    teams.map((team) => memberAt(district, team, volunteer)),
  );
  for (const [at, team] of teams.entries()) {
    if (members[at]?.joinedBy === undefined) continue;
    const write = joinedWrite(district, team, volunteer, undefined);
    await tools.store.transact(`part#${team}#${volunteer}`, [write]);
  }
}
