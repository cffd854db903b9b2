import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOptions } from '../../../scripts/build.ts';
import { heavyFiles, readFiles, refusedFiles } from './attack-files.ts';
import { codesOf, problemOf, read } from './sheets.ts';

const memoryMax = 200_000_000;

describe('a file that is no roster, or a weapon', () => {
  test.each(Object.entries(refusedFiles))('%s is refused as unreadable, with advice', async (_what, bytes) => {
    const problem = await problemOf(read(bytes()));
    expect(problem.code).toBe('file_unreadable');
    expect(problem.facts.detail).toMatch(/请/u);
  });
});

describe('a roster that went through many hands', () => {
  test.each(Object.entries(readFiles))(
    '%s: every row is a person or a fault',
    async (_what, { bytes, people, faults }) => {
      const roster = await read(bytes());
      expect(codesOf(roster)).toEqual(faults);
      expect(roster.rows).toHaveLength(people);
      expect(roster.rows.every(({ number }) => /^[0-9]+$/u.test(number))).toBe(true);
    },
  );
});

describe('reading', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timebank-attack-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'index.mjs');
  // As it is deployed: a process that has to strip types first holds the stripper too.
  beforeAll(async () => {
    await build({
      ...bundleOptions,
      entryPoints: { index: 'tests/volunteers/roster/attack-memory.ts' },
      outdir: folder,
    });
  });

  test.each(heavyFiles)('%s takes less than 200 MB of a process’s memory', async (what) => {
    const path = join(folder, 'roster');
    writeFileSync(path, refusedFiles[what]?.() ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
    expect(Number(stdout)).toBeLessThan(memoryMax);
  });
});
