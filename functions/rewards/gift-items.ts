/** Items that star gifts are chosen from: they cost no points, and their stock is their own. */
import type { gifts } from '../../shared/contracts/gifts.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { pageThrough } from './page-through.ts';
import { showItem, showItems } from './read-items.ts';
import { creationWrites, giftShopOf, itemNamedBy } from './rows.ts';

type Create = (typeof gifts)['POST /api/gift-items'];
type List = (typeof gifts)['GET /api/gift-items'];

export const createGiftItem: GuardedStory<Create> = {
  async plan({ who, body: { unit, name, kind, levelMin, scheme }, now }, tools) {
    if (!mayAdd(who, unit)) throw new Problem('not_found');
    const gift = { levelMin, ...(scheme && { scheme }) };
    const item = { id: tools.newId(now), unit, name, kind, price: 0, open: true, gift };
    const writes = creationWrites(who.district, who.units, item, { at: now, by: who.person });
    return { result: item.id, writes, answer: { ...item, stock: [] } };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};

/** A desk adds items for its own unit, an administrator for any in scope. */
const mayAdd = ({ post, units }: Who, unit: string) =>
  post.role === 'desk' ? post.unit === unit : units.covers(post.scope, unit);

export async function listGiftItems({ who, query }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const lists = who.units.above(who.post.unit).map((unit) => giftShopOf(who.district, unit));
  const { items, next } = await pageThrough(tools, lists, query);
  return { items: await showItems(tools, who, items.map(itemNamedBy)), next };
}
