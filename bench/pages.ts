/**
 * How soon a pupil on a cheap phone sees the points: Chromium with a CPU four times slower, 1.6 Mbit/s and 150 ms of
 * latency, a fresh profile each time.
 */
import type { Browser, Page } from 'playwright-core';
import { openDemoServer } from '../scripts/local/demo-server.ts';
import { openBrowser, openPage } from '../tests/e2e/pages/browser.ts';
import { median } from './compare.ts';
import { atMost, type Finding } from './report.ts';

const slowdown = 4;
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

export async function benchPages({ visits }: { visits: number }): Promise<Finding[]> {
  const server = await openDemoServer();
  const browser = await openBrowser();
  const seen: Visit[] = [];
  for (let visit = 0; visit < visits; visit++) seen.push(await openPoints(browser, server.url));
  await browser.close();
  await server.stop();
  await server.remove();
  const middle = (part: keyof Visit) => Math.round(median(seen.map((one) => one[part])));
  return [
    atMost(600, {
      name: 'the points page shows its first data',
      value: middle('firstDataMs'),
      unit: 'ms',
      detail: `alive after ${middle('aliveMs')} ms; CPU ×4 slower, 1.6 Mbit/s, 150 ms`,
    }),
    atMost(25, {
      name: 'scripts of the points page',
      value: Math.round(middle('scriptBytes') / 1000),
      unit: 'kB',
      detail: 'as sent, compressed',
    }),
    atMost(15, {
      name: 'the points page with its styles',
      value: Math.round(middle('htmlBytes') / 1000),
      unit: 'kB',
      detail: 'as sent, compressed',
    }),
  ];
}

interface Visit {
  readonly firstDataMs: number;
  readonly aliveMs: number;
  readonly scriptBytes: number;
  readonly htmlBytes: number;
}

async function openPoints(browser: Browser, url: string): Promise<Visit> {
  const page = await openPage(browser, url, { as: 'pupil' });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watch);
  await page.goto('/me');
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const visit = await readVisit(page);
  await page.context().close();
  return visit;
}

/** In the page: notes when the balance has been painted, and when the script has taken over. */
function watch(): void {
  const marks = { painted: 0, alive: 0 };
  Object.assign(window, { marks });
  const look = () => {
    const isStyled = document.styleSheets.length > 0;
    if (!marks.painted && isStyled && document.querySelector('main h1')) marks.painted = performance.now();
    if (document.documentElement?.dataset.ready) marks.alive = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const readVisit = (page: Page): Promise<Visit> =>
  page.evaluate(() => {
    const { marks } = window as unknown as { marks: { painted: number; alive: number } };
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = files.filter(({ name }) => name.endsWith('.js'));
    const [html] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      firstDataMs: Math.max(marks.painted, paint?.startTime ?? 0),
      aliveMs: marks.alive,
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      htmlBytes: html?.encodedBodySize ?? 0,
    };
  });
