/** Gives one redemption back for whoever does so to many, each in its own transaction, tried again when it raced. */
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type GivingBack, giveBack } from './give-back.ts';

/** A wallet is one person's: more lost races than this is overload, and the caller comes again. */
const attemptsMax = 12;

/** @returns whether it was this call that gave it back; somebody else may have closed it a moment ago */
export async function giveBackNow(tools: Tools, asked: GivingBack): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const found = await giveBack(tools, asked).catch(closedMeanwhile);
    if (!found) return false;
    const outcome = await tools.store.transact(`RETURN#${asked.redemption}#${tools.newId(asked.now)}`, found.writes);
    if (outcome.done) return true;
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/** The index may still name a redemption that was handed over or cancelled a moment ago. */
function closedMeanwhile(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'redemption_not_open') return undefined;
  throw error;
}
