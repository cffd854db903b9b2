/** Where the story plays: a fresh server, the people and what they hold in their hands. */
import { execFile } from 'node:child_process';
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
  /** Waits until all that follows from what was done has been done too. */
  settle(): Promise<void>;
  /** Runs a command of the project against this server's data and gives what it printed. */
  run(script: string, ...options: string[]): Promise<string>;
  /** What the deployed shape saw of the functions' rights, logs and parked changes. */
  report(): Promise<Report>;
  close(): Promise<void>;
}
/** A step's title, and what came back in a line. Throws when it is not what the story says. */
export type Step = readonly [title: string, play: (stage: Stage) => Promise<string>];

/** The server a story plays on. */
export interface PlayedServer extends Pick<Stage, 'url' | 'moveTo' | 'settle' | 'report' | 'close'> {
  /** What a command of the project needs to work on the same data. */
  readonly environment: NodeJS.ProcessEnv;
}

/** The story's first morning: Wednesday, 11 March 2026, 17:00 in Shanghai. */
const firstEvening = Date.parse('2026-03-11T09:00:00Z');

export async function stageOn(server: PlayedServer): Promise<Stage> {
  const { url, environment: env } = server;
  const people = new Map<string, Client>();
  const known = new Map<string, string>();
  let offsetMs = 0;
  const stage: Stage = {
    ...server,
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
      await server.moveTo(time);
      offsetMs = time - Date.now();
    },
    async run(script, ...options) {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...options], { env });
      return stdout;
    },
  };
  await stage.moveTo(firstEvening);
  return stage;
}

export const password = 'walk-through-the-bank-2026';
export const pupilPin = '482951';

/** Days have passed and the session is over: a member of staff signs in again. */
export async function backAtWork({ person }: Stage, login: string): Promise<Client> {
  await person(login).must('POST /api/sessions', { body: { login, password } });
  return person(login);
}

/** The pupil is back, whatever day it is. */
export async function pupilAgain({ person, notes }: Stage): Promise<Client> {
  const body = { school: '110004', number: notes.get('number'), pin: pupilPin };
  await person('pupil').must('POST /api/sessions', { body });
  return person('pupil');
}

const asksMax = 5;
/** Rows of bulk work that nobody can tell of yet. */
const open = new Set(['busy', 'outcome_unknown']);

/** Bulk work, asked for again while some of its rows are open, as a page asks: what is done is not done twice. */
export async function settled<Answer extends { readonly items: readonly { readonly outcome: string }[] }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  let answer = await ask();
  for (let asks = 1; asks < asksMax && answer.items.some(({ outcome }) => open.has(outcome)); asks++)
    answer = await ask();
  return answer;
}

/** @throws unless the step's promise holds */
export function expect(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`expected ${promise}`);
}
