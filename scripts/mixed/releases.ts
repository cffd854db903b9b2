/** The bundles of an earlier release beside today's, and functions that ask them by turns. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBundles } from '../build.ts';

const root = dirname(dirname(import.meta.dirname));
const own = ['scripts/mixed/server.ts'] as const;

/**
 * @param before a tag or commit of this repository
 * @returns the command of a server in which both releases answer
 */
export async function mixedServer(before: string): Promise<readonly string[]> {
  const commit = execFileSync('git', ['rev-parse', '--verify', `${before}^{commit}`], { cwd: root, encoding: 'utf8' });
  // Outside the project: a checkout within it would be linted and tested with it.
  const folder = join(tmpdir(), 'timebank-mixed');
  const previous = join(folder, commit.trim());
  if (!existsSync(join(previous, 'dist'))) buildPrevious(commit.trim(), previous);
  const today = join(folder, 'today');
  await buildBundles({ outdir: today });
  const mixed = join(folder, 'by-turns');
  const from = (path: string) => JSON.stringify(pathToFileURL(path).href);
  for (const [name, knows] of Object.entries(known(previous))) {
    const now = from(join(today, name, 'index.mjs'));
    const before = join(previous, 'dist', name, 'index.mjs');
    const byTurns = [
      `import { handler as before } from ${from(before)};`,
      `import { handler as now } from ${now};`,
      `import { byTurns, knownRoutes, knownTables } from ${from(join(import.meta.dirname, 'turns.ts'))};`,
      `import { tableNames } from ${from(join(previous, 'shared/tables.ts'))};`,
      `export const handler = byTurns(before, now, ${knows});`,
    ];
    // What the earlier release did not have yet is done by this one alone.
    const lines = existsSync(before) ? byTurns : [`export { handler } from ${now};`];
    mkdirSync(join(mixed, name), { recursive: true });
    writeFileSync(join(mixed, name, 'index.mjs'), `${lines.join('\n')}\n`);
  }
  return [...own, mixed];
}

const known = (previous: string) => ({
  api: `knownRoutes(${JSON.stringify(join(previous, 'dist/api/docs/openapi.json'))})`,
  projections: 'knownTables(tableNames)',
  documents: 'knownTables(tableNames)',
  clock: '() => true',
});

/** With today's packages: a release is rarely older than its packages. */
function buildPrevious(commit: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: folder, stdio: 'inherit' });
  if (built.status !== 0) throw new Error(`The release ${commit} cannot be built with today’s packages.`);
}
