/** `npm start`: builds the bundles, opens the store, seeds a demo district into an empty one, and serves. */
import { resolve } from 'node:path';
import { readConfig } from '../functions/platform/config.ts';
import { buildBundles } from './build.ts';
import { demoSignIns, seedIfEmpty } from './local/seed.ts';
import { type LocalServer, startServer } from './local/server.ts';

const bundles = resolve('dist');
const withDemo = !process.argv.includes('--empty');
let server: LocalServer | undefined;

async function start(): Promise<void> {
  const store = process.env.TIMEBANK_STORE === 'dynamodb' ? 'dynamodb' : 'embedded';
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  const port = Number(process.env.PORT || 3000);
  await buildBundles({ outdir: bundles });
  server = await startServer({
    store,
    dataDir,
    port,
    bundles,
    beforeServing: async (feed) => (withDemo ? seedIfEmpty(readConfig(), feed) : undefined),
  });
  say(server.url);
  process.send?.({ url: server.url, environment: server.environment });
}

function say(url: string): void {
  const lines = [`时间银行 Timebank  ${url}`, `API documentation  ${url}/api/docs`, 'Stop with Ctrl-C.'];
  if (withDemo) lines.push('', 'Demo sign-ins:', ...demoSignIns);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A sentence, not a stack: whoever starts the time bank can act on the one. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Whoever plays a story on this server moves its time; nobody can over HTTP. */
process.on('message', ({ moveTo }: { moveTo: number }) => {
  server?.moveTo(moveTo).then(() => process.send?.({ movedTo: moveTo }), fail);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => Promise.resolve(server?.stop()).then(() => process.exit(0), fail));
}
start().catch(fail);
