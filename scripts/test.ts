/** `npm test` after set-up: the steps, some side by side, then one line `N passed, N failed` over all of them. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}
interface Outcome extends Counts {
  /** What failed, a line each: said again at the end, where it is not looked for among thousands. */
  readonly failures: readonly string[];
}
interface Step {
  readonly name: string;
  /** What Node is given. */
  readonly command: readonly string[];
  /** The zone of the machine that it believes to be on. */
  readonly zone: string;
  /** Reads the counts from all the step has printed, without colours. */
  readonly parse: (output: string) => Counts;
}

const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);

/** Vitest's summary: `Tests  1 failed | 23 passed | 1 skipped (25)`. */
function testsIn(output: string): Counts {
  const summary = /^\s*Tests .*$/m.exec(output)?.[0] ?? '';
  return { passed: numberIn(summary, /(\d+) passed/), failed: numberIn(summary, /(\d+) failed/) };
}

/** `walkthrough: 24 steps, 0 failed`, and the simulator's `ops=… seeds=… violations=…`. */
function stepsIn(output: string): Counts {
  const failed = numberIn(output, /^walkthrough: \d+ steps, (\d+) failed$/m);
  return { passed: numberIn(output, /^walkthrough: (\d+) steps/m) - failed, failed };
}
function seedsIn(output: string): Counts {
  const failed = numberIn(output, /violations=(\d+)$/m);
  return { passed: numberIn(output, /seeds=(\d+)/) - failed, failed };
}
const checksIn = (output: string): Counts => ({ passed: numberIn(output, /^(\d+) checks hold/m), failed: 0 });

/** Days are Shanghai's wherever the machine stands: most machines are in the first, the second is half a day away. */
const [utc, faraway] = ['UTC', 'America/Los_Angeles'];

const chosen = process.argv.slice(2);
const tests: Step = {
  name: 'tests',
  command: ['node_modules/vitest/vitest.mjs', 'run', ...chosen],
  zone: process.env.TZ ?? faraway,
  parse: testsIn,
};
const pages: Step = {
  name: 'pages',
  command: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest-pages.config.ts'],
  zone: utc,
  parse: testsIn,
};
const checks: Step = { name: 'checks', command: ['scripts/check.ts'], zone: utc, parse: checksIn };
/** On DynamoDB Local the story is played by tests/deployed, in bad weather; whole, by a command of its own. */
const walkthrough: Step = { name: 'walkthrough', command: ['scripts/walkthrough.ts'], zone: utc, parse: stepsIn };
const simulation: Step = {
  name: 'simulation',
  command: ['scripts/simulate.ts', '--seconds', '10', '--seed', '1000', '--workers', '1'],
  zone: faraway,
  parse: seedsIn,
};
/** One turn after the other; the steps of a turn have a core each. Test files given by name are run alone. */
const turns: readonly (readonly Step[])[] =
  chosen.length > 0 ? [[tests]] : [[checks], [tests], [pages], [walkthrough, simulation]];

async function run({ name, command, zone, parse }: Step): Promise<Outcome> {
  const { output, code } = await show(command, zone);
  const counts = parse(output);
  if (code === 0) return { ...counts, failures: [] };
  const failures = new Set(output.match(/^ FAIL .*(?:\n(?! FAIL|$).*){0,4}/gm));
  // A step that breaks off has failed even where it counted no failure.
  return {
    ...counts,
    failed: Math.max(1, counts.failed),
    failures: [`${name} ended with ${code}.`, ...failures],
  };
}

/** Passes on all that a command prints, and keeps it. */
async function show(command: readonly string[], TZ: string) {
  const child = spawn(process.execPath, command, {
    cwd: dirname(import.meta.dirname),
    env: { ...process.env, TZ },
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      process[stream].write(text);
      output += text;
    });
  }
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject).on('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  return { output: stripVTControlCharacters(output), code };
}

const outcomes: Outcome[] = [];
for (const turn of turns) outcomes.push(...(await Promise.all(turn.map(run))));
for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(failure);
const sum = (which: keyof Counts) => outcomes.reduce((all, outcome) => all + outcome[which], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
