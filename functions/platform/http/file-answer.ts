import type { Context } from 'hono';

/**
 * A file as an answer: shown in the page under the type it was checked for, and kept by the asker's browser alone.
 * @param cacheSeconds how long; 0 for not at all
 */
export async function fileAnswer(c: Context, file: File, cacheSeconds = 0): Promise<Response> {
  c.header('cache-control', cacheSeconds > 0 ? `private, max-age=${cacheSeconds}` : 'no-store');
  c.header('content-disposition', 'inline');
  c.header('content-type', file.type);
  return c.body(await file.arrayBuffer());
}
