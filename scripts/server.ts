/**
 * `npm run server`: the time bank of one district on one machine, for every day. It serves what is in `DATA_DIR` on
 * `PORT`, seeds nothing, refuses a folder with the demo district, and speaks TLS with `--certificate file --key file`
 * or, in a LAN, with `--lan` by a certificate of its own; `--behind-proxy` leaves that to a proxy on this machine.
 * SIGTERM ends it once what was begun is answered; SIGHUP takes renewed certificate files.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { openStore } from '../functions/platform/open-tools.ts';
import { release } from '../shared/release.ts';
import { demoMark } from './local/demo-mark.ts';
import { type LocalServer, startServer } from './local/server.ts';
import { holdFolder } from './server/hold-folder.ts';
import { ownNames, reachOptions, readReach } from './server/reach.ts';
import { fail } from './server/sentence.ts';

const root = resolve(import.meta.dirname, '..');
let server: LocalServer | undefined;

async function start(): Promise<void> {
  // What it writes is nobody else's to read.
  process.umask(0o077);
  const { values } = parseArgs({ options: reachOptions });
  // What the bundles read when they are loaded.
  process.env.STAGE ||= 'production';
  process.env.DATA_DIR = resolve(process.env.DATA_DIR || '.data');
  const config = readConfig();
  if (config.store.kind !== 'embedded') throw new Error('The single server has the embedded store only.');
  const { dataDir, port } = config;
  holdFolder(dataDir);
  const [mark] = await (await openStore(config)).get([demoMark]);
  if (mark) throw new Error(`The folder ${dataDir} holds the demo district; name another one by DATA_DIR.`);
  const reach = readReach(values, dataDir, Date.now());
  const bundles = join(root, 'dist');
  if (existsSync(join(root, 'functions'))) await build(bundles);
  server = await startServer({ dataDir, port, bundles, command: 'npm run server', ...reach });
  say(server.url, dataDir, reach.tls !== undefined);
  process.send?.({ url: server.url });
  process.on('SIGHUP', () => {
    const { tls } = readReach(values, dataDir, Date.now());
    if (tls) server?.renew(tls);
  });
}

/** A checkout makes its bundles anew, because it may have been pulled; an unpacked archive brings them. */
async function build(outdir: string): Promise<void> {
  const { buildBundles } = await import('./build.ts');
  await buildBundles({ outdir });
}

function say(url: string, dataDir: string, speaksTls: boolean): void {
  const { port } = new URL(url);
  const names = ownNames().filter((name) => name !== 'localhost' && !name.startsWith('127.') && !name.includes(':'));
  const elsewhere = speaksTls ? names.map((name) => `https://${name}:${port}`) : [];
  const lines = [`Timebank ${release}  ${url}  data in ${dataDir}`, ...elsewhere];
  process.stdout.write(`${lines.join('\n')}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => Promise.resolve(server?.stop()).then(() => process.exit(0), fail));
}
start().catch(fail);
