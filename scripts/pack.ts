/**
 * `npm run pack [-- --to folder]`: the single server as one archive for this kind of machine. It brings its own Node
 * and all its commands, needs neither npm nor a network, and carries no data.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { release } from '../shared/release.ts';
import { buildBundles, bundleOptions } from './build.ts';
import { fail } from './server/sentence.ts';

const root = resolve(import.meta.dirname, '..');
const system = `${process.platform}-${process.arch}`;
const commands = [
  'server',
  'health',
  'first-administrator',
  'backup',
  'restore',
  'audit',
  'repair',
  'export-district',
  'import-district',
  'minors-audit',
  'keys',
];
/** Development's own: DynamoDB Local may not be shipped, and nothing is built where nothing can be changed. */
const leftOut = ['./build.ts', '../dynamodb-local.ts', '*/local-streams.ts', '*/store/dynamo/index.ts'];

/** Lays out what the archive holds. @param bundles built before, copied instead of building them again */
export async function layOut(folder: string, bundles?: string): Promise<void> {
  const app = join(folder, 'app');
  mkdirSync(join(folder, 'bin'), { recursive: true });
  if (bundles) cpSync(bundles, join(app, 'dist'), { recursive: true });
  else await buildBundles({ outdir: join(app, 'dist') });
  await build({
    ...bundleOptions,
    entryPoints: Object.fromEntries(commands.map((command) => [command, `scripts/${command}.ts`])),
    external: leftOut,
    outdir: join(app, 'commands'),
    chunkNames: 'parts/[name]-[hash]',
    sourcemap: false,
    logLevel: 'error',
  });
  copyNode(folder);
  for (const file of ['timebank', 'install.sh', 'timebank.service', 'timebank.env'])
    copyFileSync(join(root, 'scripts/server/package', file), join(folder, file));
  for (const file of ['timebank', 'install.sh']) chmodSync(join(folder, file), 0o755);
  for (const file of ['LICENSE', 'CHANGELOG.md', 'docs/server.md'])
    copyFileSync(join(root, file), join(folder, file.replace('docs/', '')));
  writeFileSync(join(folder, 'VERSION'), `${release}\n`);
}

function copyNode(folder: string): void {
  const brought = join(root, 'node_modules', `node-${system}`);
  if (!existsSync(brought))
    throw new Error(`There is no Node for ${system} in node_modules: give \`npm install\` first.`);
  copyFileSync(join(brought, 'bin/node'), join(folder, 'bin/node'));
  chmodSync(join(folder, 'bin/node'), 0o755);
  if (existsSync(join(brought, 'LICENSE'))) copyFileSync(join(brought, 'LICENSE'), join(folder, 'bin/LICENSE'));
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string', default: '.' } } });
  const to = resolve(values.to);
  mkdirSync(to, { recursive: true });
  const name = `timebank-${release}-${system}`;
  const work = mkdtempSync(join(to, '.pack-'));
  try {
    await layOut(join(work, name));
    const archive = join(to, `${name}.tar.gz`);
    const owned = ['--owner=0', '--group=0', '--numeric-owner', '--exclude=*.map'];
    const { status, stderr } = spawnSync('tar', [...owned, '-czf', archive, '-C', work, name], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tar could not write ${archive}: ${stderr}`);
    process.stdout.write(`${archive}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.main) run().catch(fail);
