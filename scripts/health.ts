/**
 * `npm run health [-- --wait seconds]`: asks the server on this machine's `PORT` whether it is well and which version
 * it is. Exit code 1 when it is not, or not within the seconds.
 */
import { request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { fail } from './server/sentence.ts';

const lookEveryMs = 500;
const answerWithinMs = 5000;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { wait: { type: 'string', default: '0' } } });
  const { port } = readConfig();
  const end = Date.now() + Number(values.wait) * 1000;
  for (;;) {
    const said = (await ask(true, port)) ?? (await ask(false, port));
    if (said?.ok === true) {
      process.stdout.write(`${JSON.stringify(said)}\n`);
      return;
    }
    if (Date.now() >= end) throw new Error(`No time bank answers on port ${port}.`);
    await pause(lookEveryMs);
  }
}

/** The certificate is for the server's name, not for this machine's: whom it speaks to is known. */
function ask(tls: boolean, port: number): Promise<{ ok?: unknown } | undefined> {
  const options = { host: '127.0.0.1', port, path: '/api/health', timeout: answerWithinMs, rejectUnauthorized: false };
  return new Promise((resolve) => {
    const request = (tls ? overTls : overHttp)(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve(response.statusCode === 200 ? JSON.parse(text) : undefined));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
    request.end();
  });
}

run().catch(fail);
