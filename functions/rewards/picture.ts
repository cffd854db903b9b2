/** An item's picture: whoever runs the item changes it, and whoever may see the item sees it. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { getPicture, putPicture } from '../platform/files/picture.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { inLine, readItem, showItem } from './read-items.ts';
import { pictureWrite } from './rows.ts';

type Put = (typeof rewards)['PUT /api/items/{item}/picture'];
type Show = (typeof rewards)['GET /api/items/{item}/picture'];

const folderOf = (district: string, item: string) => `${district}/items/${item}`;

export const putItemPicture: GuardedStory<Put> = {
  async plan({ who, params, body }, tools) {
    const item = await readItem(tools, who.district, params.item);
    if (!item || !who.units.covers(who.post.scope, item.unit)) throw new Problem('not_found');
    const picture = await putPicture(tools.files, folderOf(who.district, item.id), body);
    return { result: item.id, writes: [pictureWrite(who.district, item.id, picture)] };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};

export async function showPicture({ who, params }: Ask<Show>, tools: Tools): Promise<Answer<Show>> {
  const item = await readItem(tools, who.district, params.item);
  if (!item?.picture || !inLine(who.units, item.unit, who.post.unit)) throw new Problem('not_found');
  return getPicture(tools.files, folderOf(who.district, item.id), item.picture);
}
