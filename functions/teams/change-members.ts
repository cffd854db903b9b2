/**
 * Volunteers enter or leave a team, each with an own result; the rows and the team's member count change in one
 * transaction, and repeating the call changes nothing.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { isCovered, type Person, readPeople, unchangedPerson } from '../volunteers/index.ts';
import { membersOf, readTeam } from './read-team.ts';
import { joiningWrite, leavingWrite, memberCountWrite, type Team } from './rows.ts';
import { teamInScope } from './team-in-scope.ts';

type JoinRoute = (typeof teams)['POST /api/teams/{team}/members'];
type LeaveRoute = (typeof teams)['POST /api/teams/{team}/departures'];
type Outcome = { id: string; outcome: 'done' | 'not_found' | 'person_not_eligible' | 'consent_missing' };

/** What a call finds: an outcome for each volunteer, and the writes still to be done, one for each that changes. */
interface Change {
  readonly outcomes: readonly Outcome[];
  readonly writes: readonly Write[];
  readonly membersAdded: number;
}
/** Leaders of one team at work at the same time: more lost races than this is overload. */
const attemptsMax = 12;

export function joinTeam({ who, params, body, now }: Ask<JoinRoute>, tools: Tools): Promise<Answer<JoinRoute>> {
  return change(
    tools,
    who,
    params.team,
    async (team) => {
      const volunteers = [...new Set(body.volunteers)];
      const today = shanghaiDay(now);
      const [people, members, settings] = await Promise.all([
        readPeople(tools, who.district, volunteers),
        membersOf(tools, who.district, team.id, volunteers),
        readSettings(tools, who.district, today),
      ]);
      const outcomes = volunteers.map((id, at) => {
        const outcome = admission(who, team, people[at]);
        const person = people[at];
        const missing = outcome === 'done' && person && !isCovered(person, today, settings);
        return { id, outcome: missing ? ('consent_missing' as const) : outcome };
      });
      const joining = people.flatMap((person, at) =>
        person && outcomes[at]?.outcome === 'done' && !members[at] ? [person] : [],
      );
      // Two writes each, and one for the team, are within a transaction's hundred.
      const writes = joining.flatMap((person) => [
        joiningWrite(who.district, team.id, person.id, now),
        unchangedPerson(who.district, person),
      ]);
      return { outcomes, writes, membersAdded: joining.length };
    },
    now,
  );
}

export function leaveTeam({ who, params, body, now }: Ask<LeaveRoute>, tools: Tools): Promise<Answer<LeaveRoute>> {
  return change(
    tools,
    who,
    params.team,
    async (team) => {
      const volunteers = [...new Set(body.volunteers)];
      const members = await membersOf(tools, who.district, team.id, volunteers);
      const outcomes = volunteers.map((id, at): Outcome => ({ id, outcome: members[at] ? 'done' : 'not_found' }));
      const leaving = volunteers.filter((_, at) => members[at]);
      const writes = leaving.map((id) => leavingWrite(who.district, team.id, id));
      return { outcomes, writes, membersAdded: -writes.length };
    },
    now,
  );
}

async function change(tools: Tools, who: Who, id: string, decide: (team: Team) => Promise<Change>, now: number) {
  const team = await teamInScope(tools, who, id);
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const { outcomes, writes, membersAdded } = await decide(team);
    if (writes.length > 0) {
      const all = [memberCountWrite(who.district, team.id, membersAdded), ...writes];
      const outcome = await tools.store.transact(`MEMBERS#${team.id}#${tools.newId(now)}`, all);
      if (!outcome.done) continue;
    }
    return { items: [...outcomes], team: (await readTeam(tools, who.district, team.id)) ?? team };
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/** Whom the asker cannot see is not found; whom the team's unit does not cover cannot become a member. */
function admission({ post, units }: Who, team: Team, person: Person | undefined): Outcome['outcome'] {
  if (!person || !units.covers(post.unit, person.school)) return 'not_found';
  return person.active && units.covers(team.unit, person.school) ? 'done' : 'person_not_eligible';
}
