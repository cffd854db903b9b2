/** A history's course: first points are earned in fair weather, then come days of bad weather, and at last it is calm. */
import { type Feed, tellChanges, tickOnce } from './background.ts';
import { attemptAt, liveThrough, pursue, settleAll } from './clients.ts';
import { type Faults, noFaults } from './faults.ts';
import { type Operation, recordShift } from './operations.ts';
import type { Random } from './random.ts';
import type { Simulation } from './simulation.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const clientCount = 8;

/** Schools' days on which first points were earned: those of the first die on 31 August 2026, a year before the others. */
const firstServices = ['2025-06-10T10:00:00Z', '2025-06-17T10:00:00Z', '2025-10-14T10:00:00Z'].map(Date.parse);
/** School days and nights, some of them the last of points of the first kind. */
const starts = ['2026-03-02T02:00:00Z', '2026-05-11T15:58:00Z', '2026-08-30T14:00:00Z', '2026-08-31T13:00:00Z'].map(
  Date.parse,
);
export const drawStart = (random: Random): number => random.pick(starts);
export const foundedAt = (firstServices[0] as number) - 24 * hourMs;

/** Everybody serves, and what they served is final at once. */
export async function earnFirstPoints(simulation: Simulation): Promise<void> {
  const { world, schedule, random, known } = simulation;
  const [leader] = world.leaders;
  const [approver] = world.approvers;
  if (!leader || !approver) throw new Error('A world without a leader and an approver');
  const must = (operation: Operation) => pursue(simulation, attemptAt(simulation, operation));
  for (const now of firstServices) {
    simulation.epoch = now - Math.floor(schedule.now());
    const work = async () => {
      await must({ ...recordShift({ world, known, random, now }, world.pupils), who: leader });
      const params = { shift: known.shifts.at(-1)?.id };
      await must({ name: 'POST /api/shifts/{shift}/confirmation', who: leader, params, body: {} });
      await must({ name: 'POST /api/shifts/{shift}/approval', who: approver, params, body: {} });
    };
    await schedule.run(work());
  }
  known.shifts.length = 0;
}

export interface Course {
  readonly faults: Faults;
  readonly operationsPerDay: number;
  /** Hours that may pass between one day and the next. */
  readonly pausesHours: readonly number[];
  /** Asked before each day: whether there is another one. */
  goesOn(daysLived: number): boolean;
  /** No index is behind for a whole night. */
  passTheNight(): Promise<void>;
}

/** @returns how far the streams have come */
export async function liveDays(simulation: Simulation, feed: Feed, course: Course): Promise<number> {
  const { random } = simulation;
  simulation.faults = course.faults;
  let told = 0;
  for (let day = 0; course.goesOn(day); day++) {
    told = await liveDay(simulation, feed, told, course.operationsPerDay);
    await course.passTheNight();
    simulation.epoch += Math.floor(random.pick(course.pausesHours) * hourMs);
  }
  return told;
}

/** People come one after the other; meanwhile the clock ticks, now and then twice at once, and the streams tell. */
async function liveDay(simulation: Simulation, feed: Feed, toldBefore: number, operations: number): Promise<number> {
  const { random, schedule } = simulation;
  let told = toldBefore;
  let isOver = false;
  const person = async () => {
    await schedule.sleep(random.between(0, 2000));
    await liveThrough(simulation, operations);
  };
  const people = Promise.all(Array.from({ length: clientCount }, person)).then(() => {
    isOver = true;
  });
  const streams = async () => {
    while (!isOver) {
      await schedule.sleep(random.between(20, 400));
      told = await tellChanges(simulation, feed, told);
    }
  };
  const clock = async () => {
    await schedule.sleep(random.between(0, 500));
    const together = random.chance(0.3) ? 2 : 1;
    await Promise.all(Array.from({ length: together }, () => tickOnce(simulation)));
  };
  await schedule.run(Promise.all([people, streams(), clock()]));
  return told;
}

/**
 * Calm weather: what is open is settled, and what is due is done.
 * @returns the time at which all of it had been done
 */
export async function calmDown(simulation: Simulation, feed: Feed, told: number): Promise<number> {
  const { schedule } = simulation;
  simulation.faults = noFaults;
  let now = 0;
  const work = async () => {
    await settleAll(simulation);
    now = simulation.epoch + Math.floor(schedule.now());
    await tickOnce(simulation);
    await tellChanges(simulation, feed, told);
  };
  await schedule.run(work());
  return now;
}
