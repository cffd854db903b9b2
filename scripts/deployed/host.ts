/** Hosts a deployed function: invokes it, holds its time-out, and reads what it logs as CloudWatch would. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from './template.ts';

export interface Hosted {
  invoke<Answer>(event: unknown): Promise<Answer>;
  stop(): Promise<void>;
}
/** Lines of the functions' logs, by what CloudWatch makes of them. */
export interface LogCount {
  lines: number;
  /** Lines that are no JSON object: nobody could search them. */
  unreadable: number;
  /** Lines with metrics in the embedded format. */
  metrics: number;
  /** What was thrown and is no refusal. */
  faults: number;
}

/** A laptop that does other things too is slower than Lambda. */
const patience = 10;

type Message = { ready: true } | { id: number; answer: unknown } | { id: number; error: string };
interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** @param environment what a Lambda environment adds: region, credentials, endpoints */
export async function hostFunction(
  { name, folder, handler, environment: own, timeoutMs }: DeployedFunction,
  environment: Readonly<Record<string, string>>,
  logs: LogCount,
): Promise<Hosted> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder, handler },
    env: { ...own, ...environment, AWS_LAMBDA_FUNCTION_NAME: name },
    stdout: true,
  });
  createInterface({ input: worker.stdout }).on('line', (line) => note(line, logs));
  const waiting = new Map<number, Waiting>();
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: Message) => ('ready' in message ? resolve() : settle(waiting, message)));
  });
  await ready;
  let last = 0;
  return {
    invoke: <Answer>(event: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++last;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${name} took longer than ${patience} times its ${timeoutMs} ms`));
        }, patience * timeoutMs);
        const ending = <T>(then: (value: T) => void) => {
          return (value: T) => {
            clearTimeout(timer);
            then(value);
          };
        };
        waiting.set(id, { resolve: ending(resolve as (answer: unknown) => void), reject: ending(reject) });
        worker.postMessage({ id, event });
      }),
    async stop() {
      const ended = once(worker, 'exit');
      await worker.terminate();
      await ended.catch(() => undefined);
    },
  };
}

function settle(waiting: Map<number, Waiting>, message: Exclude<Message, { ready: true }>): void {
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if ('error' in message) asked?.reject(new Error(message.error));
  else asked?.resolve(message.answer);
}

function note(line: string, logs: LogCount): void {
  logs.lines++;
  try {
    const said = JSON.parse(line);
    if (typeof said !== 'object' || said === null) logs.unreadable++;
    else if ('_aws' in said) logs.metrics++;
    else if (said.event === 'fault') {
      logs.faults++;
      process.stderr.write(`${line}\n`);
    }
  } catch {
    logs.unreadable++;
  }
}
