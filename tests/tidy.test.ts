import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const rooms = '{shared,functions,web,infra,scripts,tests,bench}';
const sources = globSync([`${rooms}/**/*.{ts,tsx,mjs}`, '*.ts'], { cwd: root }).sort();

/** A house rule: what may not be in a file, and what to do instead. Marks are spelled so that this file keeps them. */
interface Rule {
  readonly rule: string;
  readonly instead: string;
  /** Files the rule is about, by path from the root; all when absent. */
  readonly about?: RegExp;
  readonly except?: RegExp;
  /** The lines, counted from 1, that break the rule; 0 is the file itself. */
  broken(lines: readonly string[], path: string): number[];
}

const linesWith = (pattern: RegExp) => (lines: readonly string[]) =>
  lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));

const rules: readonly Rule[] = [
  {
    rule: 'a file has at most 200 lines',
    instead: 'split it by story or by part',
    broken: (lines) => (lines.length > 200 ? [lines.length] : []),
  },
  {
    rule: 'a line has at most 120 characters',
    instead: 'break it, or say it shorter',
    // A sentence of the catalogue and an element's list of utilities are one word to the formatter.
    except: /^web\/words\//,
    broken: (lines) =>
      lines.flatMap((line, index) => ([...line].length > 120 && !/\bclass=/.test(line) ? [index + 1] : [])),
  },
  {
    rule: 'a file is named for what it holds',
    instead: 'name the thing or the verb',
    broken: (_, path) =>
      /^(utils?|helpers?|common|misc|managers?)\b|-(utils?|helpers?|manager)\b/.test(basename(path)) ? [0] : [],
  },
  {
    rule: 'a file name is words in lower case, joined by hyphens',
    instead: 'write check-in.ts, not checkIn.ts',
    broken: (_, path) => (/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.(ts|tsx|mjs)$/.test(basename(path)) ? [] : [0]),
  },
  {
    rule: 'nothing is left for later in the code',
    instead: 'do it now, or open an issue',
    broken: linesWith(/\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/),
  },
  {
    rule: 'the environment is read in one place',
    instead: 'take it from functions/platform/config.ts',
    about: /^(shared|functions|web|infra)\//,
    except: /^functions\/platform\/config\.ts$/,
    broken: linesWith(/process\.env\b/),
  },
  {
    rule: 'there is no now but the event’s',
    instead: 'take `now` as a parameter: the entries read it from the event',
    about: /^(shared|functions)\//,
    except: /^functions\/entries\//,
    broken: linesWith(/\bDate\.now\(|new Date\(\)/),
  },
  {
    rule: 'chance is an argument',
    instead: 'take randomBytes or newId from the tools, so that a seed replays it',
    about: /^(shared|functions)\//,
    except: /^functions\/(entries|platform)\//,
    broken: linesWith(/\bMath\.random\b/),
  },
  {
    rule: 'the only classes are errors',
    instead: 'return functions from a function',
    about: /^(shared|functions)\//,
    broken: (lines) => linesWith(/^\s*(export )?(abstract )?class (?!\w+ extends \w*(Error|Problem)\b)/)(lines),
  },
];

describe('the house is tidy', () => {
  test.each(rules)('$rule', ({ instead, about = /./, except = /^$/, broken }) => {
    const untidy = sources
      .filter((path) => about.test(path) && !except.test(path))
      .flatMap((path) => {
        const lines = readFileSync(join(root, path), 'utf8').replace(/\n$/, '').split('\n');
        return broken(lines, path).map((line) => `${path}:${line} ${instead}`);
      });
    expect(untidy).toEqual([]);
  });
});
