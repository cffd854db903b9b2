/** Opens a desk in a unit: people of the unit and of all units below it can pick up there. */
import type { district } from '../../shared/contracts/district.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { readDesk } from './read-district.ts';
import { deskAt, written } from './rows.ts';

type Route = (typeof district)['POST /api/desks'];

export const openDesk: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    if (!who.units.covers(who.post.unit, body.unit)) throw new Problem('not_found');
    const desk = { id: tools.newId(now), ...body };
    return {
      result: desk.id,
      writes: [{ ...deskAt(who.district, desk.id), put: { ...written(who.person, now), ...desk } }],
      answer: desk,
    };
  },
  async show({ who }, tools, id) {
    const desk = await readDesk(tools, who.district, id);
    if (!desk) throw new Error('A desk has vanished');
    return desk;
  },
};
