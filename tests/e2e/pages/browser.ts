/** The system's Chromium, and how the demo's people come in with it. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;
export type Width = keyof typeof widths;
/** Staff by login name, the demo's pupil, a parent of two, or nobody. */
export type Visitor =
  | 'district'
  | 'school'
  | 'approver'
  | 'leader'
  | 'desk'
  | 'pupil'
  | 'parent'
  | 'community'
  | 'helper'
  | 'resident'
  | 'nobody';

export interface Visit {
  readonly as: Visitor;
  readonly width?: Width;
  /** `language.size.theme`, as the look's cookie says it. */
  readonly look?: string;
}

export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const quiet = '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync';
export const chromiumOptions = ['--no-sandbox', '--disable-component-update', ...quiet.split(' ')];
/** How long a page may take on a busy machine before a test calls it stuck, in ms. */
export const patienceMs = 45_000;

const password = 'demo-time-bank-2026';
const pupil = { school: '110001', number: '2026080101', pin: '482951' };

/** The old build for Lambda runs in one process only. */
const oneProcess = ['--single-process', '--no-zygote', '--headless=old'];

/** @param more options of a browser that has something special, like a camera */
export function openBrowser(executablePath = chromiumPath, more: readonly string[] = []): Promise<Browser> {
  const isSystems = executablePath === chromiumPath;
  // Without a language of the machine's, Chromium calls a file with a Chinese name `download`.
  const env = { ...process.env, LANG: 'C.UTF-8' };
  return chromium.launch({
    executablePath,
    env,
    args: [...chromiumOptions, ...(isSystems ? more : oneProcess)],
  });
}

/** A page of a fresh profile, signed in, not opened anywhere yet. */
export async function openPage(browser: Browser, url: string, visit: Visit): Promise<Page> {
  const { as, width = 'phone', look } = visit;
  const context = await browser.newContext({ baseURL: url, viewport: widths[width], locale: 'zh-CN' });
  context.setDefaultTimeout(patienceMs);
  if (as !== 'nobody') await signIn(context, as);
  if (look) await choose(context, url, look);
  return context.newPage();
}

async function signIn(context: BrowserContext, as: Visitor): Promise<void> {
  const data =
    as === 'pupil' ? pupil : { login: as, password: as === 'parent' || as === 'resident' ? pupil.pin : password };
  const response = await context.request.post('/api/sessions', { data });
  if (response.status() !== 201) throw new Error(`${as} could not sign in: ${response.status()}`);
  // The request's own cookies drop what is Secure on http; a browser keeps it on localhost.
  const [pair = ''] = (response.headers()['set-cookie'] ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
}

export const choose = (context: BrowserContext, url: string, look: string): Promise<void> =>
  context.addCookies([{ name: 'timebank-look', value: look, url }]);

/** Resolves once the page's script has taken over. */
export const ready = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.ready === 'true');

/** Goes on by the first link of that name. */
export async function follow(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click();
  await ready(page);
}

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
