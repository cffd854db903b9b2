/** The documentation as it is served: its addresses, its headers, and that it asks nobody else. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { whoAsks } from '../../functions/access/index.ts';
import { createApp } from '../../functions/platform/http/app.ts';
import { mountDocs } from '../../functions/platform/http/docs.ts';
import { documentPath } from '../../scripts/openapi/document.ts';
import { problems } from '../../shared/problems.ts';
import { makeWorld } from '../harness.ts';

const swagger = join(import.meta.dirname, '../../node_modules/swagger-ui-dist');
const folder = mkdtempSync(join(tmpdir(), 'timebank-docs-'));
copyFileSync(documentPath, join(folder, 'openapi.json'));
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) copyFileSync(join(swagger, name), join(folder, name));
afterAll(() => rmSync(folder, { recursive: true }));

function serve(from: string) {
  const app = createApp({ capabilities: [], tools: makeWorld().tools, whoAsks });
  mountDocs(app, { folder: pathToFileURL(`${from}/`) });
  const requestContext = { timeEpoch: 0, requestId: 'test', http: { sourceIp: '127.0.0.1' } };
  return async (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers }, { event: { requestContext } });
}
const get = serve(folder);

describe('the documentation', () => {
  test('serves the committed OpenAPI document', async () => {
    const answer = await get('/api/openapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.text()).toBe(readFileSync(documentPath, 'utf8'));
  });

  test('has a page all of whose parts are served as what they are', async () => {
    const page = await (await get('/api/docs')).text();
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    const types = await Promise.all(parts.map(async (part) => (await get(part)).headers.get('content-type')));
    expect(types).toEqual([
      'image/svg+xml',
      'text/css; charset=utf-8',
      'text/javascript; charset=utf-8',
      'text/javascript; charset=utf-8',
      'application/json',
    ]);
  });

  test('forbids inline scripts, inline styles and outside requests, and needs none', async () => {
    const answer = await get('/api/docs');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const own = (await answer.text()) + (await (await get('/api/docs/init.js')).text());
    expect(own).not.toMatch(/<script>|<style|style=|\son\w+=|https?:\/\//);
  });

  test('is compressed for who takes it, and is the same then', async () => {
    const path = '/api/docs/swagger-ui-bundle.js';
    const zipped = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await zipped.arrayBuffer());
    const original = readFileSync(join(swagger, 'swagger-ui-bundle.js'));
    expect(bytes.length).toBeLessThan(original.length / 3);
    expect(gunzipSync(bytes).equals(original)).toBe(true);
    expect(Buffer.from(await (await get(path)).arrayBuffer()).equals(original)).toBe(true);
  });

  test('is sent once: a browser that has it is told so', async () => {
    const first = await get('/api/docs');
    const again = await get('/api/docs', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('serves nothing beside its own files', async () => {
    const others = ['/api/docs/', '/api/docs/openapi.json', '/api/docs/..%2Fpackage.json', '/api/docs/__proto__'];
    for (const path of others) expect((await get(path)).status).toBe(404);
  });

  test('reads nothing before it is asked for', async () => {
    const withoutFiles = serve(join(folder, 'absent'));
    expect((await withoutFiles('/api/problems/sold_out')).status).toBe(200);
    expect((await withoutFiles('/api/docs')).status).toBe(200);
  });
});

describe('the address of a problem’s type', () => {
  test.each(Object.entries(problems))('%s explains it', async (code, { status, title }) => {
    const answer = await get(`/api/problems/${code}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ code, status, title, next: expect.stringMatching(/试/) });
  });

  test('refuses a code that does not exist', async () => {
    const answer = await get('/api/problems/toString');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  });
});
