/** The simulator's own promises, and a short run of it. `SEED` in the environment begins at another seed. */
import { describe, expect, test } from 'vitest';
import { runSeed, type SeedResult } from './run-seed.ts';

const firstSeed = Number(process.env.SEED ?? 1);
const runMs = 8000;

describe(`histories from seed ${firstSeed} on`, () => {
  test('nothing is lost, doubled or said wrongly, whatever goes wrong on the way', async () => {
    const results: SeedResult[] = [];
    for (const start = performance.now(); performance.now() - start < runMs; ) {
      results.push(await runSeed(firstSeed + results.length));
    }
    const ops = results.reduce((sum, result) => sum + result.ops, 0);
    console.log(`${ops} requests in ${results.length} histories from seed ${firstSeed} on`);
    expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
    expect(ops).toBeGreaterThan(1000);
  });

  test('a seed always tells the same history', async () => {
    const [first, again, other] = [await runSeed(firstSeed), await runSeed(firstSeed), await runSeed(firstSeed + 1)];
    expect(again).toEqual(first);
    expect(other.hash).not.toBe(first.hash);
  });
});
