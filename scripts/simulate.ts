/**
 * `npm run simulate -- --seconds N [--seed S] [--workers n] [--store dynamodb]`: many histories of the ledger, the
 * hours and the rewards under faults, each audited. With a seed and no seconds it replays that history; `--trace`
 * prints it. The last line counts client requests, seeds and violations; with violations it ends with exit code 1.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { runSeed, type SeedResult } from '../tests/simulation/run-seed.ts';
import type { Share } from '../tests/simulation/worker.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    seed: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
    store: { type: 'string', default: 'memory' },
    trace: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const seconds = Number(values.seconds ?? 60);
const onDynamoDb = values.store === 'dynamodb';
const isReplay = values.seed !== undefined && values.seconds === undefined && !onDynamoDb;
const total = { ops: 0, seeds: 0, violations: 0 };

function count({ seed, ops, violations }: Omit<SeedResult, 'hash'>): void {
  total.ops += ops;
  total.seeds++;
  total.violations += violations.length;
  for (const violation of violations) console.log(`seed ${seed}: ${violation}`);
  const again = onDynamoDb ? `--store dynamodb --seconds ${seconds} --seed ${seed}` : `--seed ${seed}`;
  if (violations.length > 0) console.log(`  replay: npm run simulate -- ${again}`);
}

function work(share: Share): Promise<void> {
  // A history makes much that lives briefly: with room for it the collector copies less.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 };
  const script = new URL('../tests/simulation/worker.ts', import.meta.url);
  const worker = new Worker(script, { workerData: share, resourceLimits });
  worker.on('message', count);
  return new Promise((resolve, reject) => worker.on('error', reject).on('exit', () => resolve()));
}

if (isReplay) {
  const result = await runSeed(seed, { print: values.trace ? console.log : undefined });
  count(result);
  console.log(`seed ${seed}: history ${result.hash}`);
} else if (onDynamoDb) {
  console.log(`seed ${seed} on DynamoDB Local`);
  // Needs packages that a plain run does without.
  const { runOnDynamoDb } = await import('../tests/simulation/on-dynamodb.ts');
  count(await runOnDynamoDb(seed, seconds));
} else {
  const workers = Number(values.workers);
  console.log(`seeds from ${seed} on, ${workers} workers`);
  await Promise.all(Array.from({ length: workers }, (_, at) => work({ firstSeed: seed + at, step: workers, seconds })));
}
console.log(`ops=${total.ops} seeds=${total.seeds} violations=${total.violations}`);
process.exitCode = total.violations === 0 ? 0 : 1;
