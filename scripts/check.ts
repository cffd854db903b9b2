/** `npm run check`: what holds without running the time bank. Says everything that is wrong, not only the first. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';

/** What Node is given. The linter also guards the walls between the folders (walls/*.grit). */
const checks: Record<string, readonly string[]> = {
  types: ['node_modules/typescript/bin/tsc'],
  'format, lint, walls': ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  'house rules': ['node_modules/vitest/vitest.mjs', 'run', 'tests/tidy.test.ts'],
  'unused code': ['node_modules/knip/bin/knip.js'],
  'API document': ['scripts/openapi.ts', '--check'],
  'templates, and what changed in them': ['scripts/synth.ts'],
};

const cwd = dirname(import.meta.dirname);

/** Runs one beside the others, and says all of it at once. @returns whether it holds */
async function holds([name, command]: [string, readonly string[]]): Promise<boolean> {
  const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  console.log(`– ${name}\n${said}${complaint}`.trimEnd());
  return (await ended) === 0;
}

const named = Object.entries(checks);
const held = await Promise.all(named.map(holds));
const failing = named.flatMap(([name], at) => (held[at] ? [] : [name]));
console.log(failing.length === 0 ? `${named.length} checks hold.` : `To mend: ${failing.join('; ')}.`);
process.exitCode = failing.length === 0 ? 0 : 1;
