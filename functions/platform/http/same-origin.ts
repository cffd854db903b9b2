import type { Context } from 'hono';
import { Problem } from '../problem.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * A page of another site cannot write in a signed-in person's name: every write is JSON (so it is preflighted), and a
 * browser says where it comes from. Programs outside a browser send neither header and carry no ambient cookie.
 */
export function checkSameOrigin(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('origin_foreign');
  const origin = c.req.header('origin');
  if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')) throw new Problem('origin_foreign');
}

export function checkJson(c: Context): void {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') throw new Problem('media_type_unsupported');
}

/** @returns the client's idempotency key, a UUID made and kept before the first sending */
export function keyOf(c: Context): string {
  const key = c.req.header('idempotency-key') ?? '';
  if (!uuid.test(key)) throw new Problem('key_missing');
  return key.toLowerCase();
}

/** Where the request was sent, as its sender sees it: what a printed code leads back to. */
export const originOf = (c: Context): string =>
  `${c.req.header('x-forwarded-proto') ?? 'https'}://${new URL(c.req.url).host}`;
