/** What `npm start` promises whoever types it: it serves, it says what is wrong, and what it acknowledged stays. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Client, makeClient } from '../../scripts/local/client.ts';

const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-e2e-'));
  folders.push(folder);
  return folder;
}

function run(dataDir: string, { port = '0', options = [] as string[] } = {}) {
  const env = { ...process.env, PORT: port, DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['scripts/start.ts', ...options], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return { child, printed: () => printed };
}
async function served(child: ChildProcess): Promise<string> {
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return message.url;
}
async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}
const clientAt = (url: string): Client => makeClient((path, init) => fetch(url + path, init));

/** Each start builds the bundles and plays the demo. */
const timeoutMs = 240_000;

describe('npm start', { timeout: timeoutMs }, () => {
  test('serves the API and its documentation, prints the sign-ins, and ends with Ctrl-C', async () => {
    const { child, printed } = run(await newFolder());
    const url = await served(child);
    const school = clientAt(url);
    await school.must('POST /api/sessions', { body: { login: 'school', password: 'demo-time-bank-2026' } });
    expect((await school.must('GET /api/teams', {})).items).toHaveLength(3);
    expect((await fetch(`${url}/api/openapi.json`)).status).toBe(200);
    // The address itself is the first page.
    expect(await (await fetch(url)).text()).toContain('存进时间银行');
    expect(printed()).toMatch(/login district, school, approver, leader or desk/);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
  });

  test('keeps everything acknowledged through kill -9 in the middle of writes', async () => {
    const folder = await newFolder();
    const first = run(folder);
    const url = await served(first.child);
    const school = clientAt(url);
    await school.must('POST /api/sessions', { body: { login: 'school', password: 'demo-time-bank-2026' } });
    const unit = (await school.must('GET /api/session', {})).post.unit;
    const acknowledged: string[] = [];
    const write = async () => {
      for (let count = 0; count < 200; count++) {
        const team = await school.must('POST /api/teams', { body: { unit, name: `第${count}队` } });
        acknowledged.push(team.id);
        if (acknowledged.length === 25) first.child.kill('SIGKILL');
      }
    };
    await Promise.allSettled([write(), write(), write()]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    const second = run(folder);
    const again = clientAt(await served(second.child));
    await again.must('POST /api/sessions', { body: { login: 'school', password: 'demo-time-bank-2026' } });
    for (const team of acknowledged) await again.must('GET /api/teams/{team}', { params: { team } });
    second.child.kill('SIGINT');
    expect(await ended(second.child)).toBe(0);
  });

  test('says in a sentence that its port is taken', async () => {
    const taken = createServer().listen(0);
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { child, printed } = run(await newFolder(), { port: String(port), options: ['--empty'] });
    expect(await ended(child)).toBe(1);
    taken.close();
    const sentence = `Port ${port} is in use by another program; choose another one: PORT=${port + 1} npm start`;
    expect(printed().trim().split('\n')).toEqual([sentence]);
  });

  test('says in a sentence that its data file is broken', async () => {
    const folder = await newFolder();
    await writeFile(
      join(folder, 'timebank.sqlite'),
      'this is not a database, though it is long enough to be taken for one',
    );
    const { child, printed } = run(folder);
    expect(await ended(child)).toBe(1);
    expect(printed()).toContain(join(folder, 'timebank.sqlite'));
    expect(printed().trim().split('\n')).toEqual([expect.any(String)]);
  });
});
