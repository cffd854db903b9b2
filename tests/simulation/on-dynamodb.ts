/**
 * The same clients and the same weather on DynamoDB Local: concurrency is real, so a seed draws the same requests and
 * faults but not the same history.
 */
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { startTables } from '../store/local-dynamodb.ts';
import { readDistrict } from './audit/stored.ts';
import { audit } from './audit.ts';
import type { Feed } from './background.ts';
import { type Faults, noFaults } from './faults.ts';
import { localFeed } from './local-feed.ts';
import { nothingKnown } from './operations.ts';
import { calmDown, drawStart, earnFirstPoints, foundedAt, liveDays } from './phases.ts';
import { seeded } from './random.ts';
import type { SeedResult } from './run-seed.ts';
import { realTime } from './scheduler.ts';
import type { Simulation } from './simulation.ts';
import { drawRules, foundWorld, toolMaker } from './world.ts';

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
const tablePrefix = 'simulation-';
const operationsPerDay = 20;
/** A day's pause costs the clock a look into each hour's buckets. */
const pausesHours = [0.3, 3, 3, 26];

export async function runOnDynamoDb(seed: number, seconds: number): Promise<Omit<SeedResult, 'hash'>> {
  const local = await startTables(tablePrefix);
  try {
    const feed = await localFeed(local.endpoint, tablePrefix);
    return await liveOn(dynamoStore({ ...local, stage: 'simulation' }), feed, seed, seconds);
  } finally {
    await local.stop();
  }
}

async function liveOn(store: Store, feed: Feed, seed: number, seconds: number): Promise<Omit<SeedResult, 'hash'>> {
  const random = seeded(seed);
  const makeTools = toolMaker(random);
  const start = drawStart(random);
  const world = await foundWorld(makeTools(store), random, drawRules(random, start), foundedAt);
  const schedule = realTime();
  const simulation: Simulation = {
    random,
    schedule,
    store,
    makeTools,
    mutate: (unchanged) => unchanged,
    world,
    known: nothingKnown(world),
    attempts: [],
    violations: [],
    faults: noFaults,
    epoch: 0,
    sent: 0,
    log: () => {},
  };
  await earnFirstPoints(simulation);
  simulation.epoch = start - Math.floor(schedule.now());
  const end = schedule.now() + seconds * 1000;
  const told = await liveDays(simulation, feed, {
    faults: weather,
    operationsPerDay,
    pausesHours,
    goesOn: () => schedule.now() < end,
    passTheNight: async () => {},
  });
  const now = await calmDown(simulation, feed, told);
  const violations = [
    ...simulation.violations,
    ...audit(await readDistrict(store, world.district), simulation.attempts, now),
  ];
  return { seed, ops: simulation.sent, violations };
}

