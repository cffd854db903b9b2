/** Two releases at work on one store: what both know goes to them by turns, what is new to today's alone. */
import { readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2, DynamoDBStreamEvent } from 'aws-lambda';

type Handler<E> = (event: E) => Promise<unknown>;

/** @param knows whether the release before can be asked this */
export function byTurns<E>(before: Handler<E>, now: Handler<E>, knows: (event: E) => boolean = () => true): Handler<E> {
  let asked = 0;
  return (event) => (knows(event) && asked++ % 2 === 0 ? before(event) : now(event));
}

/** Whether a request is for a route that the release's own API document has, or for a page. */
export function knownRoutes(openapiFile: string): (event: APIGatewayProxyEventV2) => boolean {
  const { paths } = JSON.parse(readFileSync(openapiFile, 'utf8')) as { paths: Record<string, object> };
  const routes = Object.entries(paths).map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    methods: Object.keys(methods),
  }));
  return ({ rawPath, requestContext: { http } }) =>
    !rawPath.startsWith('/api/') ||
    routes.some(({ pattern, methods }) => pattern.test(rawPath) && methods.includes(http.method.toLowerCase()));
}

/** Whether a batch holds rows of tables that the release has, and of no other. */
export const knownTables =
  (names: readonly string[]) =>
  ({ Records }: DynamoDBStreamEvent): boolean =>
    Records.every(({ eventSourceARN = '' }) => names.includes(eventSourceARN.split('/')[1] ?? ''));
