/** Changes an item's price, opens or closes it; redemptions already made keep what they were made for. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { assertPrice } from './price.ts';
import { readItem, showItem } from './read-items.ts';
import { changeWrites } from './rows.ts';

type Route = (typeof rewards)['PUT /api/items/{item}'];

export const changeItem: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const item = await readItem(tools, who.district, params.item);
    if (!item || !who.units.covers(who.post.scope, item.unit)) throw new Problem('not_found');
    const mayBeFree = item.service !== undefined;
    if (!item.gift && body.price !== item.price) await assertPrice(tools, who.district, body.price, now, { mayBeFree });
    const to = { ...body, price: item.gift ? 0 : body.price };
    return { result: item.id, writes: changeWrites(who.district, item, to, { at: now, by: who.person }) };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};
