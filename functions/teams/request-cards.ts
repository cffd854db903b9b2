/**
 * A leader asks the school to print members' login cards anew. The leader learns no code: it appears where the school
 * prints the card. Asking again changes nothing; a result for each member.
 */
import { cardRequests } from '../../shared/contracts/card-requests.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { bind } from '../platform/http/story.ts';
import type { Tools } from '../platform/tools.ts';
import { cardRequestWrite, isCovered, listCardRequests, readPeople } from '../volunteers/index.ts';
import { membersOf } from './read-team.ts';
import { teamInScope } from './team-in-scope.ts';

type Route = (typeof cardRequests)['POST /api/teams/{team}/card-requests'];

async function requestCards({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, person: by } = who;
  const team = await teamInScope(tools, who, params.team);
  const ids = [...new Set(body.volunteers)];
  const today = shanghaiDay(now);
  const [members, people, settings] = await Promise.all([
    membersOf(tools, district, team.id, ids),
    readPeople(tools, district, ids),
    readSettings(tools, district, today),
  ]);
  const request = async (id: string, at: number) => {
    const person = members[at] ? people[at] : undefined;
    if (!person?.active || !isCovered(person, today, settings)) return { id, outcome: 'not_found' };
    // A guard that fails means that it has been asked before.
    await tools.store.transact(`card#${id}#${tools.newId(now)}`, [cardRequestWrite(district, person, { by, at: now })]);
    return { id, outcome: 'done' };
  };
  return { items: await Promise.all(ids.map(request)) };
}

export const cardRequestsCapability = bind(cardRequests, {
  'POST /api/teams/{team}/card-requests': requestCards,
  'GET /api/card-requests': listCardRequests,
});
