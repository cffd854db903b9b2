import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { createApp } from '../../../functions/platform/http/app.ts';
import { bind } from '../../../functions/platform/http/story.ts';
import type { Who } from '../../../functions/platform/identity/who.ts';
import { Problem } from '../../../functions/platform/problem.ts';
import { Busy, OutcomeUnknown } from '../../../functions/platform/store/port.ts';
import { defineRoutes } from '../../../shared/contracts/route.ts';
import { unitTree } from '../../../shared/rules/units.ts';
import { makeWorld } from '../../harness.ts';

const routes = defineRoutes({
  'GET /api/public': { summary: '公开', allow: 'anyone', answer: () => z.object({ said: z.string() }), problems: [] },
  'GET /api/staff-only': { summary: '内部', allow: ['unit_admin'], answer: () => z.object({}), problems: [] },
  'POST /api/things/{thing}': {
    summary: '写',
    allow: 'signed_in',
    write: 'derived',
    problems: ['not_found'],
    params: () => z.object({ thing: z.string().max(5) }),
    query: () => z.object({ note: z.string().max(3).optional() }),
    body: () => z.object({ 'a/b': z.int().min(1).optional(), fail: z.string().optional() }),
    answer: () => z.object({ thing: z.string() }),
  },
});
const failures: Record<string, () => Error> = {
  problem: () => new Problem('not_found', { detail: '换一个编号再试' }),
  fault: () => new Error('张三的电话 13800000000'),
  busy: () => new Busy(),
  unknown: () => new OutcomeUnknown(),
};
const capability = bind(routes, {
  'GET /api/public': async () => ({ said: '好', secret: '不该出去' }),
  'GET /api/staff-only': async () => ({}),
  'POST /api/things/{thing}': async ({ params, body }) => {
    const failure = failures[body.fail ?? ''];
    if (failure) throw failure();
    return { thing: params.thing };
  },
});
const who: Who = {
  district: 'd',
  account: 'a',
  person: 'a',
  session: 's',
  units: unitTree([{ id: 'd', kind: 'district', name: '区' }]),
  post: { id: 'p', role: 'volunteer', scope: 'a', unit: 'd' },
};
const app = createApp({
  capabilities: [capability],
  tools: makeWorld().tools,
  whoAsks: async (token) => (token === 'good' ? who : undefined),
});
const event = { requestContext: { timeEpoch: 1, requestId: 'r-1', http: { sourceIp: '::1' } } };
const ask = (path: string, init: RequestInit = {}) => app.request(path, init, { event });
const post = (
  body: unknown,
  { headers = {}, path = '/api/things/x' }: { headers?: Record<string, string>; path?: string } = {},
) =>
  ask(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      cookie: '__Host-timebank=good',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const problemOf = async (response: Response) => ({
  ...(await response.json()),
  type: response.headers.get('content-type'),
});

describe('the way out', () => {
  test('a field the contract does not declare never leaves', async () => {
    expect(await (await ask('/api/public')).json()).toEqual({ said: '好' });
  });

  test('answers are not stored by browsers and carry the security headers', async () => {
    const { headers } = await ask('/api/public');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await post({ fail: 'problem' })).headers.get('cache-control')).toBe('no-store');
  });

  test('each answer leaves a line with its route and the milliseconds it took', async () => {
    const lines: unknown[] = [];
    const written = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => lines.push(JSON.parse(`${text}`)) > 0);
    await ask('/api/public');
    written.mockRestore();
    const [line] = lines;
    expect(line).toEqual({
      event: 'request',
      requestId: 'r-1',
      route: 'GET /api/public',
      status: 200,
      milliseconds: expect.any(Number),
    });
  });

  test('a refusal is RFC 9457 with a Chinese title, a stable code and what to do next', async () => {
    const problem = await problemOf(await post({ fail: 'problem' }));
    expect(problem).toEqual({
      type: 'application/problem+json; charset=utf-8',
      title: '没有找到',
      status: 404,
      detail: '换一个编号再试',
      instance: 'r-1',
      traceId: 'r-1',
      code: 'not_found',
      keySpent: false,
    });
  });

  test('a fault tells nothing of its cause', async () => {
    const text = await (await post({ fail: 'fault' })).text();
    expect(JSON.parse(text)).toMatchObject({ code: 'fault', status: 500 });
    expect(text).not.toMatch(/张三|13800000000/);
  });

  test('overload and silence say when to try again, with the same key', async () => {
    for (const [fail, code] of [
      ['busy', 'busy'],
      ['unknown', 'outcome_unknown'],
    ]) {
      const response = await post({ fail });
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await response.json()).toMatchObject({ code, status: 503, keySpent: false });
    }
  });

  test('a path that is no route is not found', async () => {
    expect(await problemOf(await ask('/api/nothing'))).toMatchObject({ code: 'not_found', instance: 'r-1' });
  });
});

describe('the way in', () => {
  test('each shape fault is named by a JSON pointer and a sentence', async () => {
    const refused = await post({ 'a/b': 0 });
    expect(await refused.json()).toMatchObject({
      code: 'shape_invalid',
      errors: [{ pointer: '/body/a~1b', message: '不能小于 1' }],
    });
    const longPath = await post({}, { path: '/api/things/toolong?note=1234' });
    expect(await longPath.json()).toMatchObject({ errors: [{ pointer: '/params/thing' }] });
    const longQuery = await post({}, { path: '/api/things/x?note=1234' });
    expect(await longQuery.json()).toMatchObject({ errors: [{ pointer: '/query/note', message: '最多 3 项或字' }] });
  });

  test('what is not JSON is refused, by its type and by its text', async () => {
    expect(await (await post({}, { headers: { 'content-type': 'text/plain' } })).json()).toMatchObject({
      code: 'media_type_unsupported',
    });
    expect(await (await post('{')).json()).toMatchObject({ code: 'shape_invalid', errors: [{ pointer: '/body' }] });
  });

  test('a body beyond 64 KB is refused', async () => {
    expect(await (await post({ fail: 'x'.repeat(65_536) })).json()).toMatchObject({
      code: 'body_too_large',
      status: 413,
    });
  });

  test.each([undefined, '', 'abc', '123'])('a write without a UUID as its key is refused: %s', async (key) => {
    expect(await (await post({}, { headers: { 'idempotency-key': key ?? '' } })).json()).toMatchObject({
      code: 'key_missing',
    });
  });

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('a write from another site is refused: %o', async (headers) => {
    const refused = await post({}, { headers: { host: 'bank.example', ...headers } });
    expect(await refused.json()).toMatchObject({ code: 'origin_foreign', status: 403 });
  });

  test('a write of our own page and of a program outside a browser passes', async () => {
    const own = { host: 'bank.example', origin: 'https://bank.example', 'sec-fetch-site': 'same-origin' };
    expect((await post({}, { headers: own })).status).toBe(200);
    expect((await post({})).status).toBe(200);
  });

  test('without a session nothing but public routes answers, and a post that may not is told so', async () => {
    expect(await (await ask('/api/staff-only')).json()).toMatchObject({ code: 'sign_in_needed' });
    const headers = { cookie: '__Host-timebank=stale' };
    expect(await (await ask('/api/staff-only', { headers })).json()).toMatchObject({ code: 'sign_in_needed' });
    const volunteer = { cookie: '__Host-timebank=good' };
    expect(await (await ask('/api/staff-only', { headers: volunteer })).json()).toMatchObject({
      code: 'post_not_allowed',
    });
  });
});
