/** Returns what nobody picked up in time, each redemption once, and brings the stars that waited for their months. */
import { Problem } from '../platform/problem.ts';
import { type Span, workOffDue } from '../platform/store/due.ts';
import type { Tools } from '../platform/tools.ts';
import { giveBack } from './give-back.ts';
import { settleStars } from './settle-stars.ts';
import { starsHeldName } from './star-rows.ts';

/** A wallet is one person's: more lost races than this is overload, and the clock comes again. */
const attemptsMax = 12;

/**
 * Returns what became overdue.
 * @returns redemptions returned by this call
 */
export function returnOverdue(tools: Tools, { since, now }: Span): Promise<number> {
  // The last instant of the time to pick up still belongs to it.
  return workOffDue(tools.store, 'Rewards', { since, now: now - 1 }, async ([district = '', wallet = '', id = '']) => {
    if (id !== starsHeldName) return Number(await returnOne(tools, { district, wallet, id }, now));
    await settleStars(tools, district, wallet, now);
    return 0;
  });
}

interface Named {
  readonly district: string;
  readonly wallet: string;
  readonly id: string;
}

async function returnOne(tools: Tools, { district, wallet, id }: Named, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const asked = { district, wallet, redemption: id, state: 'returned', by: 'clock', now } as const;
    const found = await giveBack(tools, asked).catch(closedMeanwhile);
    if (!found) return false;
    const outcome = await tools.store.transact(`RETURN#${id}#${tools.newId(now)}`, found.writes);
    if (outcome.done) return true;
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/** The index may still name a redemption that was handed over or cancelled a moment ago. */
function closedMeanwhile(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'redemption_not_open') return undefined;
  throw error;
}
