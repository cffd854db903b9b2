/** The time bank on one machine: the deployed bundles behind a local gateway, streams and schedules included. */
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Backing, openBacking } from './backing.ts';
import type { Feed, StreamHandler } from './feed.ts';
import { type ApiHandler, createGateway, type Reach } from './gateway.ts';
import { startStreams } from './streams.ts';

export interface LocalServer {
  readonly url: string;
  /** What another process of the project needs to work on the same data. */
  readonly environment: Backing['environment'];
  /** Waits until all that follows from what was written has been done. */
  settle(): Promise<void>;
  /** Moves the time that requests and schedules carry, and does what it brings. */
  moveTo(time: number): Promise<void>;
  /** Takes another certificate for connections to come. */
  renew(tls: NonNullable<Reach['tls']>): void;
  stop(): Promise<void>;
}
export interface ServerOptions extends Reach {
  readonly dataDir: string;
  readonly port: number;
  /** The address to listen on; all of the machine's unless said. */
  readonly host?: string;
  /** The command that started it; `npm start` unless said. */
  readonly command?: string;
  /** The folder of the built bundles. */
  readonly bundles: string;
  /** Runs once the tables are there and before anybody is served. */
  readonly beforeServing?: (feed: Feed) => Promise<void>;
}
type ClockHandler = (event: { readonly time: string }) => Promise<void>;

const tickMs = 60_000;
const asideMs = 60 * tickMs;

export async function startServer(
  options: ServerOptions,
  backing: Backing = openBacking(options.dataDir),
): Promise<LocalServer> {
  Object.assign(process.env, backing.environment);
  try {
    return await serve(options, backing);
  } catch (error) {
    backing.close();
    throw error;
  }
}

async function serve(options: ServerOptions, backing: Backing): Promise<LocalServer> {
  const { bundles, beforeServing } = options;
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  await beforeServing?.(backing.feed);
  const asked = backing.openDocuments();
  const api = await loadHandler<ApiHandler>(bundles, 'api');
  const clock = await loadHandler<ClockHandler>(bundles, 'clock');
  const gateway = createGateway(api, now, options);
  const url = await listen(gateway, options);
  const followers = [[backing.feed, 'projections'] as const, [asked, 'documents'] as const];
  const streams = await Promise.all(
    followers.map(async ([feed, name]) =>
      startStreams(feed, await loadHandler<StreamHandler>(bundles, name), { aheadMs: () => offsetMs }),
    ),
  );
  const tick = async () => {
    await clock({ time: new Date(now()).toISOString() });
    await backing.tidy(now());
  };
  const settle = async () => {
    for (const stream of streams) stream.look();
    for (const stream of streams) await stream.drained();
  };
  const tryAside = () => Promise.all(streams.map((stream) => stream.tryAside())).catch(report);
  const schedules = [setInterval(() => tick().catch(report), tickMs), setInterval(tryAside, asideMs)];
  await tick();
  return {
    url,
    environment: backing.environment,
    settle,
    async moveTo(time) {
      // What went before belongs to the time before.
      await settle();
      offsetMs = time - Date.now();
      await tick();
      await settle();
    },
    renew(tls) {
      if ('setSecureContext' in gateway) gateway.setSecureContext(tls);
    },
    async stop() {
      for (const schedule of schedules) clearInterval(schedule);
      gateway.closeIdleConnections();
      await new Promise((resolve) => gateway.close(resolve));
      for (const stream of streams) await stream.stop();
      backing.close();
    },
  };
}

async function loadHandler<H>(bundles: string, name: string): Promise<H> {
  const { handler } = await import(pathToFileURL(join(bundles, name, 'index.mjs')).href);
  return handler;
}

type Place = Pick<ServerOptions, 'port' | 'host' | 'tls' | 'command'>;

/** @throws Error with one sentence when another program has the port */
export async function mustBeFree(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, { port });
  await new Promise((resolve) => probe.close(resolve));
}

export function listen(gateway: Server, { port, host, tls, command = 'npm start' }: Place): Promise<string> {
  return new Promise((resolve, reject) => {
    gateway.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use by another program; choose another one: PORT=${port + 1} ${command}`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    gateway.listen({ port, host }, () => {
      resolve(`${tls ? 'https' : 'http'}://localhost:${(gateway.address() as AddressInfo).port}`);
    });
  });
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
}
