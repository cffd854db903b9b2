/**
 * What the file of the embedded store promises beyond the engine: durability, sharing, and clear words when it is
 * broken.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { hasData, openEmbedded, openToFill } from '../../functions/platform/store/embedded/open-embedded.ts';
import { rowsOf, targetOfCount, targetsOf } from './endless-rows.ts';

const root = mkdtempSync(join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
  file = join(folder, 'timebank.sqlite');
});
async function fill(): Promise<void> {
  const store = openEmbedded(folder);
  for (let number = 1; number <= 50; number++) await store.transact(`fill#${number}`, rowsOf(number));
  store.close();
}

describe('the data file', () => {
  test('loses nothing acknowledged and keeps no half of a transaction when the process is killed', async () => {
    const kills = 8;
    for (let kill = 1; kill <= kills; kill++) {
      const acknowledged = await writeUntilKilled(folder, 5 + kill * 3);
      const store = openEmbedded(folder);
      const [count] = await store.get([targetOfCount]);
      const committed = Number(count?.n);
      expect(committed).toBeGreaterThanOrEqual(acknowledged);
      for (let number = 1; number <= committed; number++) {
        expect(await store.get(targetsOf(number))).toMatchObject([{ number }, { number }, { number }]);
      }
      expect(await store.get(targetsOf(committed + 1))).toEqual([undefined, undefined, undefined]);
      expect(store.readChanges(committed * 4 - 4, 10)).toHaveLength(4);
      store.close();
    }
  });

  test('shows what is filled into it to others at once, and keeps it from one opening to the next', async () => {
    const filling = openToFill(folder);
    const beside = openEmbedded(folder);
    await filling.transact('fill', rowsOf(1));
    expect(await beside.get(targetsOf(1))).toMatchObject([{ number: 1 }, { number: 1 }, { number: 1 }]);
    expect(beside.readChanges(0, 10)).toHaveLength(4);
    beside.close();
    filling.close();
    const after = openEmbedded(folder);
    expect(await after.get([targetOfCount])).toMatchObject([{ n: 1 }]);
    after.close();
  });

  test('keeps items, bytes, the stream and its consumers from one opening to the next', async () => {
    const item = { bytes: new Uint8Array([0, 1, 255]), deep: { list: [new Uint8Array([7]), '{"":"no bytes"}', null] } };
    const before = openEmbedded(folder, () => 42);
    const target = { table: 'Jobs', key: { pk: 'J#1', sk: 'JOB' } } as const;
    await before.transact('o', [{ ...target, put: item }]);
    before.advance('figures', 1);
    before.close();
    const after = openEmbedded(folder);
    expect(await after.get([target])).toEqual([{ ...target.key, ...item }]);
    expect(after.readChanges(0, 10)).toMatchObject([{ sequence: 1, newImage: item, at: 42 }]);
    expect(after.cursor('figures')).toBe(1);
    after.close();
  });

  test('is shared by several connections, each seeing what the others wrote', async () => {
    const [first, second] = [openEmbedded(folder), openEmbedded(folder)];
    const count = { ...targetOfCount, update: { add: { n: 1 } } };
    for (const store of [first, second, first]) await store.transact('o', [count]);
    expect(await second.get([targetOfCount])).toMatchObject([{ n: 3 }]);
    expect(first.readChanges(0, 10).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    first.close();
    second.close();
  });

  test('tells an empty folder from one with data', async () => {
    expect(hasData(folder)).toBe(false);
    openEmbedded(folder).close();
    expect(hasData(folder)).toBe(false);
    await fill();
    expect(hasData(folder)).toBe(true);
  });

  test.each([
    ['other text', () => writeFileSync(file, 'no database at all'.repeat(1000)), 'is damaged'],
    ['half a file', () => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096), 'is damaged'],
    ['overwritten pages', () => overwrite(file), 'is damaged'],
    ['another program’s database', () => replaceWithForeign(file), 'belongs to another program'],
    ['a later version', () => editFile(file, 'PRAGMA user_version = 99'), 'another version'],
  ])('is refused with one sentence when it holds %s', async (_what, harm, words) => {
    await fill();
    harm();
    expect(() => openEmbedded(folder)).toThrow(new RegExp(`^The data file ${file} .*${words}[^.\n]*\\.$`));
  });

  test('is refused with one sentence when its folder cannot be used', () => {
    writeFileSync(join(folder, 'plain'), '');
    expect(() => openEmbedded(join(folder, 'plain'))).toThrow(/^The data folder .* cannot be used \(.*\)\.$/);
  });
});

/** @returns the last number that was acknowledged before the kill */
async function writeUntilKilled(dataDir: string, acknowledgements: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'endless-writer.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let last = 0;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (++seen === acknowledgements) child.kill('SIGKILL');
  }
  await ended;
  expect(seen).toBeGreaterThanOrEqual(acknowledgements);
  return last;
}

function overwrite(path: string): void {
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, Buffer.alloc(9000, 7), 0, 9000, 4096);
  closeSync(descriptor);
}
function editFile(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
function replaceWithForeign(path: string): void {
  rmSync(path);
  editFile(path, 'CREATE TABLE songs (title TEXT)');
}
