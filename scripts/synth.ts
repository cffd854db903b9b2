/**
 * `npm run synth [-- --release]`: the templates of both stages in a global and both China regions, each checked by
 * CloudFormation's rules, ours and cdk-nag's; then what has changed since the last release, for review. `--release`
 * keeps today's templates as the last release's. Needs no account and no network.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { assemble } from './assemble.ts';
import { buildBundles } from './build.ts';
import { cdkProgram } from './cdk.ts';

const root = dirname(import.meta.dirname);
const assembly = join(root, 'cdk.out');
const released = join(root, 'tests/fixtures/released');
/** One of each partition of the stage prod: the others differ in nothing that a reviewer looks for. */
const reviewed = ['timebank-prod-us-east-1', 'timebank-prod-cn-north-1'];

/** What `cdk diff` says of a template and the one before it. */
async function difference(name: string, before: string): Promise<string> {
  const quiet = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: 'true', CI: 'true' };
  const command = ['diff', name, '--app', assembly, '--template', before];
  const child = spawn(process.execPath, [cdkProgram, ...command], { cwd: root, env: quiet });
  return (await Promise.all([text(child.stdout), text(child.stderr)])).join('');
}

const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const start = performance.now();
await buildBundles({ outdir: join(root, 'dist') });
// One process for all six: loading the CDK and its validator takes longer than a second core would save.
const { sound, printed } = await assemble({}, assembly);
if (!sound) console.error(printed);
console.log(
  `${sound ? 'Sound' : 'Not sound'}: two stages in three regions, bundles included, in ${secondsSince(start)}.`,
);
const reviews = (sound ? reviewed : []).map(async (name) => {
  const template = `${name}.template.json`;
  const before = join(released, template);
  if (process.argv.includes('--release')) {
    mkdirSync(released, { recursive: true });
    copyFileSync(join(assembly, template), before);
  } else if (existsSync(before)) {
    return `${name} since the last release:\n${await difference(name, before)}`;
  }
});
for (const review of await Promise.all(reviews)) if (review) console.log(review);
process.exitCode = sound ? 0 : 1;
