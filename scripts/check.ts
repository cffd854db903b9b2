/** `npm run check`: what holds without running the time bank. Says everything that is wrong, not only the first. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** What Node is given. The linter also guards the walls between the folders (walls/*.grit). */
const checks: Record<string, readonly string[]> = {
  types: ['node_modules/typescript/bin/tsc'],
  'format, lint, walls': ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  'unused code': ['node_modules/knip/bin/knip.js'],
  'API document': ['scripts/openapi.ts', '--check'],
  'templates, and what changed in them': ['scripts/synth.ts'],
};

const cwd = dirname(import.meta.dirname);
const failing = Object.entries(checks).filter(([name, command]) => {
  console.log(`– ${name}`);
  return spawnSync(process.execPath, command, { cwd, stdio: 'inherit' }).status !== 0;
});
const count = Object.keys(checks).length;
console.log(failing.length === 0 ? `${count} checks hold.` : `To mend: ${failing.map(([name]) => name).join('; ')}.`);
process.exitCode = failing.length === 0 ? 0 : 1;
