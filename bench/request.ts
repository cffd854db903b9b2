/** Requests over HTTP on kept connections, by node's own client: `fetch` takes more of the cores they share. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { clients } from './compare.ts';

const agent = new Agent({ keepAlive: true, maxSockets: clients });

interface Sent {
  readonly method: 'GET' | 'POST';
  /** The session's cookie. */
  readonly cookie: string;
  readonly body?: object;
}

/** @throws unless it is answered with a 2xx */
export function send(url: string, { method, cookie, body }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers: { cookie, ...(body && writeHeaders()) } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject).on('end', () => {
        if ((response.statusCode ?? 0) < 300) resolve();
        else reject(new Error(`${method} ${url} → ${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}

const writeHeaders = () => ({ 'content-type': 'application/json', 'idempotency-key': randomUUID() });
