/**
 * Who goes on when. Every call of the store waits for its turn here, and one seeded choice at a time decides which of
 * those that wait goes on: all concurrency there is comes from these choices. A turn takes one millisecond of a clock
 * of its own; where everybody sleeps, the clock jumps to the first who wakes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.ts';

export interface Schedule {
  /** Waits until it is this call's turn. */
  turn(): Promise<void>;
  sleep(milliseconds: number): Promise<void>;
  /** Lets something happen some time from now, when whoever asked for it has long gone on. */
  later(milliseconds: number, happen: () => void): void;
  /** Milliseconds since the start; never goes back. */
  now(): number;
}
export interface Scheduler extends Schedule {
  /** Gives turns until the work is done and nobody waits any more. @throws when the work stands still */
  run(work: Promise<unknown>): Promise<void>;
}
interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export function seededScheduler(random: Random): Scheduler {
  const waiting: (() => void)[] = [];
  let sleepers: Sleeper[] = [];
  let firstWake = Number.POSITIVE_INFINITY;
  let clock = 0;

  function later(milliseconds: number, wake: () => void): void {
    const until = clock + Math.ceil(milliseconds);
    sleepers.push({ until, wake });
    firstWake = Math.min(firstWake, until);
  }
  function wakeSleepers(): void {
    for (const { until, wake } of sleepers) if (until <= clock) waiting.push(wake);
    sleepers = sleepers.filter(({ until }) => until > clock);
    firstWake = Math.min(...sleepers.map(({ until }) => until));
  }
  /** @returns false when nobody waits */
  function giveTurn(): boolean {
    clock++;
    if (waiting.length === 0 && sleepers.length > 0) clock = Math.max(clock, firstWake);
    if (firstWake <= clock) wakeSleepers();
    const chosen = random.below(waiting.length);
    const goOn = waiting[chosen];
    if (!goOn) return false;
    waiting[chosen] = waiting.at(-1) as () => void;
    waiting.pop();
    goOn();
    return true;
  }

  return {
    turn: () => new Promise((resolve) => waiting.push(resolve)),
    sleep: (milliseconds) => new Promise((resolve) => later(milliseconds, resolve)),
    later,
    now: () => clock,
    run: (work) =>
      new Promise((resolve, reject) => {
        let done = false;
        work.then(() => {
          done = true;
        }, reject);
        const stop = () => (done ? resolve() : reject(new Error('Everybody has stopped and the work is not done')));
        // A tick asked for from a microtask comes when all microtasks are done: whoever got a turn waits again by then.
        const next = () => (giveTurn() ? queueMicrotask(() => process.nextTick(next)) : stop());
        process.nextTick(next);
      }),
  };
}

/** For a store with a concurrency of its own: everybody goes on at once, and the clock is the machine's. */
export function realTime(): Scheduler {
  const start = performance.now();
  const pending = new Set<Promise<void>>();
  return {
    turn: async () => {},
    sleep: (milliseconds) => pause(milliseconds),
    later(milliseconds, happen) {
      const happened = pause(milliseconds).then(happen);
      pending.add(happened);
      void happened.finally(() => pending.delete(happened));
    },
    now: () => performance.now() - start,
    async run(work) {
      await work;
      await Promise.all(pending);
    },
  };
}
