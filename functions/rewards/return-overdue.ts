/** Returns what nobody picked up in time, each redemption once, and brings the stars that waited for their months. */
import { type Span, workOffDue } from '../platform/store/due.ts';
import type { Tools } from '../platform/tools.ts';
import { giveBackNow } from './give-back-now.ts';
import { settleStars } from './settle-stars.ts';
import { starsHeldName } from './star-rows.ts';

/**
 * Returns what became overdue.
 * @returns redemptions returned by this call
 */
export function returnOverdue(tools: Tools, { since, now }: Span): Promise<number> {
  // The last instant of the time to pick up still belongs to it.
  return workOffDue(tools.store, 'Rewards', { since, now: now - 1 }, async ([district = '', wallet = '', id = '']) => {
    const asked = { district, wallet, redemption: id, state: 'returned', by: 'clock', now } as const;
    if (id !== starsHeldName) return Number(await giveBackNow(tools, asked));
    await settleStars(tools, district, wallet, now);
    return 0;
  });
}
