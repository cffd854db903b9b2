/**
 * Where one function reaches AWS from a laptop: it lets through what the function's role allows, to DynamoDB Local, to
 * the keys and to a folder of objects, and throws in the failures that DynamoDB Local never has.
 */
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, normalize } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { askedOf, askedOfMissing, askedOfObject, type Grants } from './rights.ts';

export interface Weather {
  /** Share of transactions that are cancelled for a conflict, 0 to 1. */
  readonly conflicts: number;
  /** Share of requests that are throttled. */
  readonly throttles: number;
  /** Milliseconds that every request waits. */
  readonly latencyMs: number;
}
export const calm: Weather = { conflicts: 0, throttles: 0, latencyMs: 0 };

export interface Behind {
  readonly dynamodb: string;
  readonly region: string;
  /** The text of the only secret. */
  readonly secret: string;
  /** Objects of all buckets are files here. */
  readonly folder: string;
  readonly weather: Weather;
  /** Hears which tables were written, sooner than their streams tell it. */
  written(tableNames: readonly string[]): void;
}
export interface Gate {
  readonly url: string;
  close(): void;
}

export async function openGate(grants: Grants, behind: Behind): Promise<Gate> {
  const server = createServer((request, response) => {
    pass(request, response, grants, behind).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

async function pass(request: IncomingMessage, response: ServerResponse, grants: Grants, behind: Behind) {
  const target = request.headers['x-amz-target'];
  if (typeof target !== 'string') return passObject(request, response, grants, behind);
  const body = await text(request);
  const asked = askedOf(target, JSON.parse(body), behind.region);
  if (!asked.map((one) => grants.allow(one)).every(Boolean)) {
    return refuse(response, 'AccessDeniedException', `${target} is not allowed to this function`);
  }
  if (target.startsWith('secretsmanager.')) {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ SecretString: behind.secret }));
    return;
  }
  const { conflicts, throttles, latencyMs } = behind.weather;
  if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  if (Math.random() < throttles) return refuse(response, 'ThrottlingException', 'Too fast');
  const parts = target.endsWith('.TransactWriteItems') ? asked.length : 0;
  if (parts > 0 && Math.random() < conflicts) return cancel(response, parts);
  const isDone = await forward(request, response, body, behind.dynamodb);
  const writes = asked.filter(({ action }) => /:(Put|Update|Delete)Item$/.test(action));
  if (isDone) behind.written(writes.map(({ resource }) => resource.split('/').at(-1) ?? ''));
}

function refuse(response: ServerResponse, type: string, message: string, more: object = {}): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...more }));
}

function cancel(response: ServerResponse, parts: number): void {
  const CancellationReasons = Array.from({ length: parts }, (_, at) => ({
    Code: at === 0 ? 'TransactionConflict' : 'None',
  }));
  refuse(response, 'TransactionCanceledException', 'Transaction cancelled', { CancellationReasons });
}

/** @returns whether it was done */
async function forward(request: IncomingMessage, response: ServerResponse, body: string, endpoint: string) {
  const { host: _host, ...headers } = request.headers;
  const onward = send(endpoint, { method: 'POST', headers });
  onward.end(body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  response.writeHead(answer.statusCode ?? 500, answer.headers);
  answer.pipe(response);
  return answer.statusCode === 200;
}

async function passObject(request: IncomingMessage, response: ServerResponse, grants: Grants, behind: Behind) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gate');
  const method = request.method ?? '';
  const bytes = await buffer(request);
  if (!grants.allow(askedOfObject(method, pathname))) {
    return refuseObject(response, 403, 'AccessDenied');
  }
  // The first segment is the bucket: a laptop has one folder for all.
  const file = join(behind.folder, normalize(`/${decodeURIComponent(pathname).split('/').slice(2).join('/')}`));
  if (method === 'PUT') {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    response.writeHead(200).end();
    return;
  }
  const found = await readFile(file).catch(() => undefined);
  if (found) response.writeHead(200, { 'content-length': found.length, ...headersIn(searchParams) }).end(found);
  else if (!grants.allow(askedOfMissing(pathname))) refuseObject(response, 403, 'AccessDenied');
  else refuseObject(response, 404, 'NoSuchKey');
}

/** A link says how the file is to arrive, as S3 takes it: without a disposition a browser shows what it should keep. */
const headersIn = (asked: URLSearchParams) =>
  Object.fromEntries(
    [...asked].flatMap(([name, value]) => (name.startsWith('response-') ? [[name.slice(9), value]] : [])),
  );

const refuseObject = (response: ServerResponse, status: number, code: string) =>
  void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
