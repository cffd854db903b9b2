/** What the server promises of every page and every file that pages load. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whoAsks } from '../../functions/access/index.ts';
import { capabilities } from '../../functions/entries/wiring/capabilities.ts';
import { type App, createApp } from '../../functions/platform/http/app.ts';
import { mountPages } from '../../functions/platform/http/pages.ts';
import { buildPages } from '../../scripts/build-pages.ts';
import { renderPage } from '../../web/server.tsx';
import { makeWorld } from '../harness.ts';
import { administratorOf, openSquad, password } from '../hours/squad.ts';
import { openDistrict } from '../teams/school.ts';

const folder = mkdtempSync(join(tmpdir(), 'timebank-pages-'));
const world = makeWorld();
let app: App;
let lookedUp = 0;
beforeAll(async () => {
  await buildPages(folder);
  const counted: typeof whoAsks = (...asked) => {
    lookedUp++;
    return whoAsks(...asked);
  };
  app = createApp({ capabilities, tools: world.tools, whoAsks: counted });
  const site = { filings: ['京ICP备00000000号'], wechatVerification: 'a1B2c3' };
  mountPages(app, { folder: pathToFileURL(`${folder}/`), site, load: async () => renderPage });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gateway = { timeEpoch: world.now, requestId: 'test', http: { sourceIp: '127.0.0.1' } };
const get = async (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { host: 'bank.example.cn', ...headers } }, { event: { requestContext: gateway } });

describe('a page', () => {
  test('comes whole, with its words, its language and what the law wants at its foot', async () => {
    const answer = await get('/');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN"/);
    expect(html).toContain('一小时善意，存进时间银行');
    expect(html).toContain('京ICP备00000000号');
  });

  test('leads everybody to the public lists and to where a certificate is verified', async () => {
    const html = await (await get('/')).text();
    for (const path of ['/publicity', '/verify']) expect(html).toContain(`href="${path}"`);
  });

  test('forbids every script and style that is not a file of this site, and being kept', async () => {
    const { headers } = await get('/sign-in');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('needs none of what its policy forbids: its own styles are those that the policy knows', async () => {
    const answer = await get('/sign-in');
    const text = await answer.text();
    const [, css = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
    const hash = createHash('sha256').update(css).digest('base64');
    expect(answer.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}';`);
    const html = text.replace(css, '');
    expect(html).not.toMatch(/<style>[^<]|\sstyle=|\son\w+=/);
    const scripts = [...html.matchAll(/<script ([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(1);
    for (const attributes of scripts) expect(attributes).toMatch(/src="\/assets\/|type="application\/json"/);
  });

  test('is written in the look that the browser remembers, and an unknown look is the plain one', async () => {
    const chosen = await (await get('/', { cookie: 'timebank-look=en.large.dark' })).text();
    expect(chosen).toContain('<html lang="en" data-size="large" data-theme="dark">');
    const unknown = await (await get('/', { cookie: 'timebank-look="><script>.x.y' })).text();
    expect(unknown).toContain('<html lang="zh-CN" data-size="normal" data-theme="auto">');
  });

  test('keeps what a visitor typed into the address from ending its data', async () => {
    const html = await (await get('/sign-in?next=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E')).text();
    expect(html).not.toContain('</script><script>alert');
    expect(html).toContain('\\u003c/script>');
  });

  test('of somebody signed in sends strangers to sign in and back', async () => {
    const answer = await get('/me/records?cursor=x');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fme%2Frecords%3Fcursor%3Dx');
  });

  test.each(['br', 'gzip'])('is compressed with %s where that is understood', async (encoding) => {
    const answer = await get('/', { 'accept-encoding': encoding });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const unpack = encoding === 'br' ? brotliDecompressSync : gunzipSync;
    expect(unpack(bytes).toString()).toContain('</html>');
  });
});

test('who looks at a page is looked up once, however much the page reads', async () => {
  const { administrator } = await openDistrict(world);
  const { headers } = await administrator.ask('POST /api/sessions', { body: administratorOf() });
  lookedUp = 0;
  const answer = await get('/overview', { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' });
  expect(answer.status).toBe(200);
  expect(lookedUp).toBe(1);
});

test('the school’s public link is there as a code to be put up, too', async () => {
  const { approver, logins } = await openSquad({ members: 0, district: await openDistrict(world, '白石区') });
  const { headers } = await approver.ask('POST /api/sessions', { body: { login: logins.approver, password } });
  const answer = await get('/objections', { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' });
  const html = await answer.text();
  expect(html).toMatch(/\/publicity\/\d{6}\?link=/);
  expect(html).toMatch(/<svg[^>]*aria-label="公示链接"/);
});

describe('an address that is nowhere', () => {
  test('is a page that says so', async () => {
    const answer = await get('/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有找到');
  });

  test('under /api stays a problem', async () => {
    const answer = await get('/api/nowhere');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  });
});

describe('a file that pages load', () => {
  const icon = () => JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')).icon as string;

  test('is kept for ever, because its name changes with its content', async () => {
    const answer = await get(icon(), { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('content-encoding')).toBe('br');
  });

  test.each(['/assets/none-00000000.js', '/assets/..%2Fpages.json', '/assets/%2e%2e%2fpages.json', '/assets/'])(
    '%s is not one',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('for WeChat says the number that the operator was given', async () => {
    expect(await (await get('/MP_verify_a1B2c3.txt')).text()).toBe('a1B2c3');
    expect((await get('/MP_verify_other.txt')).status).toBe(404);
  });
});
