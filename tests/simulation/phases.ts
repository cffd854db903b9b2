/** A history's course after its beginning: days of bad weather, and at last it is calm. */
import { type Feed, tellChanges, tickOnce } from './background.ts';
import { liveThrough, settleAll } from './clients.ts';
import { type Faults, noFaults } from './faults.ts';
import type { Simulation } from './simulation.ts';

const hourMs = 3_600_000;

export interface Course {
  readonly faults: Faults;
  readonly clients: number;
  /** What each client wants in a day. */
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
    told = await liveDay(simulation, feed, told, course);
    await course.passTheNight();
    simulation.epoch += Math.floor(random.pick(course.pausesHours) * hourMs);
  }
  return told;
}

/** People come one after the other; meanwhile the clock ticks, now and then twice at once, and the streams tell. */
async function liveDay(simulation: Simulation, feed: Feed, toldBefore: number, course: Course): Promise<number> {
  const { random, schedule } = simulation;
  let told = toldBefore;
  let isOver = false;
  const person = async () => {
    await schedule.sleep(random.between(0, 2000));
    await liveThrough(simulation, course.operationsPerDay);
  };
  const people = Promise.all(Array.from({ length: course.clients }, person)).then(() => {
    isOver = true;
  });
  const streams = async () => {
    while (!isOver) {
      await schedule.sleep(random.between(100, 1500));
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
