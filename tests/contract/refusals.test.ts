/**
 * Every problem a route declares is provoked somewhere: a test file that speaks of the route speaks of the code too.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../shared/contracts/index.ts';

const sources = globSync('tests/**/*.ts')
  .filter((file) => !file.startsWith('tests/contract/'))
  .map((file) => readFileSync(file, 'utf8'));

describe('a refusal that a route declares', () => {
  test.each(Object.entries(contracts))('%s', (name, { problems }) => {
    const speaking = sources.filter((source) => source.includes(name));
    const silent = problems.filter((code) => !speaking.some((source) => source.includes(`'${code}'`)));
    expect(silent).toEqual([]);
  });
});
