/** How often a secret may be tried: five times in a row for one login, 300 times in a row from one address. */
import { takeTry } from '../platform/identity/limiter.ts';
import { Problem } from '../platform/problem.ts';
import type { Target } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { triesAt } from './rows.ts';

/** A school is one address: a whole class signs in at once. */
const addressBudget = { burst: 300, intervalMs: 1000 };
/** After five failures one try a minute: 1,440 a day of a million PINs. */
const loginBudget = { burst: 5, intervalMs: 60_000 };

export async function takeAddressTry(tools: Tools, address: string, now: number): Promise<void> {
  await take(tools, triesAt('address', tools.vault.blindIndex('address', address)), { ...addressBudget, now });
}

/** Taken before the secret is checked; proving it gives the whole budget back. */
export async function takeLoginTry(tools: Tools, login: string, now: number): Promise<void> {
  await take(tools, triesAt('login', login), { ...loginBudget, now });
}

/** Gives a login its whole budget back. */
export const forgetTries = (login: string) => ({ ...triesAt('login', login), remove: true as const });

async function take(tools: Tools, target: Target, budget: { burst: number; intervalMs: number; now: number }) {
  const retryAfter = await takeTry(tools.store, target, budget, tools.newId(budget.now));
  if (retryAfter > 0) throw new Problem('sign_in_paused', { retryAfter });
}
