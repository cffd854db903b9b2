/** Every word a person reads is in the catalogue, in both languages. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const web = join(import.meta.dirname, '../../web');
/** Problems are told apart by the compiler: a missing next step does not compile. */
const areas = globSync('words/zh-CN/*.ts', { cwd: web, exclude: ['**/problems.ts'] }).map((file) => basename(file));

type Catalogue = { readonly [key: string]: unknown };
/** The paths of all words, and what each is: a text or a sentence with gaps. */
function shapeOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [`${path}: ${typeof words}`];
  return Object.entries(words as Catalogue).flatMap(([key, value]) => shapeOf(value, `${path}/${key}`));
}
const load = async (language: string, area: string): Promise<Catalogue> =>
  Object.values(await import(join(web, 'words', language, area)))[0] as Catalogue;

describe.each(areas)('%s', (area) => {
  test('says the same things in both languages', async () => {
    const [chinese, english] = await Promise.all([load('zh-CN', area), load('en', area)]);
    expect(shapeOf(english).sort()).toEqual(shapeOf(chinese).sort());
  });
});

test('§6.2 guide value: nothing a person reads sets points beside money', () => {
  const money = /¥|￥|\d 元|元\/|人民币|\byuan\b|\bRMB\b|\bCNY\b|现金|\bcash\b/;
  const files = globSync('words/*/*.ts', { cwd: web });
  const beside = files.flatMap((file) =>
    readFileSync(join(web, file), 'utf8')
      .split('\n')
      .filter((line) => /积分|\bpoints?\b/i.test(line) && money.test(line)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(beside).toEqual([]);
});

test('no page or part spells words of its own', () => {
  const sources = globSync('{*.ts,*.tsx,{api,pages,shell,ui}/**/*.{ts,tsx}}', { cwd: web });
  const spelled = sources.flatMap((file) =>
    withoutComments(readFileSync(join(web, file), 'utf8'))
      .split('\n')
      .flatMap((line, index) => (hasWords(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(spelled).toEqual([]);
});

const withoutComments = (code: string) =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, '')).replaceAll(/^\s*\/\/.*$/gm, '');

/** Chinese anywhere but in patterns that read it; Latin words as an element's text or as what a screen reader says. */
function hasWords(line: string): boolean {
  const code = line.replaceAll(/(?<![\w<)])\/(?![/*>\s]).*?[^\\]\/[a-z]*/g, '');
  if (/\p{Script=Han}/u.test(code)) return true;
  return />\s*[A-Za-z][A-Za-z ]+<\//.test(code) || /\b(aria-label|title|placeholder|alt)="[A-Za-z]/.test(code);
}
