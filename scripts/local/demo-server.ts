/**
 * A demo district of its own in a folder that goes away: for tests, screenshots and measurements of the pages. With
 * `TIMEBANK_STORE=dynamodb` it lives on the deployed shape.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../functions/platform/config.ts';
import { buildBundles } from '../build.ts';
import { seedIfEmpty } from './seed.ts';
import type { LocalServer } from './server.ts';
import { startTimebank } from './start-timebank.ts';

export interface DemoServer extends LocalServer {
  readonly bundles: string;
  readonly dataDir: string;
  /** Removes the folder; the server has been stopped before. */
  remove(): Promise<void>;
}

export async function openDemoServer(): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-demo-'));
  const [bundles, dataDir] = [join(folder, 'bundles'), join(folder, 'data')];
  await buildBundles({ outdir: bundles });
  const write = process.stdout.write;
  // The log of a whole term is of no use to whoever wants to look at pages.
  process.stdout.write = () => true;
  const beforeServing = (feed: Parameters<typeof seedIfEmpty>[1]) => seedIfEmpty(readConfig(), feed);
  const server = await startTimebank({ dataDir, port: 0, bundles, beforeServing });
  process.stdout.write = write;
  return { ...server, bundles, dataDir, remove: () => rm(folder, { recursive: true, force: true }) };
}
