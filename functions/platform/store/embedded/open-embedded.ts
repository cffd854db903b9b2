/** The embedded store of a data folder: one file, shared by all functions of one server. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedStore, embeddedStore } from './engine.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { sqliteMap } from './sqlite-map.ts';

const fileIn = (dataDir: string) => join(dataDir, 'timebank.sqlite');

/**
 * @param now epoch milliseconds, for the times of stream records only
 * @throws Error with one sentence when the file is damaged, not ours, or from another version
 */
export function openEmbedded(dataDir: string, now: () => number = Date.now): EmbeddedStore {
  mkdirSync(dataDir, { recursive: true });
  return embeddedStore({ map: sqliteMap(fileIn(dataDir)), now });
}

/** Whether anything has ever been written into a data folder's store. */
export function hasData(dataDir: string): boolean {
  if (!existsSync(fileIn(dataDir))) return false;
  const database = openSqliteFile(fileIn(dataDir));
  try {
    return database.prepare('SELECT 1 FROM entries LIMIT 1').get() !== undefined;
  } finally {
    database.close();
  }
}
