/** A local API Gateway: node's HTTP in, version 2.0 events to the Lambda handler, its answers out. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** API Gateway's own limit for an HTTP API's payload. */
const bodyBytesMax = 10 * 1024 * 1024;

/** How browsers reach a gateway: over http unless said. */
export interface Reach {
  /** Certificate and key in PEM: the gateway itself speaks TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** A proxy on this machine speaks TLS in front of it, and says who asks. */
  readonly behindProxy?: boolean;
}
interface Serving extends Reach {
  readonly handler: ApiHandler;
  readonly now: () => number;
}

export function createGateway(handler: ApiHandler, now: () => number, reach: Reach = {}): Server | TlsServer {
  const serving = { ...reach, handler, now };
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, serving).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  };
  return reach.tls ? createTlsServer(reach.tls, listener) : createServer(listener);
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving) {
  const body = await readBody(request);
  if (!body) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const result = await serving.handler(toEvent(request, body, serving));
  response.statusCode = result.statusCode ?? 200;
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  if (result.cookies?.length) response.setHeader('set-cookie', result.cookies);
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A proxy adds the address it was asked from at the end: what stands before it, the asker may have made up. */
function addressOf({ headers, socket }: IncomingMessage, { behindProxy }: Reach): string {
  const named =
    behindProxy &&
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim();
  return named || (socket.remoteAddress ?? '');
}

function toEvent(request: IncomingMessage, body: Buffer, serving: Serving): APIGatewayProxyEventV2 {
  const now = serving.now();
  const url = new URL(request.url ?? '/', 'http://gateway');
  const { cookie, ...headers } = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const method = request.method ?? 'GET';
  const requestId = randomUUID();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...headers, 'x-forwarded-proto': serving.tls || serving.behindProxy ? 'https' : 'http' },
    ...(cookie ? { cookies: cookie.split('; ') } : {}),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: addressOf(request, serving),
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    isBase64Encoded: false,
    ...(body.length > 0 ? { body: body.toString('utf8') } : {}),
  };
}
