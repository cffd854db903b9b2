import { minuteMs } from '../../shared/rules/durations.ts';
import { takeTry } from '../platform/identity/limiter.ts';
import type { Tools } from '../platform/tools.ts';
import { triesAt } from './rows.ts';

/** A school is one address: a class may do it at once, then one a minute. */
const budget = { burst: 60, intervalMs: minuteMs };

/**
 * Takes one try at something that anybody may do without signing in.
 * @param what names it: each thing has a budget of its own
 * @returns 0 when admitted, else the seconds to wait
 */
export const takePublicTry = (tools: Tools, what: string, address: string, now: number): Promise<number> => {
  const key = tools.vault.blindIndex('address', `${what}|${address}`);
  return takeTry(tools.store, triesAt('address', key), { ...budget, now }, tools.newId(now));
};
