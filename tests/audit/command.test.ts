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

function audit(dataDir: string) {
  const environment = { ...process.env, DATA_DIR: dataDir, TIMEBANK_STORE: 'embedded' };
  const { stdout, status } = spawnSync(process.execPath, ['scripts/audit.ts'], { env: environment, encoding: 'utf8' });
  return { stdout, status };
}

test('a folder without data is said to be empty and stays as it is', () => {
  const nowhere = join(folder, 'nowhere');
  expect(audit(nowhere)).toEqual({ stdout: 'No district is stored here.\n', status: 0 });
  expect(existsSync(nowhere)).toBe(false);
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
