/** The command `timebank` of an unpacked archive: what it takes from the settings, and as whom it works. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'timebank-launcher-'));
afterAll(() => rmSync(folder, { recursive: true }));
const settings = join(folder, 'timebank.env');
const dataDir = join(folder, 'data of the district');
const planted = join(folder, 'planted');
for (const name of ['app/commands', 'bin', 'data of the district']) mkdirSync(join(folder, name), { recursive: true });
copyFileSync(join(import.meta.dirname, '../../scripts/server/package/timebank'), join(folder, 'timebank'));
writeFileSync(join(folder, 'app/commands/backup.mjs'), '');
// In Node's place: says what it was given, and as whom.
writeFileSync(join(folder, 'bin/node'), '#!/bin/sh\necho "user=$(id -u):$(id -g)"\necho "options=$*"\nenv\n');
for (const name of ['', 'timebank', 'bin/node']) chmodSync(join(folder, name), 0o755);

/** @returns what the command's environment was, by name */
function launched(environment: Record<string, string> = {}): Record<string, string> {
  const env = { PATH: '/usr/bin:/bin', TIMEBANK_SETTINGS: settings, ...environment };
  const options = ['backup', '--to', '/var/back ups'];
  const { stdout, stderr, status } = spawnSync(join(folder, 'timebank'), options, { env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const line = (text: string): [string, string] => [text.slice(0, text.indexOf('=')), text.replace(/^\w+=/, '')];
  return Object.fromEntries(stdout.trimEnd().split('\n').map(line));
}

test('settings are taken as they stand, the documented certificate line too, and none is executed', () => {
  const lines = [
    '# A comment with PORT=1',
    '',
    `DATA_DIR="${dataDir}"`,
    'PORT=443\r',
    'TIMEBANK_OPTIONS=--certificate /etc/timebank.crt --key /etc/timebank.key',
    `SITE_ICP_FILING=$(touch ${planted}) \`touch ${planted}\`; touch ${planted}`,
    "SITE_WECHAT_VERIFICATION='it''s'",
    'no setting at all',
    'KEYS_FILE=a=b',
  ];
  writeFileSync(settings, lines.join('\n'));
  const given = launched();
  expect(given).toMatchObject({
    DATA_DIR: dataDir,
    PORT: '443',
    TIMEBANK_OPTIONS: '--certificate /etc/timebank.crt --key /etc/timebank.key',
    SITE_ICP_FILING: `$(touch ${planted}) \`touch ${planted}\`; touch ${planted}`,
    SITE_WECHAT_VERIFICATION: "it''s",
    KEYS_FILE: 'a=b',
  });
  expect(given.options).toBe(`${folder}/app/commands/backup.mjs --to /var/back ups`);
  expect(existsSync(planted)).toBe(false);
});

test('settings are left alone when the caller names a data folder', () => {
  writeFileSync(settings, 'PORT=443\n');
  expect(launched({ DATA_DIR: folder })).not.toHaveProperty('PORT');
});

/** Only root can become somebody else. */
test.runIf(process.getuid?.() === 0)('root works as whoever the data belongs to, and keeps what it was given', () => {
  writeFileSync(settings, `DATA_DIR=${dataDir}\n`);
  expect(launched().user).toBe('0:0');
  chownSync(dataDir, 65_534, 65_534);
  const given = launched({ TIMEBANK_PASSPHRASE: 'a passphrase of the bureau' });
  expect(given).toMatchObject({ user: '65534:65534', TIMEBANK_PASSPHRASE: 'a passphrase of the bureau' });
});
