/** One history in the making: the world, the weather, who waits, and how one request travels through it all. */

import { capabilities } from '../../functions/entries/wiring/capabilities.ts';
import type { Ask } from '../../functions/platform/ask.ts';
import { asProblem } from '../../functions/platform/http/problem-answer.ts';
import { runStory } from '../../functions/platform/http/run-story.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { retrying } from '../../functions/platform/store/retrying.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { type Faults, failingStore, mortalStore } from './faults.ts';
import type { MakeTools } from './founding.ts';
import { type Attempt, type Heard, hear, summaryOf } from './history.ts';
import type { Known } from './known.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { World } from './world.ts';

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

const loaded = await Promise.all(capabilities.map((one) => one.load()));
const routes: Readonly<Record<string, Route>> = Object.assign({}, ...loaded.map((one) => one.routes));
const stories: Readonly<Record<string, unknown>> = Object.assign({}, ...loaded.map((one) => one.stories));

/** The time as a server has it whose clock may be wrong. */
export function timeOf({ epoch, schedule, random, faults }: Simulation): number {
  const skewMs = Math.floor(faults.skewMs);
  return epoch + Math.floor(schedule.now()) + random.between(-skewMs, skewMs);
}

/** One process: what it works with, and what is heard of its work. */
interface Process {
  readonly tools: Tools;
  /** The end of its work, or silence when it dies before. */
  ending<T>(work: Promise<T>, silence: T): Promise<T>;
}
/** @param callsMax a process that dies does so within so many calls of the store */
export function newProcess(simulation: Simulation, deadlineMs: number, callsMax: number): Process {
  const { random, schedule, makeTools, mutate } = simulation;
  const options = { sleep: schedule.sleep, random: random.unit, monotonicNow: schedule.now, deadlineMs };
  const toolsOver = (store: Store) => makeTools(mutate(retrying(store, options)));
  const failing = failingStore(simulation.store, () => simulation.faults, random, schedule);
  if (!random.chance(simulation.faults.crash)) return { tools: toolsOver(failing), ending: (work) => work };
  const death = Promise.withResolvers<void>();
  const mortal = mortalStore(failing, random.between(1, callsMax), random, death.resolve);
  return {
    tools: toolsOver(mortal),
    ending: (work, silence) => Promise.race([work, death.promise.then(() => silence)]),
  };
}

const requestCallsMax = 20;
const silence: Heard = { kind: 'nothing' };
const wire = { address: '', origin: '', setSession: () => {} };

/** Sends a request once. What goes wrong on the way is heard as nothing; what must never happen is a violation. */
export async function send(simulation: Simulation, attempt: Attempt): Promise<void> {
  const { random, schedule, faults, log } = simulation;
  const { name, who, params, body } = attempt.operation;
  const { tools, ending } = newProcess(simulation, faults.deadlineMs, requestCallsMax);
  const ask = { who, params, query: {}, body, now: timeOf(simulation), key: attempt.key, wire } as unknown as Ask;
  simulation.sent++;
  const route = routes[name] as Route;
  const said = runStory(name, route, stories[name], ask, tools).then(
    ({ answer }): Heard => ({ kind: 'answer', answer }),
    (error: unknown): Heard => refusalOf(simulation, route, error),
  );
  const heard = await ending(said, silence);
  const arrived = random.chance(faults.lostAnswer) ? silence : heard;
  log(`${schedule.now()} ${name} ${attempt.key} ${textOf(heard)}${arrived === heard ? '' : ' (lost)'}`);
  const fault = hear(attempt, arrived, schedule.now());
  if (fault) simulation.violations.push(fault);
}

/** A definite no has used up its key; without that mark a write may be tried again under the same one. */
function refusalOf({ violations }: Simulation, route: Route, error: unknown): Heard {
  const { code, status, facts } = asProblem(error);
  if (code === 'fault') violations.push(`fault: ${error instanceof Error ? error.stack : String(error)}`);
  const settles = status < 500 && (route.write !== 'guarded' || facts.keySpent === true);
  return settles ? { kind: 'refusal', code } : silence;
}

function textOf(heard: Heard): string {
  if (heard.kind === 'nothing') return heard.kind;
  return heard.kind === 'refusal' ? heard.code : summaryOf(heard.answer);
}
