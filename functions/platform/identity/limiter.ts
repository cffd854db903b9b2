import { Busy, type Change, type Condition, type Guard, type Item, type Store, type Target } from '../store/port.ts';

/** How often something may be tried: `burst` times at once, then once in every `intervalMs`. */
export interface Budget {
  readonly now: number;
  readonly burst: number;
  readonly intervalMs: number;
}
export type Admission =
  | {
      readonly allowed: true;
      readonly write: { readonly update: Change; readonly when: Guard; readonly or: 'lost_race' };
    }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/**
 * Decides by the generic cell rate algorithm whether one more try is admitted. The row keeps a single number, `idleAt`:
 * when the budget will be whole again (epoch milliseconds). The write's guard is a range and its change an addition,
 * so that tries at the same moment do not push each other out; only the first one after a pause can lose a race.
 * @param item the limiter's row; after a lost race the row as the store saw it
 */
export function admit(item: Item | undefined, { now, burst, intervalMs }: Budget): Admission {
  const lastMs = now + (burst - 1) * intervalMs;
  const idleAt = typeof item?.idleAt === 'number' ? item.idleAt : 0;
  if (idleAt > lastMs) return { allowed: false, retryAfterSeconds: Math.ceil((idleAt - lastMs) / 1000) };
  const ttl = Math.ceil((lastMs + intervalMs) / 1000);
  const within: Condition = ['idleAt', '<=', lastMs];
  if (idleAt >= now) return allow({ add: { idleAt: intervalMs }, set: { ttl } }, within);
  const unused: Condition = ['idleAt', 'absent'];
  const whole: Condition = ['idleAt', '<', now];
  return allow({ set: { idleAt: now + intervalMs, ttl } }, { any: [unused, whole] });
}

function allow(update: Change, condition: Condition): Admission {
  return { allowed: true, write: { update, when: [condition], or: 'lost_race' } };
}

/** A try loses at most the race after a pause; more than this is a store under overload. */
const attemptsMax = 5;

/**
 * Takes one try from the budget kept at `target`. Take it before the work that it limits: a guess that has been
 * checked cannot be unchecked.
 * @param operation names this try, as in `Store.transact`
 * @returns 0 when admitted, else the seconds to wait
 */
export async function takeTry(store: Store, target: Target, budget: Budget, operation: string): Promise<number> {
  let [item] = await store.get([target]);
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const admission = admit(item, budget);
    if (!admission.allowed) return admission.retryAfterSeconds;
    const outcome = await store.transact(`${operation}#${attempt}`, [{ ...target, ...admission.write }]);
    if (outcome.done) return 0;
    item = outcome.failed[0]?.item;
  }
  throw new Busy('A limiter lost every race');
}
