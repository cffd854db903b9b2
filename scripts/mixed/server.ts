/** The server that the founding story plays on when two releases are at work: a folder of bundles, an empty store. */
import { resolve } from 'node:path';
import { type LocalServer, startServer } from '../local/server.ts';
import { fail } from '../server/sentence.ts';

const [bundles = ''] = process.argv.slice(2);
let server: LocalServer | undefined;

async function start(): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  server = await startServer({ dataDir, port: 0, bundles });
  process.send?.({ url: server.url, environment: server.environment });
}

process.on('message', ({ moveTo }: { moveTo?: number }) => {
  if (moveTo !== undefined) server?.moveTo(moveTo).then(() => process.send?.({ movedTo: moveTo }), fail);
  else server?.settle().then(() => process.send?.({ settled: true }), fail);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => Promise.resolve(server?.stop()).then(() => process.exit(0), fail));
}
start().catch(fail);
