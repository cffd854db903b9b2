/** Adds to or takes from an item's stock at a desk, with a reason on record; a stock never falls below zero. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import { type Desk, readDesk } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { inLine, readItem, showItem } from './read-items.ts';
import type { RewardItem } from './rows.ts';
import { stockChangeWrites } from './stock-change-rows.ts';

type Route = (typeof rewards)['POST /api/items/{item}/stock'];

export const changeStock: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const { item, desk } = await readStock(tools, who, params.item, body.desk);
    const { change, reason } = body;
    const entry = { id: tools.newId(now), item: item.id, desk, change, reason, by: who.person, at: now };
    return { result: item.id, writes: stockChangeWrites(who.district, entry) };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};

interface Kept {
  readonly item: RewardItem;
  readonly desk: Desk;
}

/** An item and a desk whose stock of it the asker keeps. @throws not_found */
export async function readStock(tools: Tools, who: Who, itemId: string, deskId: string): Promise<Kept> {
  const [item, desk] = await Promise.all([
    readItem(tools, who.district, itemId),
    readDesk(tools, who.district, deskId),
  ]);
  if (!item || !desk || !runs(who, desk) || !inLine(who.units, item.unit, desk.unit)) throw new Problem('not_found');
  return { item, desk };
}

/** A desk's keeper runs that desk, an administrator those of the units below. */
export const runs = ({ post, units }: Who, desk: Desk) =>
  post.role === 'desk' ? post.scope === desk.id : units.covers(post.scope, desk.unit);
