import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const program = join(import.meta.dirname, 'term.ts');

/** A process of its own each: the time zone of a process is settled when it starts. */
const play = async (zone: string): Promise<string> => {
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, TZ: zone } });
  return stdout;
};

test('a term of 600 pupils adds up to the minute for everybody, the same in every time zone', async () => {
  const started = performance.now();
  const [inUtc, inLosAngeles] = await Promise.all([play('UTC'), play('America/Los_Angeles')]);
  const term = JSON.parse(inUtc);
  console.log(`a term of ${term.records} records, twice, in ${Math.round(performance.now() - started)} ms`, term);
  expect(inLosAngeles).toBe(inUtc);
  expect(term).toMatchObject({ schools: 23, teams: 90, pupils: 600, days: 100, differences: [] });
  expect(term.records).toBeGreaterThan(10_000);
  expect(term.minutes).toBeGreaterThan(200_000);
}, 300_000);
