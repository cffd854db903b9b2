/** A store that tries again where that is safe, so that no story has to know of conflicts, throttling or silence. */
import { setTimeout as pause } from 'node:timers/promises';
import { Busy, type Item, type Outcome, OutcomeUnknown, type Store, type Write } from './port.ts';
import { sameValue } from './same-value.ts';

export interface RetryOptions {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicNow: () => number;
  /** No try starts later than this after the first one. */
  readonly deadlineMs: number;
}

const defaults: RetryOptions = {
  sleep: (milliseconds) => pause(milliseconds),
  random: Math.random,
  monotonicNow: () => performance.now(),
  deadlineMs: 8000,
};
const triesMax = 12;
const pauseMsFirst = 20;
const pauseMsMax = 320;

/**
 * Repeats what certainly did nothing (`Busy`) after a pause with full jitter, at most 12 tries. A write whose outcome
 * is unknown is repeated byte for byte, under the same operation, until the deadline: a later definite answer settles
 * it, while `Busy` after it settles nothing.
 * @throws Busy or OutcomeUnknown when time or tries have run out
 */
export function retrying(store: Store, options: Partial<RetryOptions> = {}): Store {
  const { sleep, random, monotonicNow, deadlineMs } = { ...defaults, ...options };

  async function persist<T>(attempt: (unknownBefore: boolean) => Promise<T>): Promise<T> {
    const start = monotonicNow();
    let unknown: OutcomeUnknown | undefined;
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(unknown !== undefined);
      } catch (error) {
        if (error instanceof OutcomeUnknown) unknown = error;
        else if (!(error instanceof Busy)) throw error;
        const pauseMs = random() * Math.min(pauseMsMax, pauseMsFirst * 2 ** (tries - 1));
        const spent = monotonicNow() - start + pauseMs >= deadlineMs || (!unknown && tries >= triesMax);
        if (spent) throw unknown ?? error;
        await sleep(pauseMs);
      }
    }
  }

  return {
    get: (keys) => persist(() => store.get(keys)),
    query: (query) => persist(() => store.query(query)),
    scan: (scan) => persist(() => store.scan(scan)),
    transact: (operation, writes) =>
      persist(async (unknownBefore) => {
        const outcome = await store.transact(operation, writes);
        return unknownBefore ? settled(outcome, writes) : outcome;
      }),
  };
}

/**
 * A plain conditional write has no token: where its own unknown try has come true, the repeat fails on its guard. The
 * item then stands exactly as the write would leave it, and the write is done.
 */
function settled(outcome: Outcome, writes: readonly Write[]): Outcome {
  const [write] = writes;
  if (outcome.done || !write || writes.length > 1) return outcome;
  return stands(write, outcome.failed[0]?.item) ? { done: true } : outcome;
}

function stands(write: Write, item: Item | undefined): boolean {
  if ('put' in write) return sameValue(item, { ...write.put, ...write.key });
  if ('remove' in write) return item === undefined;
  if ('check' in write || write.update.add || !item) return false;
  const { set = {}, remove = [] } = write.update;
  return Object.keys(set).every((name) => sameValue(set[name], item[name])) && !remove.some((name) => name in item);
}
