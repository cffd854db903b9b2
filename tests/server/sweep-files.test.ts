/** Files whose days are over go; all others stay. */
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderFiles } from '../../functions/platform/files/folder.ts';
import { sweepFiles } from '../../scripts/local/sweep-files.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-09-01T02:00:00Z');

test('rosters and exports go after 7 days, photos of signatures after 220, pictures of the shop never', async () => {
  const root = await mkdtemp(join(tmpdir(), 'timebank-files-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const files = folderFiles(root);
  const ages = {
    'rosters/D1/u/1': 8,
    'rosters/D1/u/2': 6,
    'exports/D1/e': 8,
    'exports/D1/f': 6,
    'evidence/D1/s/a': 221,
    'evidence/D1/s/b': 219,
  };
  for (const [path, days] of Object.entries({ ...ages, 'D1/items/i/h': 2000 })) {
    await files.put(path, Uint8Array.of(1));
    await utimes(join(root, path), now / 1000, (now - days * dayMs) / 1000);
  }
  await sweepFiles(root, now);
  const isThere = async (path: string) => [path, (await files.get(path)) !== undefined];
  expect(await Promise.all([...Object.keys(ages), 'D1/items/i/h'].map(isThere))).toEqual([
    ['rosters/D1/u/1', false],
    ['rosters/D1/u/2', true],
    ['exports/D1/e', false],
    ['exports/D1/f', true],
    ['evidence/D1/s/a', false],
    ['evidence/D1/s/b', true],
    ['D1/items/i/h', true],
  ]);
});

test('a folder where nothing was ever put is left alone', async () => {
  await expect(sweepFiles(join(tmpdir(), 'timebank-nowhere'), now)).resolves.toBeUndefined();
});
