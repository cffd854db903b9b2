/** Providers of messages as a recorded stand-in: a directory, a gateway for short messages, and WeChat. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly what: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface Providers {
  readonly url: string;
  readonly received: Received[];
  /** What the next call of an address is answered with, instead of success. */
  readonly next: Map<string, { readonly status?: number; readonly answer?: object }>;
  close(): Promise<void>;
}

/** Accounts that the directory knows. */
const known: Readonly<Record<string, object>> = {
  parent: { phone: '19900000001', openId: 'follower-1' },
  phoneless: {},
};

export async function openProviders(): Promise<Providers> {
  const received: Received[] = [];
  const next: Providers['next'] = new Map();
  let tokens = 0;
  const usual = (what: string, account = ''): { status: number; answer: object } => {
    if (what === 'GET /directory') return { status: account in known ? 200 : 404, answer: known[account] ?? {} };
    if (what === 'POST /cgi-bin/stable_token') return { status: 200, answer: { access_token: `token-${++tokens}` } };
    return { status: 200, answer: { errcode: 0 } };
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://here');
    const what = `${request.method} ${url.pathname}`;
    const query = Object.fromEntries(url.searchParams);
    received.push({ what, query, headers: request.headers, body: await bodyOf(request) });
    const said = { ...usual(what, query.account), ...next.get(what) };
    next.delete(what);
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, received, next, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString());
}
