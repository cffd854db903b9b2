/** Once for all files: the bundles, and a demo district that every file gets a copy of. */
import type { TestProject } from 'vitest/node';
import { openDemoServer } from '../../../scripts/local/demo-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly bundles: string;
    readonly demo: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openDemoServer();
  await server.stop();
  project.provide('bundles', server.bundles);
  project.provide('demo', server.dataDir);
  return server.remove;
}
