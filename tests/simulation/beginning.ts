/** A history's beginning, in fair weather: the district is founded, and everybody earns first points. */
import type { Who } from '../../functions/platform/identity/who.ts';
import type { Store, Target } from '../../functions/platform/store/port.ts';
import { attemptAt, pursue } from './clients.ts';
import { drawRules } from './district-rules.ts';
import { noFaults } from './faults.ts';
import { foundWorld, toolMaker } from './founding.ts';
import { nothingKnown } from './known.ts';
import type { Operation } from './operation.ts';
import { recordShift } from './operations.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { Simulation } from './simulation.ts';

const hourMs = 3_600_000;
/** Days on which first points were earned: those of the first two die on 31 August 2026, a year before the others. */
const firstServices = ['2025-06-10T10:00:00Z', '2025-06-17T10:00:00Z', '2025-10-14T10:00:00Z'].map(Date.parse);
/** Second registrations serve on days of their own. */
const twinsLaterMs = 4 * 24 * hourMs;
const foundedAt = Math.min(...firstServices) - 24 * hourMs;
/** School days and nights, some of them the last of points of the first kind. */
const starts = ['2026-03-02T02:00:00Z', '2026-05-11T15:58:00Z', '2026-08-30T14:00:00Z', '2026-08-31T13:00:00Z'].map(
  Date.parse,
);
const clockAt: Target = { table: 'Jobs', key: { pk: 'CLOCK', sk: 'CLOCK' } };

interface Beginning {
  readonly random: Random;
  readonly schedule: Scheduler;
  readonly store: Store;
  readonly mutate?: (store: Store) => Store;
  readonly log?: (line: string) => void;
}

/** @returns a history about to begin its first day */
export async function beginHistory({ random, schedule, store, ...hooks }: Beginning): Promise<Simulation> {
  const makeTools = toolMaker(random);
  const start = random.pick(starts);
  const world = await foundWorld(makeTools(store), random, drawRules(random, start), foundedAt, start);
  const simulation: Simulation = {
    random,
    schedule,
    store,
    makeTools,
    mutate: hooks.mutate ?? ((unchanged) => unchanged),
    world,
    known: nothingKnown(world),
    attempts: [],
    violations: [],
    faults: noFaults,
    epoch: 0,
    sent: 0,
    log: hooks.log ?? (() => {}),
  };
  await earnFirstPoints(simulation);
  simulation.epoch = start - Math.floor(schedule.now());
  // The clock has run until now.
  await store.transact('clock', [{ ...clockAt, put: { v: 1, until: start } }]);
  return simulation;
}

/** Everybody serves, and what they served is final at once. */
async function earnFirstPoints(simulation: Simulation): Promise<void> {
  const { world, schedule, random, known } = simulation;
  const [leader] = world.leaders;
  const [approver] = world.approvers;
  if (!leader || !approver) throw new Error('A world without a leader and an approver');
  const must = (operation: Operation) => pursue(simulation, attemptAt(simulation, operation));
  for (const now of firstServices) {
    simulation.epoch = now - Math.floor(schedule.now());
    const work = async (pupils: readonly Who[], at: number) => {
      await must({ ...recordShift({ world, known, random, now: at }, pupils), who: leader });
      const params = { shift: known.shifts.at(-1)?.id };
      await must({ name: 'POST /api/shifts/{shift}/confirmation', who: leader, params, body: {} });
      await must({ name: 'POST /api/shifts/{shift}/approval', who: approver, params, body: {} });
    };
    await schedule.run(work(world.pupils, now));
    // The day after the others, so that the two do not overlap.
    simulation.epoch += twinsLaterMs;
    await schedule.run(work(world.twins, now + twinsLaterMs));
  }
  known.shifts.length = 0;
  known.approvals.length = 0;
}
