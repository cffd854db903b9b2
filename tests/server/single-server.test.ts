/** The single server as it is unpacked on a machine of a bureau: what it needs, refuses, keeps and gives back. */
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { makeClient } from '../../scripts/local/client.ts';
import { demoMark } from '../../scripts/local/demo-mark.ts';
import { release } from '../../shared/release.ts';
import { type LivedIn, liveIn, password, pin, worldOn } from './lived-in.ts';
import { type Unpacked, unpack } from './process.ts';
import { spendAndTakeBack, type Visitor } from './visitors.ts';

const made: { unpacked?: Unpacked; folder?: string; lived?: LivedIn } = {};
const here = () => made as Required<typeof made>;
const inFolder = (name: string) => join(here().folder, name);

beforeAll(async () => {
  made.unpacked = await unpack();
  made.folder = await mkdtemp(join(tmpdir(), 'timebank-server-'));
  const world = await worldOn(inFolder('data'));
  made.lived = await liveIn(world, Date.now());
  world.close();
}, 180_000);
afterAll(async () => {
  await made.unpacked?.remove();
  await rm(made.folder ?? '', { recursive: true, force: true });
});

async function rootsOf(dataDir: string) {
  const store = openEmbedded(dataDir);
  const { districts } = await auditStore(store);
  store.close();
  return districts.map(({ district, root, violations }) => ({ district, root, violations }));
}

