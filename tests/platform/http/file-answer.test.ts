import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { expect, test } from 'vitest';
import { createApp } from '../../../functions/platform/http/app.ts';
import { bind } from '../../../functions/platform/http/story.ts';
import { defineRoutes } from '../../../shared/contracts/route.ts';
import { fileOf, pictureTypes } from '../../../shared/contracts/shapes.ts';
import { makeWorld } from '../../harness.ts';
import { jpeg } from '../../pictures.ts';

const route = { summary: '图', allow: 'anyone', file: { types: pictureTypes }, problems: [] } as const;
const routes = defineRoutes({
  'GET /api/picture': { ...route, answer: () => fileOf(pictureTypes) },
  'GET /api/page': { ...route, answer: () => fileOf(pictureTypes) },
});
const capability = bind(routes, {
  'GET /api/picture': async () => new File([jpeg()], '', { type: 'image/jpeg' }),
  'GET /api/page': async () => new File(['<script>'], '', { type: 'text/html' }),
});
const { tools, now } = makeWorld();
const handler = handle(createApp({ capabilities: [capability], tools, whoAsks: async () => undefined }));

async function ask(path: string) {
  const requestContext = { timeEpoch: now, requestId: 'r', http: { method: 'GET', path, sourceIp: '::1' } };
  const event = { version: '2.0', rawPath: path, rawQueryString: '', headers: {}, requestContext };
  return handler(event as unknown as LambdaEvent, {} as LambdaContext);
}

test('a file travels through Lambda as Base64, whole, and is not kept unless its route says so', async () => {
  const { isBase64Encoded, body = '', headers, statusCode } = await ask('/api/picture');
  expect(statusCode).toBe(200);
  expect(isBase64Encoded).toBe(true);
  expect(Buffer.from(body, 'base64')).toEqual(jpeg());
  expect(headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

test('a file of a type that the route does not declare never leaves', async () => {
  const { statusCode, body } = await ask('/api/page');
  expect(statusCode).toBe(500);
  expect(JSON.parse(body ?? '')).toMatchObject({ code: 'fault' });
});
