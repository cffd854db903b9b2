/** The history of one seed on a store in memory, where every step is the seed's choice. */
import { createHash } from 'node:crypto';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { balancesIn } from './audit/ledger.ts';
import { readDistrict } from './audit/stored.ts';
import { audit } from './audit.ts';
import type { Feed } from './background.ts';
import { drawFaults, noFaults, rememberingStore } from './faults.ts';
import { nothingKnown } from './operations.ts';
import { calmDown, drawStart, earnFirstPoints, foundedAt, liveDays } from './phases.ts';
import { seeded } from './random.ts';
import { seededScheduler } from './scheduler.ts';
import type { Simulation } from './simulation.ts';
import { drawRules, foundWorld, toolMaker } from './world.ts';

export interface SeedResult {
  readonly seed: number;
  /** Requests clients sent. */
  readonly ops: number;
  readonly violations: readonly string[];
  /** Of everything that was heard, in order, and of the wallets in the end. */
  readonly hash: string;
}
export interface SeedOptions {
  /** Weakens the store that stories are given. */
  readonly mutate?: (store: Store) => Store;
  readonly print?: (line: string) => void;
}

const dayCount = 3;
const operationsPerDay = 28;
const pausesHours = [0.3, 3, 26, 40];

export async function runSeed(
  seed: number,
  { mutate = (store) => store, print }: SeedOptions = {},
): Promise<SeedResult> {
  const random = seeded(seed);
  const faults = drawFaults(random);
  let indexLag = 0;
  const memory = memoryStore({ indexLag: () => indexLag });
  const makeTools = toolMaker(random);
  const start = drawStart(random);
  const world = await foundWorld(makeTools(memory), random, drawRules(random, start), foundedAt);
  const digest = createHash('sha256');
  const simulation: Simulation = {
    random,
    schedule: seededScheduler(random),
    makeTools,
    mutate,
    world,
    known: nothingKnown(world),
    attempts: [],
    store: random.chance(0.5) ? rememberingStore(memory) : memory,
    violations: [],
    faults: noFaults,
    epoch: 0,
    sent: 0,
    log(line) {
      digest.update(line);
      print?.(line);
    },
  };
  await earnFirstPoints(simulation);
  simulation.epoch = start;
  indexLag = faults.indexLag;
  const feed = feedOf(memory);
  const told = await liveDays(simulation, feed, {
    faults,
    operationsPerDay,
    pausesHours,
    goesOn: (daysLived) => daysLived < dayCount,
    async passTheNight() {
      indexLag = 0;
      await memory.query({ table: 'Service', index: 'byDue', pk: 'DUE', limit: 1 });
      indexLag = faults.indexLag;
    },
  });
  indexLag = 0;
  const now = await calmDown(simulation, feed, told);
  const stored = await readDistrict(memory, world.district);
  for (const { head } of balancesIn(stored)) digest.update(head);
  const violations = [...simulation.violations, ...audit(stored, simulation.attempts, now)];
  return { seed, ops: simulation.sent, violations, hash: digest.digest('base64url') };
}

const feedOf = (memory: ReturnType<typeof memoryStore>): Feed => {
  return async (after, limit) =>
    memory.readChanges(after, limit).map(({ sequence, ...change }) => ({ ...change, sequence: String(sequence) }));
};
