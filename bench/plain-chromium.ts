/**
 * The system's Chromium, spoken to over its own protocol: a test driver puts contexts of its own into every page, and
 * on a slowed-down CPU they cost as much as the page's first paint.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumOptions, chromiumPath } from '../tests/e2e/pages/browser.ts';

type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;
export interface PlainChromium {
  /** A tab of a fresh profile; what is sent goes to that tab. */
  openTab(): Promise<{ readonly send: Send; close(): Promise<void> }>;
  close(): Promise<void>;
}

export async function openPlainChromium(): Promise<PlainChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'timebank-chromium-'));
  const options = [...chromiumOptions, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(chromiumPath, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  const { send, close } = await connect(await addressOf(child));
  return {
    async openTab() {
      const { browserContextId } = await send('Target.createBrowserContext');
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      return {
        send: (method, params) => send(method, params, sessionId as string),
        close: async () => void (await send('Target.disposeBrowserContext', { browserContextId })),
      };
    },
    async close() {
      close();
      const ended = once(child, 'exit');
      if (child.kill()) await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('Chromium says nothing');
  for await (const line of createInterface({ input: stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('Chromium ended before it could be spoken to');
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
  });
  let count = 0;
  const send = (method: string, params: object = {}, sessionId?: string): ReturnType<Send> => {
    const id = ++count;
    socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
    });
  };
  return { send, close: () => socket.close() };
}
