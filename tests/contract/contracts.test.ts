/** What every contract keeps, so that a client that knows one route knows the next. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { capabilities } from '../../scripts/openapi/capabilities.ts';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route, RouteName } from '../../shared/contracts/route.ts';
import { pageMax } from '../../shared/contracts/shapes.ts';
import { problems, signedInProblems, universalProblems, writeProblems } from '../../shared/problems.ts';
import { roles } from '../../shared/roles.ts';

const routes = Object.entries(contracts) as [RouteName, Route][];
const givenAnyway: readonly string[] = [...universalProblems, ...signedInProblems, ...writeProblems];

type JsonObject = z.core.JSONSchema.JSONSchema;
const propertiesOf = (shape: (() => z.ZodType) | undefined, io: 'input' | 'output'): Record<string, JsonObject> =>
  shape ? ((z.toJSONSchema(shape(), { io }).properties ?? {}) as Record<string, JsonObject>) : {};

test('no route belongs to two capabilities', () => {
  const names = capabilities.flatMap((capability) => Object.keys(capability.routes));
  expect(names.sort()).toEqual(Object.keys(contracts).sort());
});

describe.each(routes)('%s', (name, route) => {
  const [method, path = ''] = name.split(' ');

  test('says in Chinese what it does', () => {
    expect(route.summary).toMatch(/\p{Script=Han}/u);
  });

  test('names each post that may call once', () => {
    if (typeof route.allow === 'string') return;
    expect(route.allow.length).toBeGreaterThan(0);
    expect(new Set(route.allow).size).toBe(route.allow.length);
    expect(roles).toEqual(expect.arrayContaining([...route.allow]));
  });

  test('lists problems that exist, once, and none that every such route gives', () => {
    expect(Object.keys(problems)).toEqual(expect.arrayContaining([...route.problems]));
    expect(new Set(route.problems).size).toBe(route.problems.length);
    expect(route.problems.filter((code) => givenAnyway.includes(code))).toEqual([]);
  });

  test('is a read without a body, or a write with one and a word on how it happens once', () => {
    const isRead = method === 'GET';
    expect(route.write === undefined).toBe(isRead);
    expect(route.body === undefined).toBe(isRead);
    if (isRead) expect(route.status ?? 200).toBe(200);
  });

  test('asks for an idempotency key of signed-in people only', () => {
    if (route.allow === 'anyone') expect([undefined, 'keyless']).toContain(route.write);
  });

  test('checks exactly the parameters its path names', () => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect(Object.keys(propertiesOf(route.params, 'input')).sort()).toEqual(named.sort());
  });

  test(`pages by cursor, ${pageMax} at most, if it answers with pages`, () => {
    const isPage = ['items', 'next'].every((field) => field in propertiesOf(route.answer, 'output'));
    const { cursor, limit } = propertiesOf(route.query, 'input');
    expect(cursor !== undefined).toBe(isPage);
    expect(limit?.maximum).toBe(isPage ? pageMax : undefined);
    expect(route.problems.includes('cursor_invalid')).toBe(isPage);
  });
});
