/**
 * What time brings to wishes: a claim that was not kept ends, and a wish nobody took comes back to the community. Each
 * once; repeating changes nothing.
 */
import { readDue } from '../platform/store/due.ts';
import { Busy } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { onListAgain } from './claim.ts';
import { findWish, moved } from './read-wish.ts';
import { wishWrite } from './rows.ts';

const attemptsMax = 12;

/**
 * Moves what became due from `since` to `now`, both epoch milliseconds; the shards of a day side by side.
 * @returns wishes moved by this call
 */
export async function moveDueWishes(tools: Tools, { since, now }: { since: number; now: number }): Promise<number> {
  let count = 0;
  const moveList = async (list: readonly (readonly string[])[]) => {
    for (const [district = '', id = ''] of list) if (await moveOne(tools, district, id, now)) count++;
  };
  for await (const lists of readDue(tools.store, 'Wishes', { since, now })) await Promise.all(lists.map(moveList));
  return count;
}

async function moveOne(tools: Tools, district: string, id: string, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const wish = await findWish(tools, district, id);
    if (wish?.dueAt === undefined || wish.dueAt > now) return false;
    const onList = wish.state === 'claimed' && (wish.listedUntil ?? 0) > now;
    const next = onList ? onListAgain(wish, now) : moved(wish, 'in_review', { claimer: undefined });
    if (wish.state !== 'claimed' && wish.state !== 'listed') return false;
    const outcome = await tools.store.transact(`due#${id}#${wish.rev}#${attempt}`, [wishWrite(next, wish.rev)]);
    if (outcome.done) return true;
  }
  throw new Busy('A wish changed under every attempt to move it');
}
