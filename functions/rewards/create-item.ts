/** Puts a new item into the shop of a unit in the asker's scope: open, with no stock yet. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { assertPrice } from './price.ts';
import { showItem } from './read-items.ts';
import { creationWrites } from './rows.ts';

type Route = (typeof rewards)['POST /api/items'];

export const createItem: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    if (!who.units.covers(who.post.scope, body.unit)) throw new Problem('not_found');
    await assertPrice(tools, who.district, body.price, now);
    const item = { id: tools.newId(now), ...body, open: true };
    const answer: Answer<Route> = { ...item, stock: [] };
    const writes = creationWrites(who.district, who.units, item, { at: now, by: who.person });
    return { result: item.id, writes, answer };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};
