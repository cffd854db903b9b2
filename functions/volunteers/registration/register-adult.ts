/** The community's desk registers a grown volunteer who comes by; a card is printed as for everybody else. */
import type { registrations } from '../../../shared/contracts/registrations.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { Problem } from '../../platform/problem.ts';
import { cellText, nameText, numberText } from '../roster/cells.ts';
import { groupSaid } from './groups.ts';
import { newPerson } from './new-person.ts';

type Route = (typeof registrations)['POST /api/communities/{unit}/volunteers'];

export const registerAdult: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const place = who.units.get(params.unit);
    if (place?.kind !== 'community' || !who.units.covers(who.post.unit, place.id)) throw new Problem('not_found');
    const { birthDate } = body;
    const said = {
      name: nameText(cellText(body.name)),
      number: numberText(cellText(body.number)),
      birthDate,
      class: groupSaid(place.kind, { birthDate }, shanghaiDay(now)),
    };
    const registering = { id: tools.newId(now), school: place.id, said };
    const { volunteer, writes } = await newPerson(tools, who, registering, now);
    return { result: volunteer, writes, answer: { volunteer } };
  },
  show: async (_, __, volunteer) => ({ volunteer }),
};
