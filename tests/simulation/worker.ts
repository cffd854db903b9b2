/** One core's share of the seeds: every so-manieth from its first one, until the time is up. */
import { parentPort, workerData } from 'node:worker_threads';
import { runSeed } from './run-seed.ts';

export interface Share {
  readonly firstSeed: number;
  readonly step: number;
  readonly seconds: number;
}

// Refusals are errors, and their stacks cost a tenth of the time; replaying a seed shows them.
Error.stackTraceLimit = 0;

const { firstSeed, step, seconds } = workerData as Share;
const end = performance.now() + seconds * 1000;
for (let seed = firstSeed; performance.now() < end; seed += step) parentPort?.postMessage(await runSeed(seed));
