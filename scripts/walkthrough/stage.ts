/** Where the story plays: a fresh server in a process of its own, the people and what they hold in their hands. */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Report } from '../deployed/runner.ts';
import { type Client, makeClient } from '../local/client.ts';

/** What earlier steps learnt and later ones need. A name asked for before it was learnt is a mistake in the story. */
export interface Notes {
  set(name: string, value: string): void;
  get(name: string): string;
}
export interface Stage {
  /** One person at one browser, by name. */
  person(name: string): Client;
  readonly notes: Notes;
  readonly url: string;
  /** The server's time, epoch milliseconds. */
  now(): number;
  moveTo(time: number): Promise<void>;
  settle(): Promise<void>;
  /** Runs a command of the project against this server's data and gives what it printed. */
  run(script: string, ...options: string[]): Promise<string>;
  /** What the deployed shape saw of the functions' rights, logs and parked changes. */
  report(): Promise<Report>;
  close(): Promise<void>;
}
/** A step's title, and what came back in a line. Throws when it is not what the story says. */
export type Step = readonly [title: string, play: (stage: Stage) => Promise<string>];

const settleMs = 100;
const startWithinMs = 300_000;

/** The story's first morning: Wednesday, 11 March 2026, 17:00 in Shanghai. */
const firstEvening = Date.parse('2026-03-11T09:00:00Z');

/** @param serve the command of the server, `npm start` without its demo unless said */
export async function openStage(
  store: 'embedded' | 'dynamodb' | 'deployed',
  [program = '', ...serve]: readonly string[] = [
    'scripts/start.ts',
    '--empty',
    ...(store === 'deployed' ? ['--deployed'] : []),
  ],
): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'timebank-walkthrough-'));
  const environment = {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDir,
    TIMEBANK_STORE: store === 'embedded' ? store : 'dynamodb',
  };
  const server = fork(program, serve, {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url, environment: backing = {} } = await said<{ url: string; environment?: Record<string, string> }>(
    server,
    'url',
  );
  const people = new Map<string, Client>();
  const known = new Map<string, string>();
  let offsetMs = 0;
  const stage: Stage = {
    url,
    person(name) {
      const client = people.get(name) ?? makeClient((path, init) => fetch(url + path, init));
      people.set(name, client);
      return client;
    },
    notes: {
      set: (name, value) => void known.set(name, value),
      get(name) {
        const value = known.get(name);
        if (value === undefined) throw new Error(`The story does not know ${name} yet`);
        return value;
      },
    },
    now: () => Date.now() + offsetMs,
    async moveTo(time) {
      server.send({ moveTo: time });
      await said(server, 'movedTo');
      offsetMs = time - Date.now();
    },
    settle: () => pause(settleMs),
    async run(script, ...options) {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...options], {
        env: { ...environment, ...backing },
      });
      return stdout;
    },
    async report() {
      const answer = said<{ report: Report }>(server, 'report');
      server.send({ report: true });
      return (await answer).report;
    },
    async close() {
      const ended = once(server, 'exit');
      if (server.kill('SIGINT')) await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await stage.moveTo(firstEvening);
  return stage;
}

export const password = 'walk-through-the-bank-2026';

/** Days have passed and the session is over: a member of staff signs in again. */
export async function backAtWork({ person }: Stage, login: string): Promise<Client> {
  await person(login).must('POST /api/sessions', { body: { login, password } });
  return person(login);
}

/** Waits for the server's message that has a field of this name. */
function said<T>(server: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server did not say ${field}`)), startWithinMs);
    const listen = (message: object) => {
      if (!(field in message)) return;
      clearTimeout(timer);
      server.off('message', listen);
      resolve(message as T);
    };
    server.on('message', listen);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}

/** @throws unless the step's promise holds */
export function expect(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`expected ${promise}`);
}
