/**
 * What a district's roster of 39,000 rows costs: read and checked in a process of its own, then written on the embedded
 * store's file, killed in the middle and run again, against the bare writes of the same items on the same engine.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import type { Write } from '../functions/platform/store/port.ts';
import { bundleOptions } from '../scripts/build.ts';
import { schoolYear, shanghaiDay } from '../shared/rules/calendar.ts';
import { median } from './compare.ts';
import { countPeople, openImport } from './import-stage.ts';
import { atLeast, atMost, type Finding, rounded } from './report.ts';
import { rosterOf } from './roster.ts';

/** As a roster with national numbers is cut. */
const pupilsPerTransaction = 23;
const schoolYearNow = schoolYear(shanghaiDay(Date.now()));

export async function benchImport({ rounds, rows }: { rounds: number; rows: number }): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-import-'));
  try {
    const bytes = await rosterOf(rows, schoolYearNow);
    const read = await readAlone(folder, bytes, rounds);
    return [...readFindings(read, rows), ...(await writeFindings(folder, bytes, rows))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Reading {
  readonly seconds: number;
  readonly megabytes: number;
  readonly rows: number;
}

/** Each reading is a new process with the built reader: from the bytes to classes of checked rows. */
async function readAlone(folder: string, bytes: Uint8Array, rounds: number): Promise<Reading[]> {
  const outdir = join(folder, 'reader');
  await build({ ...bundleOptions, entryPoints: { index: 'bench/read-roster.ts' }, outdir });
  const path = join(folder, 'roster.xlsx');
  await writeFile(path, bytes);
  const readings: Reading[] = [];
  for (let round = 0; round < rounds; round++) {
    const script = join(outdir, 'index.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, String(schoolYearNow)]);
    readings.push(JSON.parse(stdout) as Reading);
  }
  return readings;
}

function readFindings(readings: readonly Reading[], rows: number): Finding[] {
  if (readings.some((reading) => reading.rows !== rows)) throw new Error('Rows of the roster were not read');
  const detail = `${rows} rows, ${readings.length} processes`;
  const seconds = median(readings.map((reading) => reading.seconds));
  const megabytes = Math.max(...readings.map((reading) => reading.megabytes));
  return [
    atMost(3, { name: 'a roster of 39,000 read and checked', value: rounded(seconds), unit: 's', detail }),
    atMost(200, { name: 'memory for it', value: Math.round(megabytes), unit: 'MB', detail: `${detail}; the most` }),
  ];
}

async function writeFindings(folder: string, bytes: Uint8Array, rows: number): Promise<Finding[]> {
  const run = await openImport(join(folder, 'ours'), rows);
  const bare = openEmbedded(join(folder, 'bare'));
  const previewSeconds = await secondsOf(async () => {
    await run.begin(bytes);
    for (let state = 'reading'; state === 'reading'; ) state = await run.step();
  });
  await run.confirm();
  await send(bare, run.written.splice(0));
  run.killAfter(Math.floor(rows / pupilsPerTransaction / 2));
  const seconds = { ours: 0, bare: 0 };
  // Step by step they take turns, so that a machine that slows down slows both.
  for (let state = 'committing'; state !== 'done'; ) {
    seconds.ours += await secondsOf(async () => {
      state = await run.step();
    });
    seconds.bare += await secondsOf(() => send(bare, run.written.splice(0)));
  }
  const people = await countPeople(run.store);
  run.store.close();
  bare.close();
  const { volunteers, numbers, listed } = people;
  const wrong = Math.abs(volunteers - rows) + Math.abs(listed - rows) + Math.abs(numbers - 2 * rows);
  const rates = [seconds.ours, seconds.bare].map((taken) => Math.round(rows / taken)).join(' and ');
  return [
    atLeast(0.6, {
      name: 'import / bare writes of the same items',
      value: rounded(seconds.bare / seconds.ours),
      unit: '×',
      detail: `${rates} rows a second; preview in ${previewSeconds.toFixed(1)} s`,
    }),
    atMost(0, {
      name: 'people lost or doubled by a kill',
      value: wrong,
      unit: 'rows',
      detail: `${volunteers} people, ${numbers} numbers, ${listed} in class lists`,
    }),
  ];
}

async function send(store: ReturnType<typeof openEmbedded>, written: readonly (readonly Write[])[]): Promise<void> {
  for (const [at, writes] of written.entries()) {
    if (!(await store.transact(`BARE#${at}`, writes)).done) throw new Error('A bare write was refused');
  }
}

async function secondsOf(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return (performance.now() - start) / 1000;
}
