/**
 * `npm run screens [-- page …]`: pictures of every page in the four looks — a phone, a desk, dark, large text — into
 * `tmp/screens/`. With `--keep` the chosen dozen goes to `docs/screens/`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Address, addressesOf } from '../tests/e2e/pages/addresses.ts';
import { openBrowser, openPage, ready, type Width, widths } from '../tests/e2e/pages/browser.ts';
import { openDemoServer } from './local/demo-server.ts';

const looks = {
  phone: { width: 'phone', look: 'zh-CN.normal.light' },
  desk: { width: 'desk', look: 'zh-CN.normal.light' },
  dark: { width: 'phone', look: 'zh-CN.normal.dark' },
  large: { width: 'phone', look: 'zh-CN.large.light' },
} as const satisfies Record<string, { width: Width; look: string }>;
type Look = keyof typeof looks;

const chosen: readonly (readonly [page: string, look: Look])[] = [
  ['home', 'desk'],
  ['points', 'phone'],
  ['points', 'dark'],
  ['points', 'large'],
  ['shop', 'phone'],
  ['pick-up', 'phone'],
  ['record', 'phone'],
  ['overview', 'desk'],
  ['approvals', 'desk'],
  ['pupils', 'desk'],
  ['activities', 'phone'],
  ['order-desk', 'desk'],
];

const options = { keep: { type: 'boolean', default: false } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const root = join(import.meta.dirname, '..');
const folder = join(root, values.keep ? 'docs/screens' : 'tmp/screens');
const isWanted = (page: string, look: Look) =>
  values.keep ? chosen.some((one) => one[0] === page && one[1] === look) : true;

await mkdir(folder, { recursive: true });
const server = await openDemoServer();
const browser = await openBrowser();
const shot = new Set<string>();
for (const address of await addressesOf(server.url)) {
  // A page that several posts share is shown as the first of them sees it.
  if (shot.has(address.page)) continue;
  shot.add(address.page);
  if (positionals.length > 0 && !positionals.includes(address.page)) continue;
  for (const look of Object.keys(looks) as Look[]) if (isWanted(address.page, look)) await shoot(address, look);
}
await browser.close();
await server.stop();
await server.remove();
process.exit();

async function shoot({ page: name, path, as }: Address, look: Look): Promise<void> {
  const page = await openPage(browser, server.url, { as, ...looks[look] });
  await page.goto(path);
  await ready(page);
  // A window as tall as the page: what is fixed to the window's foot stands at the page's.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!values.keep) await page.setViewportSize({ width: widths[looks[look].width].width, height });
  await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
  await page.context().close();
}
