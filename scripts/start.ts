/**
 * `npm start`: builds the bundles, opens the store, seeds a demo district into an empty one, and serves. With
 * `TIMEBANK_STORE=dynamodb` what serves is the synthesized template on DynamoDB Local, every function held to its role;
 * `--conflicts 0.1`, `--throttles 0.1` and `--latency 20` make its weather, `--in-memory` keeps nothing.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { buildBundles } from './build.ts';
import type { DeployedServer } from './deployed/runner.ts';
import { openBacking } from './local/backing.ts';
import type { Feed } from './local/feed.ts';
import { demoSignIns, seedIfEmpty } from './local/seed.ts';
import { type LocalServer, mustBeFree, type ServerOptions, startServer } from './local/server.ts';
import { ownNames, readReach } from './server/reach.ts';

const bundles = resolve('dist');
const number = { type: 'string', default: '0' } as const;
const flag = { type: 'boolean' } as const;
const badWeather = { conflicts: number, throttles: number, latency: number };
const options = { empty: flag, lan: flag, 'in-memory': flag, ...badWeather };
const { empty, lan, ...given } = parseArgs({ options, strict: false }).values;
const withDemo = !empty;
let server: LocalServer | DeployedServer | undefined;

async function start(): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  const port = Number(process.env.PORT || 3000);
  // What stands against it is said at once, not after a build.
  await mustBeFree(port);
  const backing = process.env.TIMEBANK_STORE === 'dynamodb' ? undefined : openBacking(dataDir);
  process.stdout.write('The bundles are being built …\n');
  await buildBundles({ outdir: bundles });
  const beforeServing = async (feed: Feed) => (withDemo ? seedIfEmpty(readConfig(), feed) : undefined);
  const reach = lan ? readReach({ lan: true }, dataDir, Date.now()) : {};
  const asked = { dataDir, port, bundles, beforeServing, ...reach };
  server = await (backing ? startServer(asked, backing) : deploy(asked));
  say(server.url);
  process.send?.({ url: server.url, environment: server.environment });
}

/** Needs the packages for development and Java: loaded when asked for. */
async function deploy(asked: ServerOptions): Promise<DeployedServer> {
  const { startDeployed } = await import('./deployed/runner.ts');
  const [conflicts, throttles] = [Number(given.conflicts), Number(given.throttles)];
  const weather = { conflicts, throttles, latencyMs: Number(given.latency) };
  return startDeployed(asked, { weather, inMemory: given['in-memory'] === true });
}

function say(url: string): void {
  const near = lan ? ownNames().filter((name) => !name.includes(':') && !/^(127|localhost)/.test(name)) : [];
  const others = near.map((name) => `https://${name}:${new URL(url).port}`);
  const lines = [`时间银行 Timebank  ${url}`, ...others, `API documentation  ${url}/api/docs`, 'Stop with Ctrl-C.'];
  if (withDemo) lines.push('', 'Demo sign-ins:', ...demoSignIns);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A sentence, not a stack: whoever starts the time bank can act on the one. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Whoever plays a story on this server moves its time; nobody can over HTTP. */
process.on('message', ({ moveTo, settle }: { moveTo?: number; settle?: true }) => {
  if (moveTo !== undefined) server?.moveTo(moveTo).then(() => process.send?.({ movedTo: moveTo }), fail);
  else if (settle) server?.settle().then(() => process.send?.({ settled: true }), fail);
  else process.send?.({ report: server && 'report' in server ? server.report() : null });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => Promise.resolve(server?.stop()).then(() => process.exit(0), fail));
}
start().catch(fail);
