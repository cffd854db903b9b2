/** What a request asks for, in the shapes that its route declares. */
import type { Context } from 'hono';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Asked } from '../ask.ts';
import { parseSessionToken } from '../identity/session-token.ts';
import { Problem } from '../problem.ts';
import { readAlong } from '../store/read-ahead.ts';
import type { Tools } from '../tools.ts';
import { parseAsked } from './shapes.ts';
import type { GuardedStory } from './story.ts';

const bodyBytesMax = 64 * 1024;

/** @throws shape_invalid, body_too_large */
export async function readAsked(c: Context, route: Route): Promise<Asked> {
  return {
    params: parseAsked('params', route.params, c.req.param()),
    query: parseAsked('query', route.query, c.req.query()),
    body: route.body ? parseAsked('body', route.body, await readJson(c, route)) : undefined,
  } as Asked;
}

async function readJson(c: Context, route: Route): Promise<unknown> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > (route.bodyBytesMax ?? bodyBytesMax)) throw new Problem('body_too_large');
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body', message: '内容不是 JSON' }] });
  }
}

/** The tools of one request, whose first read brings along what the story foresees. What is wrong is said later. */
export async function foreseeing(
  c: Context,
  { route, story, token }: { route: Route; story: unknown; token?: string },
  tools: Tools,
): Promise<Tools> {
  const { foresee } = story as Partial<GuardedStory<Route>>;
  const session = foresee && token !== undefined ? parseSessionToken(token) : undefined;
  if (!foresee || !session) return tools;
  const asked = await readAsked(c, route).catch(() => undefined);
  return asked ? { ...tools, store: readAlong(tools.store, foresee(session, asked)) } : tools;
}
