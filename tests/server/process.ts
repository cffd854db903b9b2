/** The unpacked archive as a machine has it: no Node, no packages, no network, and what its commands say. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOut } from '../../scripts/pack.ts';

export interface Unpacked {
  readonly folder: string;
  /** Runs a command to its end. */
  run(command: string, options: readonly string[], environment?: Record<string, string>): Promise<Ended>;
  /** Starts the server and waits until it serves. */
  serve(dataDir: string, options?: readonly string[]): Promise<Served>;
  remove(): Promise<void>;
}
interface Ended {
  readonly status: number | null;
  readonly said: string;
}
export interface Served {
  readonly url: string;
  readonly child: ChildProcess;
  /** Waits for its end. */
  ended(): Promise<number | null>;
}

/** Where the system's own programs are, and no Node. */
const bare = { PATH: '/usr/bin:/bin' };

export async function unpack(): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-unpacked-'));
  await layOut(folder, process.env.TIMEBANK_BUNDLES);
  const program = join(folder, 'timebank');
  const running: ChildProcess[] = [];
  return {
    folder,
    async run(command, options, environment = {}) {
      const child = spawn(program, [command, ...options], { cwd: folder, env: { ...bare, ...environment } });
      const said = heard(child);
      const [status] = (await once(child, 'close')) as [number | null];
      return { status, said: said() };
    },
    async serve(dataDir, options = []) {
      const env = { ...bare, DATA_DIR: dataDir, PORT: '0' };
      const child = spawn(program, ['server', ...options], {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      running.push(child);
      const said = heard(child);
      const first = await Promise.race([once(child, 'message'), once(child, 'exit')]);
      const { url } = Object(first[0]);
      if (typeof url !== 'string') throw new Error(`The server ended: ${said()}`);
      const ended = async () => {
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
        return child.exitCode;
      };
      return { url, child, ended };
    },
    async remove() {
      for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a process says, on both its outputs. */
function heard({ stdout, stderr }: ChildProcess): () => string {
  let said = '';
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  return () => said;
}
