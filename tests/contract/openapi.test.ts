/** The committed document against the contracts it was made from, and against a validator that knows neither. */
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { setSessionCookie } from '../../functions/platform/identity/cookie.ts';
import { documentPath, renderDocument } from '../../scripts/openapi/document.ts';
import { operationIdOf } from '../../scripts/openapi/operation.ts';
import { refusalsOf } from '../../scripts/openapi/refusals.ts';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route, RouteName } from '../../shared/contracts/route.ts';
import { problems, universalProblems } from '../../shared/problems.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly 'x-allow': readonly string[];
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}
interface Refusal {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: { readonly properties: RefusalProperties } }>>;
}
interface RefusalProperties {
  readonly status: { readonly const: number };
  readonly code: { readonly enum: readonly string[] };
}

const committed = readFileSync(documentPath, 'utf8');
const document = JSON.parse(committed);
const operations = new Map<string, Operation>(
  Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  ),
);
const routes = Object.entries(contracts) as [RouteName, Route][];

function operationOf(name: RouteName): Operation {
  const operation = operations.get(name);
  if (!operation) throw new Error(`${name} is not in the document`);
  return operation;
}

/** The problem codes that the document's route may answer with. */
function listedRefusals({ responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([status, { $ref }]) => {
    if ($ref === undefined) return [];
    const refusal: Refusal = document.components.responses[$ref.replace('#/components/responses/', '')];
    const properties = refusal.content['application/problem+json']?.schema.properties;
    expect(properties?.status.const).toBe(Number(status));
    return properties?.code.enum ?? [];
  });
}

describe('the OpenAPI document', () => {
  test('is accepted by an independent validator, every reference resolved', async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(committed))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"');
  });

  test('is committed as the contracts make it, byte for byte (else: npm run openapi)', () => {
    expect(renderDocument() === committed).toBe(true);
  });

  test('holds every route and nothing else', () => {
    expect([...operations.keys()].sort()).toEqual(routes.map(([name]) => name).sort());
  });

  test('names every operation once, in letters that any language takes', () => {
    const names = [...operations.values()].map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]+$/.test(name))).toEqual([]);
    expect(operationIdOf('GET /api/teams/{team}/members')).toBe('getTeamsByTeamMembers');
  });

  test('puts every operation under one described tag', () => {
    const described = document.tags.map(({ name }: { name: string }) => name);
    for (const { tags } of operations.values()) expect(described).toEqual(expect.arrayContaining([...tags]));
  });

  test('lists every problem code with its title', () => {
    const { properties, description } = document.components.schemas.Problem;
    expect(properties.code.enum).toEqual(Object.keys(problems));
    for (const [code, { title }] of Object.entries(problems)) expect(description).toContain(`\`${code}\` ${title}`);
  });

  test('names the cookie that a sign-in sets', () => {
    expect(setSessionCookie('token')).toMatch(`${document.components.securitySchemes.cookieAuth.name}=token;`);
  });
});

describe.each(routes)('%s in the document', (name, route) => {
  test('says what the contract says', () => {
    const operation = operationOf(name);
    const parameters = (operation.parameters ?? []).map(({ $ref, name }) => name ?? $ref);
    expect(operation.summary).toBe(route.summary);
    expect(operation['x-allow']).toEqual([route.allow].flat());
    expect(operation.security).toEqual(route.allow === 'anyone' ? [] : [{ cookieAuth: [] }]);
    expect(operation.requestBody !== undefined).toBe(route.body !== undefined);
    expect(operation.responses[route.status ?? 200]).toBeDefined();
    expect(parameters.includes('#/components/parameters/IdempotencyKey')).toBe(
      route.write === 'guarded' || route.write === 'derived',
    );
    expect(listedRefusals(operation).sort()).toEqual(refusalsOf(route).sort());
    expect(listedRefusals(operation)).toEqual(expect.arrayContaining([...route.problems, ...universalProblems]));
    expect(listedRefusals(operation).includes('key_reused')).toBe(route.write === 'guarded');
  });
});
