/** A server for a story, in a process and on a folder of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../deployed/runner.ts';
import type { PlayedServer } from './stage.ts';

const startWithinMs = 300_000;
/** `npm start` without its demo. */
export const emptyServer = ['scripts/start.ts', '--empty', '--in-memory'] as const;

/** @param command what serves */
export async function forkServer(
  store: 'embedded' | 'dynamodb',
  [program = '', ...options]: readonly string[],
): Promise<PlayedServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'timebank-walkthrough-'));
  const environment = { ...process.env, PORT: '0', DATA_DIR: dataDir, TIMEBANK_STORE: store };
  const server = fork(program, options, { env: environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const started = await said<{ url: string; environment?: Record<string, string> }>(server, 'url');
  return {
    url: started.url,
    environment: { ...environment, ...started.environment },
    async moveTo(time) {
      server.send({ moveTo: time });
      await said(server, 'movedTo');
    },
    async settle() {
      server.send({ settle: true });
      await said(server, 'settled');
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
}

/** Waits for the server's message that has a field of this name. */
function said<T>(server: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      server.off('message', listen).off('exit', leave);
      settle();
    };
    const listen = (message: object) => {
      if (field in message) end(() => resolve(message as T));
    };
    const leave = (code: number | null) => end(() => reject(new Error(`The server ended with ${code}`)));
    const late = () => end(() => reject(new Error(`The server did not say ${field}`)));
    const timer = setTimeout(late, startWithinMs);
    server.on('message', listen).on('exit', leave);
  });
}
