/** A team's members with name, number and class, for those who oversee it. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teams } from '../../shared/contracts/teams.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, isCovered, type Person, readPeople } from '../volunteers/index.ts';
import { membersQuery, volunteerOf } from './rows.ts';
import { teamInScope } from './team-in-scope.ts';

type Route = (typeof teams)['GET /api/teams/{team}/members'];

export async function listMembers({ who, params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const team = await teamInScope(tools, who, params.team);
  const { items, next } = await pageOf(tools, membersQuery(who.district, team.id), query);
  if (items.length === 0) return { items: [], next };
  const people = await readPeople(tools, who.district, items.map(volunteerOf));
  const today = shanghaiDay(now);
  const settings = await readSettings(tools, who.district, today);
  // A child whose consent was taken back stays a member, unseen, until it is given again.
  const known = people.filter((person) => person?.active && isCovered(person, today, settings)) as Person[];
  const members = known.map((person) => ({
    volunteer: person.id,
    name: person.name,
    number: person.number,
    class: classLabel(person, today),
  }));
  return { items: members, next };
}
