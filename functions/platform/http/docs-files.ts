/** What the documentation's addresses answer with, compressed once and revalidated by ETag. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Problem } from '../problem.ts';
import { compressors } from './compress.ts';
import { icon, page, pagePolicy, script } from './docs-page.ts';

interface Source {
  readonly type: string;
  /** The content itself, or the name of a file in the folder. */
  readonly content: { readonly text: string } | { readonly file: string };
  /** The Content-Security-Policy of a page. */
  readonly policy?: string;
}
interface Served {
  readonly plain: Buffer<ArrayBuffer>;
  readonly gzipped: Buffer<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const sources: Readonly<Record<string, Source>> = {
  '/api/openapi.json': { type: 'application/json', content: { file: 'openapi.json' } },
  '/api/docs': { type: 'text/html; charset=utf-8', content: { text: page }, policy: pagePolicy },
  '/api/docs/init.js': { type: 'text/javascript; charset=utf-8', content: { text: script } },
  '/api/docs/favicon.svg': { type: 'image/svg+xml', content: { text: icon } },
  '/api/docs/swagger-ui.css': { type: 'text/css; charset=utf-8', content: { file: 'swagger-ui.css' } },
  '/api/docs/swagger-ui-bundle.js': {
    type: 'text/javascript; charset=utf-8',
    content: { file: 'swagger-ui-bundle.js' },
  },
};

/**
 * @param folder of the files that the build copied
 * @returns what answers a GET; @throws not_found for an address that is not the documentation's
 */
export function openDocs(folder: URL): (path: string, headers: Headers) => Promise<Response> {
  const known = new Map<string, Served>();
  return async (path, headers) => {
    const source = Object.hasOwn(sources, path) ? sources[path] : undefined;
    if (!source) throw new Problem('not_found');
    const served = known.get(path) ?? (await load(source, folder));
    known.set(path, served);
    return answer(served, headers);
  };
}

async function load({ content, type, policy }: Source, folder: URL): Promise<Served> {
  const plain = 'text' in content ? Buffer.from(content.text) : await readFile(new URL(content.file, folder));
  const hash = createHash('sha256').update(plain).digest('base64url');
  return {
    plain,
    gzipped: await compressors.gzip(plain),
    headers: {
      'content-type': type,
      // Names stay the same from release to release, so a browser asks each time whether it has the present one.
      'cache-control': 'no-cache',
      etag: `W/"${hash}"`,
      vary: 'accept-encoding',
      ...(policy && { 'content-security-policy': policy }),
    },
  };
}

function answer({ plain, gzipped, headers }: Served, asked: Headers): Response {
  const has = asked
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim());
  if (has?.includes(headers.etag ?? '')) return new Response(null, { status: 304, headers });
  const takesGzip = /\bgzip\b/.test(asked.get('accept-encoding') ?? '');
  if (!takesGzip) return new Response(plain, { headers });
  return new Response(gzipped, { headers: { ...headers, 'content-encoding': 'gzip' } });
}
