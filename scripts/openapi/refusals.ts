/** How a route says no: every problem it may give, by status. */
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { Route } from '../../shared/contracts/route.ts';
import {
  guardedProblems,
  type ProblemCode,
  problems,
  signedInProblems,
  universalProblems,
  writeProblems,
} from '../../shared/problems.ts';

/** All codes, in the order of `shared/problems.ts`. */
export const problemCodes = Object.keys(problems) as ProblemCode[];

/** @returns every code the route may answer with: its own and those that come with signing in and writing */
export function refusalsOf(route: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>([...universalProblems, ...route.problems]);
  if (route.allow !== 'anyone') for (const code of signedInProblems) codes.add(code);
  if (route.stepUp) codes.add('proof_needed');
  if (route.write) for (const code of writeProblems) codes.add(code);
  if (route.write === 'keyless') codes.delete('key_missing');
  if (route.write === 'guarded') for (const code of guardedProblems) codes.add(code);
  return problemCodes.filter((code) => codes.has(code));
}

/** The route's refusals by status, each by reference: many routes refuse in the same words. */
export function refusalResponses(route: Route): ZodOpenApiResponsesObject {
  const named = refusalsByStatus(route).map(([status, codes]) => [
    status,
    { $ref: `#/components/responses/${nameOf(codes)}` },
  ]);
  return Object.fromEntries(named);
}

/** What the routes' references stand for, in the order of first use. */
export function sharedRefusals(routes: readonly Route[]): Record<string, ZodOpenApiResponseObject> {
  const all = routes
    .flatMap(refusalsByStatus)
    .map(([status, codes]) => [nameOf(codes), refusalResponse(status, codes)]);
  return Object.fromEntries(all);
}

function refusalsByStatus(route: Route): [status: number, codes: ProblemCode[]][] {
  const byStatus = Object.groupBy(refusalsOf(route), (code) => problems[code].status);
  return Object.entries(byStatus).map(([status, codes = []]) => [Number(status), codes]);
}

/** Says what it refuses with, so that a changed route shows in the document's diff. */
const nameOf = (codes: readonly ProblemCode[]): string => codes.join('-');

function refusalResponse(status: number, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  const isForNow = status === 429 || status === 503;
  return {
    description: listOf(codes),
    ...(isForNow && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          properties: { status: { const: status }, code: { enum: [...codes] } },
        },
      },
    },
  };
}

/** A Markdown list of codes and what they mean. */
export const listOf = (codes: readonly ProblemCode[]): string =>
  codes.map((code) => `- \`${code}\` ${problems[code].title}`).join('\n');
