/**
 * What one machine carries as a single server: `node scripts/setup.mjs run bench/single-server.ts [people]`, by
 * default a founding district's 39,130 wallets. It lays the archive's folder out, fills a data folder, and times the
 * server and its commands.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { balanceOf, journalWrites, post } from '../functions/ledger/index.ts';
import { volunteerAt, volunteerRow } from '../functions/volunteers/rows.ts';
import { type Client, makeClient } from '../scripts/local/client.ts';
import { layOut } from '../scripts/pack.ts';
import { type LivedIn, liveIn, pin, price, worldOn } from '../tests/server/lived-in.ts';

const people = Number(process.argv[2] ?? 39_130);
const folder = mkdtempSync(join(tmpdir(), 'timebank-bench-'));
const dataDir = join(folder, 'data');
const program = join(folder, 'app', 'timebank');
const env = { PATH: '/usr/bin:/bin', DATA_DIR: dataDir, PORT: '0' };
const say = (name: string, value: string) =>
  process.stdout.write(`${name.padEnd(24)}${value}   load ${loadavg()[0]?.toFixed(1)}\n`);

async function fill(): Promise<LivedIn> {
  const world = await worldOn(dataDir);
  const lived = await liveIn(world, Date.now(), 16);
  const { district, unit } = lived;
  const inBatch = 20;
  const serve = (at: number) => {
    const { newId } = world.tools;
    const id = newId(world.now);
    const personal = { name: '张小明', number: `9${at}`, birthDate: '2011-05-01' };
    const className = `${unit}-junior-2024-2`;
    const person = { id, ver: 1, school: unit, class: className, personal, status: 'active' } as const;
    const minutes = { count: 120, stage: 'junior', schoolYear: 2026 };
    const about = { reference: 's', effect: { shift: 's', volunteer: id, rev: 1, stage: 'junior', schoolYear: 2026 } };
    const movement = { tx: `A#${id}#1`, kind: 'service', points: 100, minutes, expiry: '20290831', ...about } as const;
    const posting = { district, wallet: id, by: 'bench', now: world.now, returnedDaysMin: 0 };
    const posted = post(balanceOf(undefined), [movement], posting);
    if (!posted) throw new Error('A credit was refused');
    const row = volunteerRow(district, world.tools.vault, person);
    return [{ ...volunteerAt(district, id), put: row }, ...journalWrites(posted), ...posted.writes];
  };
  for (let at = 0; at < people; at += inBatch) {
    const writes = Array.from({ length: Math.min(inBatch, people - at) }, (_, index) => serve(at + index)).flat();
    await world.store.transact(`fill#${at}`, writes);
  }
  world.close();
  return lived;
}

async function rate(
  name: string,
  clients: readonly Client[],
  seconds: number,
  one: (client: Client) => Promise<number>,
) {
  const start = performance.now();
  const times: number[] = [];
  let count = 0;
  const work = async (client: Client) => {
    while (performance.now() < start + seconds * 1000) {
      const before = performance.now();
      count += await one(client);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(clients.map(work));
  const perSecond = count / ((performance.now() - start) / 1000);
  const at = (share: number) => times.sort((a, b) => a - b)[Math.floor(times.length * share)]?.toFixed(0);
  say(name, `${perSecond.toFixed(0)} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

function timed(name: string, ...words: string[]): void {
  const start = performance.now();
  const { status } = spawnSync(program, words, { env, stdio: 'ignore' });
  say(name, `${((performance.now() - start) / 1000).toFixed(1)} s, exit code ${status}`);
}

try {
  await layOut(join(folder, 'app'), process.env.TIMEBANK_BUNDLES);
  const { item, desk, school, pupils } = await fill();
  const start = performance.now();
  const child = spawn(program, ['server'], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  say('start', `${((performance.now() - start) / 1000).toFixed(1)} s`);
  say('data file', `${(statSync(join(dataDir, 'timebank.sqlite')).size / 1e6).toFixed(0)} MB`);
  const clients = pupils.map(() => makeClient((path, init) => fetch(url + path, init)));
  for (const [at, { number }] of pupils.entries())
    await clients[at]?.must('POST /api/sessions', { body: { school, number, pin } });
  await rate('balances', clients, 10, async (client) => {
    await client.must('GET /api/me/balance', {});
    return 1;
  });
  await rate('redeemed and taken back', clients, 10, async (client) => {
    const { id: redemption } = await client.must('POST /api/redemptions', { body: { item, desk, price } });
    await client.must('POST /api/redemptions/{redemption}/cancellation', { params: { redemption }, body: {} });
    return 2;
  });
  await rate('pages', clients, 10, async () => (await (await fetch(url)).text()).length && 1);
  say('memory', /VmRSS:\s+(\d+ kB)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? '');
  timed('backup, audit included', 'backup', '--to', join(folder, 'backups'));
  child.kill('SIGTERM');
  await once(child, 'exit');
  const [backup = ''] = readdirSync(join(folder, 'backups'));
  timed('restore, audit included', 'restore', '--from', join(folder, 'backups', backup), '--data-dir', `${dataDir}-2`);
  timed('audit', 'audit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
