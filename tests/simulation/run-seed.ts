/** The history of one seed on a store in memory, where every step is the seed's choice. */
import { sha256 } from '../../functions/platform/store/canonical.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { balancesIn } from '../../scripts/audit/ledger.ts';
import { readDistrict } from '../../scripts/audit/stored.ts';
import { audit } from './audit.ts';
import type { Feed } from './background.ts';
import { beginHistory } from './beginning.ts';
import { drawFaults, rememberingStore } from './faults.ts';
import { calmDown, liveDays } from './phases.ts';
import { seeded } from './random.ts';
import { seededScheduler } from './scheduler.ts';

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

const clients = 8;
const dayCount = 3;
const operationsPerDay = 60;
const pausesHours = [0.3, 3, 14, 26];

export async function runSeed(seed: number, { mutate, print }: SeedOptions = {}): Promise<SeedResult> {
  const random = seeded(seed);
  const faults = drawFaults(random);
  let indexLag = 0;
  const memory = memoryStore({ indexLag: () => indexLag });
  const store = random.chance(0.5) ? rememberingStore(memory) : memory;
  const lines: string[] = [];
  const log = (line: string) => {
    lines.push(line);
    print?.(line);
  };
  const simulation = await beginHistory({ random, schedule: seededScheduler(random), store, mutate, log });
  indexLag = faults.indexLag;
  const feed: Feed = async (after, limit) =>
    memory.readChanges(after, limit).map(({ sequence, ...change }) => ({ ...change, sequence: String(sequence) }));
  const told = await liveDays(simulation, feed, {
    faults,
    clients,
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
  const { district } = simulation.world;
  const stored = await readDistrict(memory, district);
  const opening = { vault: simulation.makeTools(memory).vault, district };
  const heads = balancesIn(stored).map(({ head }) => head);
  const violations = [...simulation.violations, ...audit(stored, simulation.attempts, now, opening)];
  return { seed, ops: simulation.sent, violations, hash: sha256([...lines, ...heads].join('\n')) };
}
