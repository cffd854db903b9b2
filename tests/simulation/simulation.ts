/** One history in the making: the world, the weather, who waits, and how one request travels through it all. */

import { hoursCapability } from '../../functions/hours/index.ts';
import { ledgerCapability } from '../../functions/ledger/index.ts';
import type { Ask } from '../../functions/platform/ask.ts';
import { asProblem } from '../../functions/platform/http/problem-answer.ts';
import { runStory } from '../../functions/platform/http/run-story.ts';
import type { Capability } from '../../functions/platform/http/story.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { retrying } from '../../functions/platform/store/retrying.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { rewardsCapability } from '../../functions/rewards/index.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { type Faults, failingStore, mortalStore } from './faults.ts';
import { type Attempt, type Heard, hear, summaryOf } from './history.ts';
import type { Known } from './operations.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { MakeTools, World } from './world.ts';

export interface Simulation {
  readonly random: Random;
  readonly schedule: Scheduler;
  readonly store: Store;
  readonly makeTools: MakeTools;
  /** Puts something between the stories and the store they are given: a guard taken away, to see it missed. */
  readonly mutate: (store: Store) => Store;
  readonly world: World;
  readonly known: Known;
  readonly attempts: Attempt[];
  readonly violations: string[];
  /** The weather: changes from one phase to the next. */
  faults: Faults;
  /** Epoch milliseconds at which the schedule's clock was zero. */
  epoch: number;
  /** Requests clients have sent. */
  sent: number;
  /** Hears of everything that happens, in order. */
  log(line: string): void;
}

const capabilities: readonly Capability[] = [ledgerCapability, hoursCapability, rewardsCapability];
const routes: Readonly<Record<string, Route>> = Object.assign({}, ...capabilities.map((one) => one.routes));
const stories: Readonly<Record<string, unknown>> = Object.assign({}, ...capabilities.map((one) => one.stories));

/** The time as a server has it whose clock may be wrong. */
export function timeOf({ epoch, schedule, random, faults }: Simulation): number {
  const skewMs = Math.floor(faults.skewMs);
  return epoch + Math.floor(schedule.now()) + random.between(-skewMs, skewMs);
}

/** What one process works with. It may die; then what it does is never heard of again. */
export function newProcess(
  simulation: Simulation,
  deadlineMs: number,
  callsMax: number,
): { tools: Tools; died: Promise<void> } {
  const { random, schedule, faults } = simulation;
  const failing = failingStore(simulation.store, () => simulation.faults, random, schedule);
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  const mortal = random.chance(faults.crash) ? mortalStore(failing, random.between(1, callsMax), random, die) : failing;
  const options = { sleep: schedule.sleep, random: random.unit, monotonicNow: schedule.now, deadlineMs };
  return { tools: simulation.makeTools(simulation.mutate(retrying(mortal, options))), died };
}

const requestCallsMax = 20;
const wire = { address: '', setSession: () => {} };

/** Sends a request once. What goes wrong on the way is heard as nothing; what must never happen is a violation. */
export async function send(simulation: Simulation, attempt: Attempt): Promise<void> {
  const { random, schedule, faults, log } = simulation;
  const { name, who, params, body } = attempt.operation;
  const { tools, died } = newProcess(simulation, faults.deadlineMs, requestCallsMax);
  const ask = { who, params, query: {}, body, now: timeOf(simulation), key: attempt.key, wire } as unknown as Ask;
  simulation.sent++;
  const route = routes[name] as Route;
  const said = runStory(name, route, stories[name], ask, tools).then(
    ({ answer }): Heard => ({ kind: 'answer', answer }),
    (error: unknown): Heard => refusalOf(simulation, route, error),
  );
  const heard = await Promise.race([said, died.then((): Heard => ({ kind: 'nothing' }))]);
  const arrived: Heard = random.chance(faults.lostAnswer) ? { kind: 'nothing' } : heard;
  log(`${schedule.now()} ${name} ${attempt.key} ${textOf(heard)}${arrived === heard ? '' : ' (lost)'}`);
  const fault = hear(attempt, arrived, schedule.now());
  if (fault) simulation.violations.push(fault);
}

/** A definite no has used up its key; without that mark a write may be tried again under the same one. */
function refusalOf({ violations }: Simulation, route: Route, error: unknown): Heard {
  const { code, status, facts } = asProblem(error);
  if (code === 'fault') violations.push(`fault: ${error instanceof Error ? error.stack : String(error)}`);
  const settles = status < 500 && (route.write !== 'guarded' || facts.keySpent === true);
  return settles ? { kind: 'refusal', code } : { kind: 'nothing' };
}

function textOf(heard: Heard): string {
  if (heard.kind === 'nothing') return heard.kind;
  return heard.kind === 'refusal' ? heard.code : summaryOf(heard.answer);
}
