/** Items with their stock at the desks somebody can reach. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { scopeOf } from '../../shared/roles.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { type Desk, readDesks } from '../district/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { type Item, limits, type Target } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { addressOf, itemAt, type RewardItem, rewardItemOf, stockAt, stockOf } from './rows.ts';

type ShownItem = Answer<(typeof rewards)['GET /api/items']>['items'][number];

/** Whether two units have people in common: one lies within the other. */
export const inLine = (units: UnitTree, one: string, other: string) =>
  units.covers(one, other) || units.covers(other, one);

/** People see the desks that serve their unit; staff also those below theirs. */
const reaches = ({ post, units }: Who, desk: Desk) =>
  scopeOf[post.role] === 'person' ? units.covers(desk.unit, post.unit) : inLine(units, desk.unit, post.unit);

/** In the order asked, without those that do not exist. */
export async function showItems(tools: Tools, who: Who, ids: readonly string[]): Promise<ShownItem[]> {
  if (ids.length === 0) return [];
  const desks = (await readDesks(tools, who.district)).filter((desk) => reaches(who, desk));
  const places = ids.flatMap((id) => desks.map((desk) => stockAt(who.district, id, desk.id)));
  const rows = await readMany(tools, [...ids.map((id) => itemAt(who.district, id)), ...places]);
  return ids.flatMap((id, index) => {
    const item = rewardItemOf(id, rows[index]);
    if (!item) return [];
    const from = ids.length + index * desks.length;
    const stock = rows
      .slice(from, from + desks.length)
      .map(stockOf)
      .filter((row) => row !== undefined);
    const picture = item.picture && addressOf(id, item.picture);
    return [{ ...item, picture, stock: stock.map(({ desk, quantity }) => ({ desk, quantity })) }];
  });
}

export async function showItem(tools: Tools, who: Who, id: string): Promise<ShownItem> {
  const [item] = await showItems(tools, who, [id]);
  if (!item) throw new Problem('not_found');
  return item;
}

export async function readItem(tools: Tools, district: string, id: string): Promise<RewardItem | undefined> {
  const [row] = await tools.store.get([itemAt(district, id)]);
  return rewardItemOf(id, row);
}

async function readMany(tools: Tools, targets: readonly Target[]): Promise<(Item | undefined)[]> {
  const batches: (readonly Target[])[] = [];
  for (let from = 0; from < targets.length; from += limits.keysPerGet) {
    batches.push(targets.slice(from, from + limits.keysPerGet));
  }
  return (await Promise.all(batches.map((batch) => tools.store.get(batch)))).flat();
}
