/**
 * What time brings to wishes: a claim that was not kept ends, and a wish nobody took comes back to the community. Each
 * once; repeating changes nothing.
 */
import { type Span, workOffDue } from '../platform/store/due.ts';
import { Busy } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { onListAgain } from './claim.ts';
import { findWish, moved } from './read-wish.ts';
import { wishWrite } from './rows.ts';

const attemptsMax = 12;

/** @returns wishes moved by this call */
export const moveDueWishes = (tools: Tools, { since, now }: Span): Promise<number> =>
  workOffDue(tools.store, 'Wishes', { since, now }, async ([district = '', id = '']) =>
    Number(await moveOne(tools, district, id, now)),
  );

async function moveOne(tools: Tools, district: string, id: string, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const wish = await findWish(tools, district, id);
    if (wish?.dueAt === undefined || wish.dueAt > now) return false;
    const onList = wish.state === 'claimed' && (wish.listedUntil ?? 0) > now;
    const next = onList ? onListAgain(wish, now) : moved(wish, 'in_review', now, { claimer: undefined });
    if (wish.state !== 'claimed' && wish.state !== 'listed') return false;
    const outcome = await tools.store.transact(`due#${id}#${wish.rev}#${attempt}`, [wishWrite(next, wish.rev)]);
    if (outcome.done) return true;
  }
  throw new Busy('A wish changed under every attempt to move it');
}
