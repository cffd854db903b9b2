import { expect, test } from 'vitest';
import { behindFront } from '../../../functions/platform/http/front-door.ts';

const front = { key: 'only-the-front-knows', origin: 'https://bank.example.org' };
type Event = Parameters<ReturnType<typeof behindFront>>[0];

/** A request at the API's own address, and what the application was given of it. */
async function ask(headers: Record<string, string>) {
  let given: Event | undefined;
  const handler = behindFront(async (event) => {
    given = event;
    return { statusCode: 200, headers: {}, body: '', isBase64Encoded: false };
  }, front);
  const http = { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '130.176.0.1', userAgent: '' };
  const event = { headers: { host: 'api1.execute-api.amazonaws.com', ...headers }, requestContext: { http } };
  return { answer: await handler(event as unknown as Event), given };
}

test.each([
  {},
  { 'x-front-key': '' },
  { 'x-front-key': 'only-the-front-know' },
  { 'x-front-key': 'xnly-the-front-knows' },
])('whoever goes around the front is turned away before the application (%#)', async (headers) => {
  const { answer, given } = await ask(headers as Record<string, string>);
  expect(answer.statusCode).toBe(403);
  expect(given).toBeUndefined();
});

test('what comes through the front is as it was before: the person’s address and host, without the key', async () => {
  const forwarded = '10.0.0.1, 203.0.113.7, 130.176.0.1';
  const { answer, given } = await ask({ 'x-front-key': front.key, 'x-forwarded-for': forwarded });
  expect(answer.statusCode).toBe(200);
  expect(given?.requestContext.http.sourceIp).toBe('203.0.113.7');
  expect(given?.headers).toMatchObject({ host: 'bank.example.org' });
  expect(given?.headers).not.toHaveProperty('x-front-key');
});
