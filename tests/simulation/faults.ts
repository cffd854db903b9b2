/**
 * What goes wrong between a story and its store (and on a client's way to us). Each kind has its own likelihood, drawn
 * anew for each seed and none at all in many: a fault often shows only when others are rare.
 */
import { Busy, type Outcome, OutcomeUnknown, type Store, type Write } from '../../functions/platform/store/port.ts';
import type { Random } from './random.ts';
import type { Schedule } from './scheduler.ts';

export interface Faults {
  /** Likelihoods, for each write of the store; reads are throttled half as often as writes. */
  readonly busy: number;
  readonly lostRequest: number;
  readonly lostReply: number;
  /** The caller is told that nobody knows, and the write happens up to 40 turns after. */
  readonly late: number;
  /**
   * Likelihoods, for each request of a client: nobody receives the answer; it is sent twice at once; its process dies.
   */
  readonly lostAnswer: number;
  readonly doubled: number;
  readonly crash: number;
  /** Likelihood that a stream tells a change it has told before. */
  readonly retold: number;
  /** Servers' clocks are wrong by up to so much, either way. */
  readonly skewMs: number;
  /** Commits the indexes may be behind. */
  readonly indexLag: number;
  /** For how long a request tries on. */
  readonly deadlineMs: number;
}

export const noFaults: Faults = {
  busy: 0,
  lostRequest: 0,
  lostReply: 0,
  late: 0,
  lostAnswer: 0,
  doubled: 0,
  crash: 0,
  retold: 0,
  skewMs: 0,
  indexLag: 0,
  deadlineMs: 8000,
};

export function drawFaults(random: Random): Faults {
  const upTo = (most: number) => (random.chance(0.6) ? random.unit() * most : 0);
  return {
    busy: upTo(0.4),
    lostRequest: upTo(0.15),
    lostReply: upTo(0.3),
    late: upTo(0.15),
    lostAnswer: upTo(0.3),
    doubled: upTo(0.2),
    crash: upTo(0.1),
    retold: upTo(0.2),
    skewMs: upTo(10 * 60_000),
    indexLag: Math.round(upTo(60)),
    deadlineMs: random.pick([60, 400, 8000]),
  };
}

const lateMsMax = 40;
/** Nobody is left to hear how it ends. */
const unheard = (call: Promise<unknown>) => void call.catch(() => {});

/** A store that fails as the weather is at the moment of the call. */
export function failingStore(store: Store, faults: () => Faults, random: Random, schedule: Schedule): Store {
  async function read<T>(call: () => Promise<T>): Promise<T> {
    await schedule.turn();
    if (random.chance(faults().busy / 2)) throw new Busy('A read was throttled');
    return call();
  }
  return {
    get: (keys) => read(() => store.get(keys)),
    query: (query) => read(() => store.query(query)),
    scan: (scan) => read(() => store.scan(scan)),
    async transact(operation, writes) {
      await schedule.turn();
      const { busy, lostRequest, lostReply, late } = faults();
      const lot = random.unit();
      if (lot < busy) throw new Busy('A write met another');
      if (lot < busy + lostRequest) throw new OutcomeUnknown('The request was lost');
      if (lot < busy + lostRequest + late) {
        schedule.later(random.between(1, lateMsMax), () => unheard(store.transact(operation, writes)));
        throw new OutcomeUnknown('The store is slow to answer');
      }
      const outcome = await store.transact(operation, writes);
      if (lot < busy + lostRequest + late + lostReply) throw new OutcomeUnknown('The reply was lost');
      return outcome;
    },
  };
}

/**
 * A store as a process has it that dies: after so many calls no answer comes back. Whether the last call still reached
 * the store is left to chance.
 */
export function mortalStore(store: Store, callsLeft: number, random: Random, died: () => void): Store {
  let calls = 0;
  function survive<T>(call: () => Promise<T>): Promise<T> {
    if (++calls < callsLeft) return call();
    if (calls === callsLeft && random.chance(0.5)) unheard(call());
    died();
    return new Promise(() => {});
  }
  return {
    get: (keys) => survive(() => store.get(keys)),
    query: (query) => survive(() => store.query(query)),
    scan: (scan) => survive(() => store.scan(scan)),
    transact: (operation, writes) => survive(() => store.transact(operation, writes)),
  };
}

/**
 * A store that knows a transaction again, as DynamoDB does for ten minutes by its token, made of operation and writes:
 * a repeat of what was done is answered and does nothing. A plain write has no token.
 */
export function rememberingStore(store: Store): Store {
  const done = new Map<string, (readonly Write[])[]>();
  return {
    ...store,
    async transact(operation: string, writes: readonly Write[]): Promise<Outcome> {
      const before = done.get(operation) ?? [];
      if (before.some((other) => other === writes || JSON.stringify(other) === JSON.stringify(writes))) {
        return { done: true };
      }
      const outcome = await store.transact(operation, writes);
      if (outcome.done && writes.length > 1) done.set(operation, [...before, writes]);
      return outcome;
    },
  };
}
