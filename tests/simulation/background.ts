/** What happens without anybody asking: the clock ticks, twice at once and too late, and streams tell what changed. */
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import { tick } from '../../functions/entries/wiring/tick.ts';
import { Problem } from '../../functions/platform/problem.ts';
import { Busy, OutcomeUnknown } from '../../functions/platform/store/port.ts';
import { newProcess, type Simulation, timeOf } from './simulation.ts';

/** Clock and streams are not in a hurry. */
const deadlineMs = 8000;
const callsMax = 600;

/** One tick of the clock. When it fails, the next one has its work to do. */
export async function tickOnce(simulation: Simulation): Promise<void> {
  const { tools, ending } = newProcess(simulation, deadlineMs, callsMax);
  const ticked = tick(tools, timeOf(simulation)).then(
    (done) => JSON.stringify(done),
    (error: unknown) => failureOf(simulation, error),
  );
  simulation.log(`tick ${await ending(ticked, 'died')}`);
}

/** What changed after a sequence, in order; a sequence without changes after it has none yet. */
export type Feed = (afterSequence: number, limit: number) => Promise<readonly Change[]>;
const batchSize = 60;

/** Tells all that changed up to now, some of it again or twice at once. @returns the sequence it has come to */
export async function tellChanges(simulation: Simulation, feed: Feed, from: number): Promise<number> {
  const { random, faults } = simulation;
  let told = from;
  for (;;) {
    const start = random.chance(faults.retold) ? Math.max(0, told - random.below(batchSize)) : told;
    const changes = await feed(start, random.between(1, batchSize));
    if (changes.length === 0) return told;
    const copies = random.chance(faults.retold) ? 2 : 1;
    const ends = await Promise.all(Array.from({ length: copies }, () => tell(simulation, changes)));
    told = Math.max(told, Math.min(...ends));
  }
}

/** @returns the sequence of the last change that need not be told again */
async function tell(simulation: Simulation, changes: readonly Change[]): Promise<number> {
  const { tools, ending } = newProcess(simulation, deadlineMs, callsMax);
  const nothingDone = { failed: String(changes[0]?.sequence), error: undefined };
  const failure = await ending(project(tools, changes, timeOf(simulation)), nothingDone);
  if (failure?.error !== undefined) failureOf(simulation, failure.error);
  return failure ? Number(failure.failed) - 1 : Number(changes.at(-1)?.sequence);
}

/** Only the weather may stop background work. */
function failureOf({ violations }: Simulation, error: unknown): string {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  for (const one of errors) {
    const isWeather =
      one instanceof Busy || one instanceof OutcomeUnknown || (one instanceof Problem && one.code === 'busy');
    if (!isWeather) violations.push(`fault in the background: ${one instanceof Error ? one.stack : String(one)}`);
  }
  return 'failed';
}
