/** The time bank on one machine: the deployed bundles behind a local gateway, streams and schedules included. */
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Backing, openBacking } from './backing.ts';
import { type ApiHandler, createGateway } from './gateway.ts';
import { type Feed, type StreamHandler, startStreams } from './streams.ts';

export interface LocalServer {
  readonly url: string;
  /** What another process of the project needs to work on the same data. */
  readonly environment: Backing['environment'];
  /** Moves the time that requests and schedules carry, and does what it brings. */
  moveTo(time: number): Promise<void>;
  stop(): Promise<void>;
}
export interface ServerOptions {
  readonly store: 'embedded' | 'dynamodb';
  readonly dataDir: string;
  readonly port: number;
  /** The folder of the built bundles. */
  readonly bundles: string;
  /** Runs once the tables are there and before anybody is served. */
  readonly beforeServing?: (feed: Feed) => Promise<void>;
}
type ClockHandler = (event: { readonly time: string }) => Promise<void>;

const tickMs = 60_000;

export async function startServer(options: ServerOptions): Promise<LocalServer> {
  await mkdir(options.dataDir, { recursive: true });
  const backing = await openBacking(options);
  Object.assign(process.env, backing.environment);
  try {
    return await serve(options, backing);
  } catch (error) {
    await backing.close();
    throw error;
  }
}

async function serve({ bundles, port, beforeServing }: ServerOptions, backing: Backing): Promise<LocalServer> {
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  await beforeServing?.(backing.feed);
  const api = await loadHandler<ApiHandler>(bundles, 'api');
  const clock = await loadHandler<ClockHandler>(bundles, 'clock');
  const gateway = createGateway(api, now);
  const url = await listen(gateway, port);
  const streams = startStreams(backing.feed, await loadHandler<StreamHandler>(bundles, 'projections'));
  const tick = async () => {
    await clock({ time: new Date(now()).toISOString() });
    backing.tidy(now());
  };
  const schedule = setInterval(() => tick().catch(report), tickMs);
  await tick();
  return {
    url,
    environment: backing.environment,
    async moveTo(time) {
      offsetMs = time - Date.now();
      await streams.drained();
      await tick();
      await streams.drained();
    },
    async stop() {
      clearInterval(schedule);
      gateway.closeIdleConnections();
      await new Promise((resolve) => gateway.close(resolve));
      await streams.stop();
      await backing.close();
    },
  };
}

async function loadHandler<H>(bundles: string, name: string): Promise<H> {
  const { handler } = await import(pathToFileURL(join(bundles, name, 'index.mjs')).href);
  return handler;
}

function listen(gateway: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    gateway.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use by another program; choose another one: PORT=${port + 1} npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    gateway.listen(port, () => resolve(`http://localhost:${(gateway.address() as AddressInfo).port}`));
  });
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
}
