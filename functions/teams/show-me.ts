/** What a volunteer's own page says of the volunteer: who and where, the consent, the teams. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { showPerson } from '../volunteers/index.ts';
import { readTeams } from './read-team.ts';
import { teamNamedBy, teamsOfVolunteer } from './rows.ts';

type Route = (typeof teams)['GET /api/me'];

export async function showMe({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const [me, rows] = await Promise.all([
    showPerson(tools, who, subjectOf(who), now),
    readAll(tools.store, teamsOfVolunteer(who.district, subjectOf(who))),
  ]);
  if (!me) throw new Error('A volunteer with an account is on no roster');
  return { ...me, teams: await readTeams(tools, who.district, rows.map(teamNamedBy)) };
}
