import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');

export interface Plant {
  /** Where the source stands, by path from the root; `planted.ts` may stand in a folder any number of times. */
  readonly file: string;
  readonly source: string;
}
interface Finding {
  readonly message: string;
  readonly category: string;
  readonly location: { readonly path: string };
}

/**
 * Plants sources in a house that has nothing but our linter's rules, so that no real folder is touched, and asks the
 * linter once.
 * @returns for each plant what the walls say to it, empty when they let it pass
 */
export async function lintPlanted(plants: readonly Plant[]): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'walls-'));
  try {
    for (const part of ['biome.json', 'walls']) cpSync(join(root, part), join(house, part), { recursive: true });
    const paths = plants.map(({ file }, index) => file.replace('planted.ts', `planted-${index}.ts`));
    plants.forEach(({ source }, index) => {
      const path = join(house, paths[index] ?? '');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, source);
    });
    const findings = await lint(house);
    return paths.map((path) => {
      const said = findings.filter(({ location }) => location.path === path);
      return said.map(({ message }) => message).join('\n');
    });
  } finally {
    rmSync(house, { recursive: true });
  }
}

async function lint(house: string): Promise<Finding[]> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const run = promisify(execFile)(process.execPath, [biome, ...options], { cwd: house, maxBuffer: 2 ** 25 });
  const { stdout } = await run.catch((refused: { stdout: string }) => refused);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  return diagnostics.filter(({ category }) => category === 'plugin' || category === 'lint/style/noRestrictedImports');
}
