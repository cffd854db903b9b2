import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, expect, test, vi } from 'vitest';
import { keySecret } from '../../../functions/platform/identity/key-secret.ts';
import { deployVerb } from '../../../scripts/deploy.ts';
import { secretPlace } from '../../../scripts/keys.ts';

let answer = { status: 200, body: {} };
let asked: unknown;
const server = createServer(async (request, response) => {
  asked = ((await json(request)) as { TableName?: string }).TableName;
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(answer.body));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
});

const secret = keySecret({ secretId: 'timebank-prod-keys', region: 'cn-north-1' });

test('a secret that is not there yet, or that a deploy has just made, holds no keys', async () => {
  answer = { status: 400, body: { __type: 'ResourceNotFoundException', message: 'not there' } };
  expect(await secret.read()).toBeUndefined();
  answer = { status: 200, body: { SecretString: 'one random word' } };
  expect(await secret.read()).toBeUndefined();
  answer = { status: 200, body: { SecretString: '{"personal":"x"}' } };
  expect(await secret.read()).toBe('{"personal":"x"}');
});

test('a secret that may not be read is no secret without keys', async () => {
  answer = { status: 400, body: { __type: 'AccessDeniedException', message: 'no right' } };
  await expect(secret.read()).rejects.toThrow('no right');
});

test('whether a deployment’s tables hold data is asked of the first of them, which may not be there yet', async () => {
  const { hasSealed } = secretPlace({ stage: 'prod2', region: 'cn-north-1' });
  answer = { status: 400, body: { __type: 'ResourceNotFoundException', message: 'not there' } };
  expect(await hasSealed?.()).toBe(false);
  answer = { status: 200, body: { Count: 0, Items: [] } };
  expect(await hasSealed?.()).toBe(false);
  answer = { status: 200, body: { Count: 1, Items: [{ pk: { S: 'T#d1#D' }, sk: { S: 'TREE' } }] } };
  expect(await hasSealed?.()).toBe(true);
  expect(asked).toBe('timebank-prod2-District');
});

test('a first deploy that breaks off is gone on with, a later one is taken back', () => {
  expect(deployVerb(false)).toContain('--no-rollback');
  expect(deployVerb(true)).not.toContain('--no-rollback');
});
