/** Returns what nobody picked up in time, each redemption once, however often the clock calls. */
import { Problem } from '../platform/problem.ts';
import type { Query } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { giveBack } from './give-back.ts';
import { namedByDue, overdueHours } from './redemption-rows.ts';

/** A wallet is one person's: more lost races than this is overload, and the clock comes again. */
const attemptsMax = 12;

/**
 * Walks the hours from `since` to `now`, both epoch milliseconds. The index only says where to look; what is done is
 * decided by the redemption itself. The shards of an hour are worked through side by side.
 * @returns redemptions returned by this call
 */
export async function returnOverdue(tools: Tools, { since, now }: { since: number; now: number }): Promise<number> {
  let returned = 0;
  const returnShard = async (shard: Omit<Query, 'limit'>) => {
    for (const row of await readAll(tools.store, shard)) {
      if (await returnOne(tools, namedByDue(row), now)) returned++;
    }
  };
  for (const shards of overdueHours(since, now)) await Promise.all(shards.map(returnShard));
  return returned;
}

async function returnOne(tools: Tools, named: ReturnType<typeof namedByDue>, now: number): Promise<boolean> {
  const { district, wallet, id } = named;
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