describe('an unpacked server', () => {
  test('sets a district up, serves and stops, with nothing on the machine but itself', async () => {
    const { unpacked } = here();
    const dataDir = inFolder('new');
    const founding = ['--district-name', '冷水滩区', '--login', 'admin', '--name', '张老师'];
    const { said, status } = await unpacked.run('first-administrator', founding, { DATA_DIR: dataDir });
    expect([status, said]).toEqual([0, expect.stringMatching(/one-time code [0-9A-Z]{4}-[0-9A-Z]{4}/)]);
    expect(said).toMatch(/From \d{4}-\d\d-\d\d on administrators sign in with a code from their phone/);
    const { url, child, ended } = await unpacked.serve(dataDir);
    const administrator = makeClient((path, init) => fetch(url + path, init));
    const code = /code (\S{9})/.exec(said)?.[1] ?? '';
    await administrator.must('POST /api/activations', { body: { code, password } });
    expect((await administrator.must('GET /api/session', {})).name).toBe('张老师');
    expect(await administrator.must('GET /api/health', {})).toEqual({ ok: true, version: release });
    const health = await unpacked.run('health', [], { DATA_DIR: dataDir, PORT: new URL(url).port });
    expect(health).toEqual({ status: 0, said: `{"ok":true,"version":"${release}"}\n` });
    expect((await stat(join(dataDir, 'keys'))).mode & 0o077).toBe(0);
    child.kill('SIGTERM');
    expect(await ended()).toBe(0);
  });

  test('refuses the demo district, a network in the clear, and a folder that another server works in', async () => {
    const { unpacked } = here();
    const demo = await worldOn(inFolder('demo'));
    await demo.store.transact('SEED', [{ ...demoMark, put: { v: 1, state: 'done', at: 0 } }]);
    demo.close();
    await expect(unpacked.serve(inFolder('demo'))).rejects.toThrow('holds the demo district');
    await expect(unpacked.serve(inFolder('data'), ['--host', '0.0.0.0'])).rejects.toThrow('speaks TLS only');
    const { child, ended } = await unpacked.serve(inFolder('data'));
    await expect(unpacked.serve(inFolder('data'))).rejects.toThrow('A server is running on the data folder');
    child.kill('SIGTERM');
    expect(await ended()).toBe(0);
  });

  test('backs up while it serves, keys included, and is restored elsewhere to the same audit root', async () => {
    const { unpacked, lived } = here();
    const dataDir = inFolder('data');
    const { url, child, ended } = await unpacked.serve(dataDir);
    const visitors = await signedIn(() => url);
    const writing = Promise.all(visitors.map((visitor) => spendAndTakeBack(visitor, lived)));
    const settings = { TIMEBANK_SETTINGS: inFolder('timebank.env') };
    const installed = [
      `DATA_DIR=${dataDir}`,
      'TIMEBANK_OPTIONS=--certificate /etc/timebank.crt --key /etc/timebank.key',
    ];
    await writeFile(settings.TIMEBANK_SETTINGS, installed.join('\n'));
    const backup = await unpacked.run('backup', ['--to', inFolder('backups'), '--keep', '2'], settings);
    expect(backup.status, backup.said).toBe(0);
    const [name = ''] = await readdir(inFolder('backups'));
    const restored = inFolder('restored');
    const restoring = await unpacked.run('restore', ['--from', inFolder(`backups/${name}`), '--data-dir', restored]);
    expect(restoring.status, restoring.said).toBe(0);
    const [root] = await rootsOf(restored);
    expect(root).toMatchObject({ district: lived.district, violations: [] });
    expect(backup.said).toContain(`root ${root?.root}`);
    expect(restoring.said).toContain(`root ${root?.root}`);
    expect((await stat(join(restored, 'keys'))).mode & 0o077).toBe(0);
    const again = await unpacked.run('restore', ['--from', inFolder(`backups/${name}`), '--data-dir', restored]);
    expect(again).toMatchObject({ status: 1, said: expect.stringContaining('is not empty') });
    child.kill('SIGKILL');
    await writing;
    await ended();
    // Writes went on all the while.
    expect((await rootsOf(dataDir))[0]?.root).not.toBe(root?.root);
    const second = await unpacked.serve(restored);
    await signedIn(() => second.url);
    second.child.kill('SIGTERM');
    expect(await second.ended()).toBe(0);
  });

  test('gives itself a new key to sign with, and keeps the others', async () => {
    const { unpacked } = here();
    const file = inFolder('rotated/keys');
    await cp(inFolder('data/keys'), file);
    const rotated = await unpacked.run('keys', ['rotate'], { DATA_DIR: inFolder('rotated') });
    expect(rotated, rotated.said).toMatchObject({ status: 0 });
    const [before, after] = await Promise.all([inFolder('data/keys'), file].map((path) => readFile(path, 'utf8')));
    const { signing, ...others } = JSON.parse(before ?? '');
    expect(JSON.parse(after ?? '')).toEqual({ ...others, signing: expect.any(String), signingBefore: signing });
    expect(JSON.parse(after ?? '').signing).not.toBe(signing);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  /** `KILLS=100 npx vitest run tests/server/single-server.test.ts -t kills` is the measured one. */
  const kills = Number(process.env.KILLS ?? 5);
  const patienceMs = 60_000 + kills * 8000;
  test(`loses no write that it acknowledged by ${kills} kills under load`, { timeout: patienceMs }, async () => {
    const { unpacked, lived } = here();
    const dataDir = inFolder('data');
    let url = '';
    let visitors: Visitor[] = [];
    let acknowledged = 0;
    let random = Number(process.env.SEED ?? Date.now() % 1e6);
    process.stdout.write(`${kills} kills, SEED=${random}\n`);
    for (let kill = 0; kill < kills; kill++) {
      const server = await unpacked.serve(dataDir);
      url = server.url;
      if (kill === 0) visitors = await signedIn(() => url);
      acknowledged += await foundAgain(visitors);
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
      setTimeout(() => server.child.kill('SIGKILL'), 50 + (random % 400));
      await Promise.all(visitors.map((visitor) => spendAndTakeBack(visitor, lived)));
      expect(await server.ended()).toBe(null);
    }
    const last = await unpacked.serve(dataDir);
    url = last.url;
    acknowledged += await foundAgain(visitors);
    last.child.kill('SIGTERM');
    expect(await last.ended()).toBe(0);
    expect((await rootsOf(dataDir)).flatMap(({ violations }) => violations)).toEqual([]);
    process.stdout.write(`${acknowledged} acknowledged redemptions and cancellations, all there\n`);
    expect(acknowledged).toBeGreaterThan(kills);
  });
});

/** Everybody at the server that there is at the moment. */
async function signedIn(url: () => string): Promise<Visitor[]> {
  const { lived } = here();
  const visitors = lived.pupils.map(() => ({
    client: makeClient((path, init) => fetch(url() + path, init)),
    acknowledged: new Map<string, string>(),
  }));
  for (const [at, { number }] of lived.pupils.entries())
    await visitors[at]?.client.must('POST /api/sessions', { body: { school: lived.school, number, pin } });
  return visitors;
}

/** What was under way at the last kill is settled, and what was acknowledged stands. @returns how much that was */
async function foundAgain(visitors: readonly Visitor[]): Promise<number> {
  await Promise.all(visitors.map((visitor) => visitor.settle?.()));
  let count = 0;
  for (const { client, acknowledged } of visitors) {
    for (const [redemption, state] of acknowledged) {
      const there = await client.must('GET /api/me/redemptions/{redemption}', { params: { redemption } });
      expect([redemption, there.state]).toEqual([redemption, state]);
      count++;
    }
    acknowledged.clear();
  }
  return count;
}
