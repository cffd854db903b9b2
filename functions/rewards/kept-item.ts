import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { inLine, readItem } from './read-items.ts';
import type { RewardItem } from './rows.ts';

/** An item that is kept in the asker's scope, or offered there by a unit above. @throws not_found */
export async function readKeptItem(tools: Tools, { district, units, post }: Who, id: string): Promise<RewardItem> {
  const item = await readItem(tools, district, id);
  if (!item || !inLine(units, item.unit, post.unit)) throw new Problem('not_found');
  return item;
}
