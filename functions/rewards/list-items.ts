/**
 * The shop: people see what is open to their unit; staff see all items of their units, and what the units above offer.
 */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { scopeOf } from '../../shared/roles.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { pageThrough } from './page-through.ts';
import { showItems } from './read-items.ts';
import { catalogOf, itemNamedBy, shopOf } from './rows.ts';

type Route = (typeof rewards)['GET /api/items'];

export async function listItems({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { items, next } = await pageThrough(tools, listsFor(who), query);
  return { items: await showItems(tools, who, items.map(itemNamedBy)), next };
}

function listsFor({ district, post, units }: Who) {
  const [own, ...above] = units.above(post.unit);
  if (own === undefined) return [];
  const first = scopeOf[post.role] === 'person' ? shopOf(district, own) : catalogOf(district, own);
  return [first, ...above.map((unit) => shopOf(district, unit))];
}
