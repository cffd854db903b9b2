/**
 * The same clients and the same weather on DynamoDB Local: concurrency is real, so a seed draws the same requests and
 * faults but not the same history.
 */
import type { Change } from '../../functions/entries/wiring/project.ts';
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { readDistrict } from '../../scripts/audit/stored.ts';
import { projectedTables } from '../../shared/tables.ts';
import { startTables } from '../store/local-dynamodb.ts';
import { audit } from './audit.ts';
import type { Feed } from './background.ts';
import { beginHistory } from './beginning.ts';
import type { Faults } from './faults.ts';
import { calmDown, liveDays } from './phases.ts';
import { seeded } from './random.ts';
import type { SeedResult } from './run-seed.ts';
import { realTime } from './scheduler.ts';
import type { Simulation } from './simulation.ts';

/** Everything goes wrong now and then. */
const weather: Faults = {
  busy: 0.1,
  lostRequest: 0.05,
  lostReply: 0.1,
  late: 0.05,
  lostAnswer: 0.1,
  doubled: 0.1,
  crash: 0.05,
  retold: 0.1,
  skewMs: 10 * 60_000,
  indexLag: 0,
  deadlineMs: 1000,
};
const clients = 16;
const operationsPerDay = 25;
/** A day's pause costs the clock a look into each hour's buckets. */
const pausesHours = [0.3, 0.3, 3, 14];

export async function runOnDynamoDb(seed: number, seconds: number): Promise<Omit<SeedResult, 'hash'>> {
  const local = await startTables('simulation-');
  try {
    return await liveOn(dynamoStore({ ...local, stage: 'simulation' }), seed, seconds);
  } finally {
    await local.stop();
  }
}

async function liveOn(store: Store, seed: number, seconds: number): Promise<Omit<SeedResult, 'hash'>> {
  const schedule = realTime();
  const simulation = await beginHistory({ random: seeded(seed), schedule, store });
  const end = schedule.now() + seconds * 1000;
  await liveDays(
    simulation,
    tellingOf(() => someRecords(simulation)),
    {
      faults: weather,
      clients,
      operationsPerDay,
      pausesHours,
      goesOn: () => schedule.now() < end,
      passTheNight: async () => {},
    },
  );
  const everything = async () => {
    const stored = await readDistrict(store, simulation.world.district);
    return projectedTables.flatMap((table) => [...stored[table].values()].map((newImage) => ({ table, newImage })));
  };
  const now = await calmDown(simulation, tellingOf(everything), 0);
  const { district } = simulation.world;
  const opening = { vault: simulation.makeTools(store).vault, district };
  const violations = [
    ...simulation.violations,
    ...audit(await readDistrict(store, district), simulation.attempts, now, opening),
  ];
  return { seed, ops: simulation.sent, violations };
}

type Seen = Pick<Change, 'table' | 'newImage'>;

/** Instead of the streams: whenever all was told, somebody looks once more, and what is seen is told as changed. */
function tellingOf(look: () => Promise<readonly Seen[]>): Feed {
  const told: Change[] = [];
  let hasRested = true;
  return async (afterSequence, limit) => {
    if (told.length <= afterSequence && hasRested) {
      for (const seen of await look()) told.push({ ...seen, sequence: String(told.length + 1), at: 0 });
    }
    const changes = told.slice(afterSequence, afterSequence + limit);
    hasRested = changes.length === 0;
    return changes;
  };
}

async function someRecords({ store, random, known, world }: Simulation): Promise<readonly Seen[]> {
  const shift = known.shifts.length > 0 ? random.pick(known.shifts) : undefined;
  const pk = `T#${world.district}#S#${shift?.id}`;
  const { items } = await store.query({ table: 'Service', pk, sk: { prefix: 'P#' }, limit: 100 });
  return items.map((newImage) => ({ table: 'Service', newImage }));
}
