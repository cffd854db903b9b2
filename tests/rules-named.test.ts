/**
 * Every rule of the time bank is named by a test: its title begins with the place and the key of the rule, as in
 * `§6.1 rounding: …`. The rules stand here by the keys under which they were agreed on, chapter by chapter.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const chapters: Readonly<Record<string, readonly string[]>> = {
  /** Time. */
  '§6.1': [
    'storage unit',
    'display/legal unit',
    'rounding',
    'minimum',
    'credited interval',
    'travel',
    'check-in window',
    'no check-out',
    'overlap',
    'daily cap, adult',
    'daily cap, minors',
    'time window, minors',
    'age',
    'not hours',
    'recording deadline',
    'manual make-up',
    'publicity',
    'finality',
  ],
  /** Points. */
  '§6.2': [
    'rate',
    'guide value',
    'weights',
    'quality bonus',
    'evidence',
    'when',
    'cap per day',
    'balance cap',
    'expiry',
    'transfer',
    'referral/sign-in bonus',
    'start bonus',
    'other merits',
  ],
  /** Stars: the schemes, and what holds for all of them: names, conditions, when, demotion, gifts. */
  '§6.3': ['adults', 'senior high', 'junior high', 'primary', '1', '2', '3', '4', '5'],
  /** Redemption. */
  '§6.4': [
    'order',
    'pick-up deadline',
    'returned points',
    'code',
    'cancel',
    'limits',
    'price rule',
    'exchange after hand-over',
    'shop window',
  ],
  /**
   * Corrections after points were spent: the reversing entry, the order in which points come back, debt, goods, writing
   * off, stars, fraud.
   */
  '§6.5': ['1', '2', '3', '4', '5', '6', '7'],
  /** Cancellation and no-show. */
  '§6.6': ['free cancel', 'waiting-list confirm', 'no-show', 'consequence', 'organiser cancels', 'team dropping'],
};

const files = globSync('**/*.test.ts', { cwd: import.meta.dirname }).filter(
  (file) => basename(file) !== basename(import.meta.filename),
);
/** What the titles of tests begin with: the literal a test, a group or a row of a table is called by. */
const named = new Set(
  files.flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/(?<=['`])§\d\.\d [^:'`]+(?=: )/g)].map(
      ([name]) => name,
    ),
  ),
);
const rules = Object.entries(chapters).flatMap(([chapter, keys]) => keys.map((key) => `${chapter} ${key}`));

describe('a rule', () => {
  test.each(rules)('%s is named by a test', (rule) => {
    expect([...named].filter((name) => name === rule)).toEqual([rule]);
  });

  test('that a test names is one of these', () => {
    expect([...named].filter((name) => !rules.includes(name))).toEqual([]);
  });
});
