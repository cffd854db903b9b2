/**
 * The pages as people meet them: a server of its own on a copy of the demo district, and the system's Chromium.
 * `visit` opens a page as somebody; `look` holds it against what every page promises.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, inject, onTestFailed } from 'vitest';
import type { LocalServer } from '../../../scripts/local/server.ts';
import { startTimebank } from '../../../scripts/local/start-timebank.ts';
import { choose, openBrowser, openPage, ready, scrollsSideways, type Visit } from './browser.ts';

export { follow, ready, type Visitor, type Width } from './browser.ts';

export interface Stage {
  readonly url: string;
  /** A page of a fresh browser profile, signed in, not opened anywhere yet. */
  visit(visit: Visit): Promise<Page>;
  /** Opens the address as a visitor of its own in every look, and finds nothing wrong. */
  look(address: string, visit: Visit): Promise<void>;
  /** Moves the server's time on; schedules and streams do their work. */
  moveTo(time: number): Promise<void>;
  close(): Promise<void>;
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Look {
  readonly cookie: string;
  /** What this look changes of the first one, and so what is worth asking again: its colours, or its sizes. */
  readonly changes: 'everything' | 'colours' | 'sizes';
}
const looks: readonly Look[] = [
  { cookie: 'zh-CN.normal.light', changes: 'everything' },
  { cookie: 'zh-CN.normal.dark', changes: 'colours' },
  { cookie: 'zh-CN.large.light', changes: 'sizes' },
];
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeOptions = {
  everything: { runOnly: { type: 'tag', values: standards } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  sizes: { runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] } },
} as const;
const narrowest = { width: 320, height: 700 };

/** @param executablePath another Chromium than the system's */
export async function openStage(executablePath?: string): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'timebank-stage-'));
  await cp(inject('demo'), dataDir, { recursive: true });
  const server = await startTimebank({ dataDir, port: 0, bundles: inject('bundles') });
  const browser = await openBrowser(executablePath);
  const open = async (wanted: Visit) => {
    const page = await openPage(browser, server.url, wanted);
    page.on('pageerror', (error) => {
      throw error;
    });
    keepWhenFailed(page);
    return opensLate(page, server);
  };
  return {
    url: server.url,
    visit: open,
    moveTo: (time) => server.moveTo(time),
    async look(address, visit) {
      await lookAt(await open(visit), server.url, address);
    },
    async close() {
      await browser.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whoever opens an address finds what followed from what was done before: streams have caught up by then. */
function opensLate(page: Page, server: Pick<LocalServer, 'settle'>): Page {
  const { goto, reload } = page;
  return Object.assign(page, {
    goto: async (...given: Parameters<Page['goto']>) => server.settle().then(() => goto.apply(page, given)),
    reload: async (...given: Parameters<Page['reload']>) => server.settle().then(() => reload.apply(page, given)),
  });
}

/** What was on the screen when a test failed is kept in tmp/failed. */
export function keepWhenFailed(page: Page): void {
  onTestFailed(async ({ task }) => {
    if (page.isClosed()) return;
    const name = `${task.name.slice(0, 60)}-${new URL(page.url()).pathname}`.replaceAll(/[^\w.-]+/g, '_');
    await page.screenshot({ path: `tmp/failed/${name}.png`, fullPage: true });
  });
}

/** WCAG 2.2 AA in light, dark and large text; nothing asked of other sites; no scrolling sideways at 320 px. */
async function lookAt(page: Page, home: string, address: string): Promise<void> {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(home)) outside.push(request.url());
  });
  for (const look of looks) {
    await choose(page.context(), home, look.cookie);
    const response = await page.goto(address);
    expect(response?.status(), address).toBeLessThan(400);
    await ready(page);
    expect(await faults(page, look), `${address} in ${look.cookie}`).toEqual([]);
  }
  await page.setViewportSize(narrowest);
  expect(await scrollsSideways(page), `${address} scrolls sideways at ${narrowest.width} px`).toBe(false);
  expect(outside, `${address} asks other sites`).toEqual([]);
  await page.context().close();
}

async function faults(page: Page, { changes }: Look): Promise<string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate((options) => {
    const { axe: engine } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return engine.run(options);
  }, axeOptions[changes]);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
