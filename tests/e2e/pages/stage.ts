/**
 * The pages as people meet them: a server of its own on a copy of the demo district, and the system's Chromium.
 * `visit` opens a page as somebody; `look` holds it against what every page promises.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { startServer } from '../../../scripts/local/server.ts';

export const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;
export type Width = keyof typeof widths;
/** Staff by login name, the demo's pupil, or nobody. */
export type Visitor = 'district' | 'school' | 'approver' | 'leader' | 'desk' | 'pupil' | 'nobody';

interface Visit {
  readonly as: Visitor;
  readonly width?: Width;
  /** `language.size.theme`, as the look's cookie says it. */
  readonly look?: string;
}

export interface Stage {
  readonly url: string;
  /** A page of a fresh browser profile, signed in, not opened anywhere yet. */
  visit(visit: Visit): Promise<Page>;
  /** Opens the address as a visitor of its own in every look, and finds nothing wrong. */
  look(address: string, as: Visitor): Promise<void>;
  /** Moves the server's time on; schedules and streams do their work. */
  moveTo(time: number): Promise<void>;
  close(): Promise<void>;
}

const password = 'demo-time-bank-2026';
const pupil = { school: '110001', number: '2026080101', pin: '482951' };
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const quiet = '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync';
export const chromiumOptions = ['--no-sandbox', '--disable-component-update', ...quiet.split(' ')];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const looks = ['zh-CN.normal.light', 'zh-CN.normal.dark', 'zh-CN.large.light'];
const narrowest = { width: 320, height: 700 };

export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'timebank-stage-'));
  await cp(inject('demo'), dataDir, { recursive: true });
  const server = await startServer({ store: 'embedded', dataDir, port: 0, bundles: inject('bundles') });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumOptions });
  const visit = (wanted: Visit) => openPage(browser, server.url, wanted);
  return {
    url: server.url,
    visit,
    moveTo: (time) => server.moveTo(time),
    async look(address, as) {
      for (const width of ['phone', 'desk'] as const) await lookAt(await visit({ as, width }), address);
    },
    async close() {
      await browser.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, url: string, { as, width = 'phone', look }: Visit): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: widths[width], locale: 'zh-CN' });
  context.setDefaultTimeout(15_000);
  if (as !== 'nobody') await signIn(context, url, as);
  if (look) await choose(context, url, look);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function signIn(context: BrowserContext, url: string, as: Visitor): Promise<void> {
  const data = as === 'pupil' ? pupil : { login: as, password };
  const response = await context.request.post('/api/sessions', { data });
  expect(response.status(), `${as} signs in at ${url}`).toBe(201);
  // The request's cookie jar drops what is Secure on http; a browser keeps it on localhost.
  const [pair = ''] = (response.headers()['set-cookie'] ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
}

const choose = (context: BrowserContext, url: string, look: string) =>
  context.addCookies([{ name: 'timebank-look', value: look, url }]);

/** WCAG 2.2 AA in light, dark and large text; nothing asked of other sites; no scrolling sideways at 320 px. */
async function lookAt(page: Page, address: string): Promise<void> {
  const outside: string[] = [];
  const home = new URL(page.url() === 'about:blank' ? await originOf(page) : page.url()).origin;
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(home)) outside.push(request.url());
  });
  for (const look of looks) {
    await choose(page.context(), home, look);
    const response = await page.goto(address);
    expect(response?.status(), address).toBeLessThan(400);
    await ready(page);
    expect(await faults(page), `${address} in ${look}`).toEqual([]);
  }
  await page.setViewportSize(narrowest);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, `${address} scrolls sideways at ${narrowest.width} px`).toBeLessThanOrEqual(0);
  expect(outside, `${address} asks other sites`).toEqual([]);
  await page.context().close();
}

async function originOf(page: Page): Promise<string> {
  await page.goto('/look');
  return page.url();
}

/** Resolves once the page's script has taken over. */
export const ready = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.ready === 'true');

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate(() => {
    const { axe: engine } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return engine.run({ runOnly: { type: 'tag', values } });
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
