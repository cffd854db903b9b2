/**
 * How soon a pupil on a cheap phone sees the points: Chromium with a CPU four times slower, 1.6 Mbit/s and 150 ms of
 * latency, a fresh profile each time.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openDemoServer } from '../scripts/local/demo-server.ts';
import { median } from './compare.ts';
import { openPlainChromium, type PlainChromium } from './plain-chromium.ts';
import { atMost, type Finding } from './report.ts';

const slowdown = 4;
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const phone = { width: 390, height: 844, deviceScaleFactor: 1, mobile: true };
const pupil = { school: '110001', number: '2026080101', pin: '482951' };
const lookEveryMs = 200;

export async function benchPages({ visits }: { visits: number }): Promise<Finding[]> {
  const server = await openDemoServer();
  const chromium = await openPlainChromium();
  // The first visit loads the renderer into the server and the fonts into the system.
  await openPoints(chromium, server.url);
  const seen: Visit[] = [];
  for (let visit = 0; visit < visits; visit++) seen.push(await openPoints(chromium, server.url));
  await chromium.close();
  await server.stop();
  await server.remove();
  const middle = (part: keyof Visit) => Math.round(median(seen.map((one) => one[part])));
  return [
    atMost(600, {
      name: 'the points page shows its first data',
      value: middle('firstDataMs'),
      unit: 'ms',
      detail: `painted; in the document after ${middle('parsedMs')} ms, alive after ${middle('aliveMs')} ms`,
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
  readonly parsedMs: number;
  readonly aliveMs: number;
  readonly scriptBytes: number;
  readonly htmlBytes: number;
}

async function openPoints(chromium: PlainChromium, url: string): Promise<Visit> {
  const [name = '', value = ''] = (await signIn(url)).split('=');
  const { send, close } = await chromium.openTab();
  await send('Network.enable');
  await send('Network.setCookie', { name, value, url, secure: true, httpOnly: true });
  await send('Network.emulateNetworkConditions', network);
  await send('Emulation.setDeviceMetricsOverride', phone);
  await send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await send('Page.navigate', { url: `${url}/me` });
  for (;;) {
    await pause(lookEveryMs);
    const { result } = await send('Runtime.evaluate', { expression: `(${readVisit})()`, awaitPromise: true });
    const { value: visit } = result as { value?: string };
    if (!visit) continue;
    await close();
    return JSON.parse(visit);
  }
}

async function signIn(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/sessions`, { method: 'POST', headers, body: JSON.stringify(pupil) });
  const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return pair;
}

/** In the page, once it is alive: when the balance was painted, its largest content, and what was sent. */
async function readVisit(): Promise<string | undefined> {
  const alive = performance.getEntriesByName('alive')[0];
  if (!alive) return undefined;
  const painted = await new Promise<PerformanceEntryList>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  const balance = painted.find((entry) => (entry as LargestContentfulPaint).element?.closest('main'));
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const scripts = files.filter(({ name }) => name.endsWith('.js'));
  const [html] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return JSON.stringify({
    firstDataMs: balance?.startTime ?? Number.NaN,
    parsedMs: html?.domInteractive ?? Number.NaN,
    aliveMs: alive.startTime,
    scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    htmlBytes: html?.encodedBodySize ?? 0,
  });
}
