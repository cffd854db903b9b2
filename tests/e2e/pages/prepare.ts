/** Once for all files: the bundles, and a demo district that every file gets a copy of. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../../functions/platform/config.ts';
import { buildBundles } from '../../../scripts/build.ts';
import { seedIfEmpty } from '../../../scripts/local/seed.ts';
import { startServer } from '../../../scripts/local/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly bundles: string;
    readonly demo: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-pages-'));
  const [bundles, demo] = [join(folder, 'bundles'), join(folder, 'demo')];
  await buildBundles({ outdir: bundles });
  const write = process.stdout.write.bind(process.stdout);
  // The log of a whole story is of no use in a test's output.
  process.stdout.write = () => true;
  const server = await startServer({
    store: 'embedded',
    dataDir: demo,
    port: 0,
    bundles,
    beforeServing: (feed) => seedIfEmpty(readConfig(), feed),
  });
  await server.stop();
  process.stdout.write = write;
  project.provide('bundles', bundles);
  project.provide('demo', demo);
  return () => rm(folder, { recursive: true, force: true });
}
