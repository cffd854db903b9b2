/** `npm run audit`: what an auditor sees, and the exit code a job goes by. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { balanceAt } from '../../functions/ledger/index.ts';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';

const folder = mkdtempSync(join(tmpdir(), 'timebank-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(dataDir: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, DATA_DIR: dataDir, TIMEBANK_STORE: 'embedded', ...more };
  return spawnSync(process.execPath, words, { env, encoding: 'utf8' });
}

/** Leaves a district behind without a wallet in it. */
const found = (dataDir: string) =>
  openEmbedded(dataDir).transact('found', [{ table: 'District', key: { pk: 'T#D1#D', sk: 'TREE' }, put: {} }]);

function audit(dataDir: string) {
  const { stdout, status } = run(dataDir, ['scripts/audit.ts']);
  return { stdout, status };
}

test('a folder without data is said to be empty and stays as it is', () => {
  const nowhere = join(folder, 'nowhere');
  expect(audit(nowhere)).toEqual({ stdout: 'No district is stored here.\n', status: 0 });
  expect(existsSync(nowhere)).toBe(false);
});

test('a district in which nobody has anything yet is not said to be missing', async () => {
  const dataDir = join(folder, 'founded');
  await found(dataDir);
  expect(audit(dataDir)).toEqual({ stdout: 'No points or minutes are stored here.\n', status: 0 });
});

test('a difference is printed, the others are counted, and the exit code is 1', async () => {
  const dataDir = join(folder, 'damaged');
  const numbers = { points: 5, debt: 0, minutes: 0, seq: 0, head: '' };
  const balance = { ...numbers, minutesByStage: {}, minutesByYear: {}, lots: { '20280831': 5 }, at: 0 };
  await openEmbedded(dataDir).transact('damage', [{ ...balanceAt('D1', 'W1'), put: balance }]);
  const { stdout, status } = audit(dataDir);
  expect(stdout).toMatch(/^district D1: 1 wallets, 0 entries, \d+ differences\n {2}root [0-9a-f]{64}\n/);
  expect(stdout).toContain('  wallet W1: 5 points, and 0 counted from zero\n  and ');
  expect(status).toBe(1);
});

test('commands on a folder without data say so in a sentence, and make none', () => {
  const nowhere = join(folder, 'nowhere');
  for (const words of [['scripts/repair.ts'], ['scripts/keys.ts', 'rotate']]) {
    const { stderr, status } = run(nowhere, words);
    expect([stderr.split('\n').length, status], stderr).toEqual([2, 1]);
    expect(stderr).toMatch(/^There is no .*nowhere.*: set DATA_DIR\.\n$/);
  }
  expect(existsSync(nowhere)).toBe(false);
});

test('an archive that is not there is no archive without entries', async () => {
  const dataDir = join(folder, 'torn');
  await found(dataDir);
  const { stderr, status } = run(dataDir, ['scripts/repair.ts', '--archive', join(folder, 'typo')]);
  expect([status, stderr]).toEqual([1, `There is nothing of an archive in ${join(folder, 'typo')}.\n`]);
});

test('a command is called as it was typed, with npm or by the archive’s own launcher', () => {
  const usage = (more?: Readonly<Record<string, string>>) => run(folder, ['scripts/keys.ts', 'revolve'], more).stderr;
  expect(usage()).toMatch(/^Usage: npm run keys -- \[rotate\]/);
  expect(usage({ TIMEBANK_ARCHIVE: '/opt/timebank' })).toMatch(/^Usage: timebank keys \[rotate\]/);
});

test('a number of backups to keep that is none is refused before anything is copied or goes', () => {
  const to = join(folder, 'backups');
  for (const keep of ['zero', '0', '-1', '1.5']) {
    const { stderr, status } = run(join(folder, 'founded'), ['scripts/backup.ts', '--to', to, `--keep=${keep}`]);
    expect([status, stderr]).toEqual([1, 'Usage: npm run backup -- --to <folder> [--keep <number>]\n']);
  }
  expect(existsSync(to)).toBe(false);
});
