/** How two sides are compared: they take turns, so that a machine that slows down slows both. */

export type Task = () => Promise<unknown>;
/** One round's work of both sides: as many tasks on each. */
export interface Round {
  readonly ours: readonly Task[];
  readonly bare: readonly Task[];
}
export interface Comparison {
  /** Tasks per second, the median of the rounds. */
  readonly ours: number;
  readonly bare: number;
  /** Ours divided by bare within each round; the median of the rounds. */
  readonly ratio: number;
}

export const clients = 16;

/** One round more than asked is run first and not counted: both runtimes compile what they find hot. */
export async function compare(rounds: number, prepare: (round: number) => Promise<Round>): Promise<Comparison> {
  const counted: Omit<Comparison, 'ratio'>[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { ours, bare } = await prepare(round);
    const result = round % 2 === 0 ? await oursFirst(ours, bare) : await bareFirst(ours, bare);
    if (round > 0) counted.push(result);
  }
  return {
    ours: median(counted.map((result) => result.ours)),
    bare: median(counted.map((result) => result.bare)),
    ratio: median(counted.map((result) => result.ours / result.bare)),
  };
}

async function oursFirst(ours: readonly Task[], bare: readonly Task[]) {
  return { ours: await tasksPerSecond(ours), bare: await tasksPerSecond(bare) };
}

async function bareFirst(ours: readonly Task[], bare: readonly Task[]) {
  return { bare: await tasksPerSecond(bare), ours: await tasksPerSecond(ours) };
}

/** Runs all tasks, each client taking the next one when its last is answered. */
async function tasksPerSecond(tasks: readonly Task[]): Promise<number> {
  const waiting = tasks.values();
  const client = async () => {
    for (const task of waiting) await task();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return tasks.length / ((performance.now() - start) / 1000);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
