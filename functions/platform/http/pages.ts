/** All that is not the API: pages, rendered by a chunk that the first of them loads, and the files they bring along. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import type { Site } from '../config.ts';
import { readSessionCookie } from '../identity/cookie.ts';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';
import { type App, gatewayOf } from './app.ts';
import { originOf } from './same-origin.ts';

/** The files of one build, by address; scripts by language and page. */
export interface Assets {
  /** The styles of every page, which each page carries. */
  readonly css: string;
  readonly icon: string;
  /** The icon for those who draw no SVG: WeChat, home screens. */
  readonly picture: string;
  readonly scripts: Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, readonly string[]>>>>;
}
interface Visitor {
  readonly address: string;
  readonly origin: string;
  readonly cookie: string | undefined;
  readonly hasSession: boolean;
  readonly now: number;
  readonly filings: readonly string[];
  readonly assets: Assets;
  ask(path: string): Promise<Response>;
}
type Rendered = { readonly redirect: string } | { readonly status: number; readonly html: string };
export type Render = (visitor: Visitor) => Promise<Rendered>;

interface Pages {
  /** Where the build put `pages.json` and `assets/`; ends with a slash. */
  readonly folder: URL;
  readonly site: Site;
  /** Where the pages are, when the operator has said so; else where they were asked for. */
  readonly origin?: string;
  load(): Promise<Render>;
}

const policyWith = (css: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
const yearSeconds = 31_536_000;
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const encodings = { br: '.br', gzip: '.gz' } as const;
type Encoding = keyof typeof encodings;

/** To be called last: whatever address no route took is a page's. */
export function mountPages(app: App, { folder, site, origin, load }: Pages): void {
  const open = async () => {
    const [render, manifest] = await Promise.all([load(), readFile(new URL('pages.json', folder), 'utf8')]);
    const assets = JSON.parse(manifest) as Assets;
    return { render, assets, policy: policyWith(assets.css) };
  };
  let opened: ReturnType<typeof open> | undefined;
  const { wechatVerification } = site;
  if (wechatVerification) app.get(`/MP_verify_${wechatVerification}.txt`, (c) => c.text(wechatVerification));
  app.get('/assets/:file', (c) => answerAsset(c, folder));
  app.get('/*', async (c) => {
    if (c.req.path.startsWith('/api/')) throw new Problem('not_found');
    opened ??= open();
    const { render, assets, policy } = await opened;
    const rendered = await render({ ...visitorOf(app, c, origin), filings: site.filings, assets });
    if ('redirect' in rendered) return c.redirect(rendered.redirect);
    log('page', { requestId: gatewayOf(c).requestId, status: rendered.status });
    return answerPage(c, rendered, policy);
  });
}

function visitorOf(app: App, c: Context, origin?: string) {
  const url = new URL(c.req.url);
  const cookie = c.req.header('cookie');
  const headers = { ...(cookie && { cookie }), host: url.host };
  const bindings = { ...c.env, page: {} };
  return {
    address: `${url.pathname}${url.search}`,
    origin: origin ?? originOf(c),
    cookie,
    hasSession: readSessionCookie(cookie) !== undefined,
    now: gatewayOf(c).timeEpoch,
    ask: async (path: string) => app.request(path, { headers }, bindings),
  };
}

async function answerPage(c: Context, { status, html }: { status: number; html: string }, policy: string) {
  const { compressors } = await import('./compress.ts');
  const encoding = encodingOf(c);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding }),
  };
  const body = encoding ? await compressors[encoding](html) : html;
  return c.body(body as string, status as 200, headers);
}

/** Names carry a hash, so a browser never has to ask again. */
async function answerAsset(c: Context, folder: URL): Promise<Response> {
  const file = c.req.param('file') ?? '';
  const type = /^[\w-]+\.(js|svg|png)$/.exec(file)?.[1];
  if (!type) throw new Problem('not_found');
  const encoding = type === 'png' ? undefined : encodingOf(c);
  const content = await readFile(new URL(`assets/${file}${encoding ? encodings[encoding] : ''}`, folder)).catch(() => {
    throw new Problem('not_found');
  });
  return c.body(new Uint8Array(content), 200, {
    'content-type': types[type] ?? '',
    'cache-control': `public, max-age=${yearSeconds}, immutable`,
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding }),
  });
}

function encodingOf(c: Context): Encoding | undefined {
  const accepted = c.req.header('accept-encoding') ?? '';
  return (Object.keys(encodings) as Encoding[]).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
}
