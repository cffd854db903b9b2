/** A data file of an older release is carried over when it is opened; one of a newer release is left alone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileIn, openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { openSqliteFile } from '../../functions/platform/store/embedded/sqlite-file.ts';
import { rowsOf } from './endless-rows.ts';

const root = mkdtempSync(join(tmpdir(), 'migrations-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'data-'));
  const store = openEmbedded(folder);
  for (let number = 1; number <= 50; number++) await store.transact(`fill#${number}`, rowsOf(number));
  store.advance('figures', 7);
  store.close();
});

const addWriter = (database: DatabaseSync) => database.exec("ALTER TABLE entries ADD COLUMN writer TEXT DEFAULT 'x'");
const nameWriter = (database: DatabaseSync) => database.exec('UPDATE entries SET writer = partition');
const breakOff = (database: DatabaseSync) => {
  database.exec('DELETE FROM entries');
  throw new Error('cannot be carried over');
};

type Steps = Parameters<typeof openSqliteFile>[2];
const versionAfter = (steps: Steps) => reading(steps, (database) => database.prepare('PRAGMA user_version').get());
const contents = (steps: Steps) =>
  reading(steps, (database) => [
    database.prepare('SELECT space, partition, sort, size, body FROM entries').all(),
    database.prepare('SELECT * FROM log').all(),
    database.prepare('SELECT * FROM cursors').all(),
  ]);
const writers = (steps: Steps) =>
  reading(steps, (database) => database.prepare('SELECT count(*) AS own FROM entries WHERE writer = partition').get());

function reading<T>(steps: Steps, read: (database: DatabaseSync) => T): T {
  const database = openSqliteFile(fileIn(folder), 'on the disk', steps);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

test('an older file is carried over step by step and once only, and loses nothing', () => {
  const before = contents([]);
  expect(before.map(({ length }) => length)).toEqual([151, 200, 1]);
  expect(contents([addWriter])).toEqual(before);
  expect(versionAfter([addWriter])).toEqual({ user_version: 2 });
  expect(contents([addWriter, nameWriter])).toEqual(before);
  expect(versionAfter([addWriter, nameWriter])).toEqual({ user_version: 3 });
  expect(writers([addWriter, nameWriter])).toEqual({ own: 151 });
});

test('a new file takes every step', () => {
  rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(root, 'data-'));
  expect(versionAfter([addWriter, nameWriter])).toEqual({ user_version: 3 });
  expect(writers([addWriter, nameWriter])).toEqual({ own: 0 });
});

test('a newer file is refused and stays as it is', () => {
  versionAfter([addWriter]);
  const before = readFileSync(fileIn(folder));
  expect(() => openEmbedded(folder)).toThrow(
    `The data file ${fileIn(folder)} was written by another version of the time bank.`,
  );
  expect(readFileSync(fileIn(folder)).equals(before)).toBe(true);
});

test('a step that fails leaves the file as it was, the steps before it taken back', () => {
  const before = contents([]);
  expect(() => versionAfter([addWriter, breakOff])).toThrow(`The data file ${fileIn(folder)} cannot be carried over.`);
  expect(versionAfter([])).toEqual({ user_version: 1 });
  expect(contents([])).toEqual(before);
  expect(() => writers([])).toThrow('no such column: writer');
});
