/** Adds to or takes from an item's stock at a desk, with a reason on record; a stock never falls below zero. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import { type Desk, readDesk } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { inLine, readItem, showItem } from './read-items.ts';
import { stockChangeWrites } from './rows.ts';

type Route = (typeof rewards)['POST /api/items/{item}/stock'];

export const changeStock: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const [item, desk] = await Promise.all([
      readItem(tools, who.district, params.item),
      readDesk(tools, who.district, body.desk),
    ]);
    if (!item || !desk || !runs(who, desk) || !inLine(who.units, item.unit, desk.unit)) throw new Problem('not_found');
    const { change, reason } = body;
    const id = tools.newId(now);
    const writes = stockChangeWrites(who.district, {
      id,
      item: item.id,
      desk,
      change,
      reason,
      by: who.person,
      at: now,
    });
    return { result: item.id, writes };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};

const runs = ({ post, units }: Who, desk: Desk) =>
  post.role === 'desk' ? post.scope === desk.id : units.covers(post.scope, desk.unit);
