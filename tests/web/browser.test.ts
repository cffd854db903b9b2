/** What reaches browsers: small, without schemas, and only what the policy allows. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../scripts/build-pages.ts';

interface Manifest {
  readonly css: string;
  /** By language and page. */
  readonly scripts: Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, readonly string[]>>>>;
}
const folder = mkdtempSync(join(tmpdir(), 'timebank-web-'));
let manifest: Manifest;
beforeAll(async () => {
  await buildPages(folder);
  manifest = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contentOf = (address: string) => readFileSync(join(folder, address));
const gzipped = (addresses: readonly string[]) =>
  addresses.reduce((sum, address) => sum + gzipSync(contentOf(address), { level: 9 }).length, 0);
const kilobyte = 1000;
const deskPages = [
  'overview',
  'district',
  'pupils',
  'pupil',
  'imports',
  'import',
  'exports',
  'cards',
  'teams',
  'team-members',
  'staff',
].concat(['rewards', 'rules', 'units', 'desks', 'order', 'requests']);

test.each(['zh-CN', 'en'] as const)(
  'a phone page brings at most 25 kB of script, a desk page 90 kB: %s',
  (language) => {
    const sizes = Object.entries(manifest.scripts[language]).map(([page, scripts]) => ({
      page,
      bytes: gzipped(scripts),
    }));
    const boundOf = (page: string) => (deskPages.includes(page) ? 90 : 25) * kilobyte;
    expect(sizes.filter(({ page, bytes }) => bytes > boundOf(page))).toEqual([]);
  },
);

test('the styles have at most 15 kB', () => {
  expect(gzipSync(manifest.css).length).toBeLessThanOrEqual(15 * kilobyte);
});

describe('the scripts', () => {
  const scripts = () => readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));

  test('are there, in both languages', () => {
    expect(scripts().length).toBeGreaterThan(Object.keys(manifest.scripts.en).length);
  });

  test('carry no schema library', () => {
    for (const file of scripts()) expect(contentOf(`assets/${file}`).toString(), file).not.toMatch(/_zod|ZodError/);
  });

  test('load nothing from elsewhere', () => {
    const allowed = /https?:\/\/(www\.w3\.org|localhost)/;
    for (const file of scripts()) {
      const addresses =
        contentOf(`assets/${file}`)
          .toString()
          .match(/https?:\/\/[\w.-]+/g) ?? [];
      expect(
        addresses.filter((address) => !allowed.test(address)),
        file,
      ).toEqual([]);
    }
  });
});

test('the styles use nothing that Chrome 99 does not know', () => {
  // What stands under @supports has a plain value before it.
  const css = manifest.css.replaceAll(/@supports \(color:color-mix[^{]*\{[^{}]*\{[^}]*\}\}/g, '');
  expect(css).not.toMatch(/oklch|oklab|color-mix|@container|:has\(|width\s*[<>]=/);
});
