/** The embedded store of a data folder: one file, shared by all functions of one server. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedStore, embeddedStore } from './engine.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { sqliteMap } from './sqlite-map.ts';

/** The store's file in a data folder. */
export const fileIn = (dataDir: string) => join(dataDir, 'timebank.sqlite');

/**
 * @param now epoch milliseconds, for the times of stream records only
 * @throws Error with one sentence when the folder cannot be used or the file is damaged, not ours, or of another
 * version
 */
export function openEmbedded(dataDir: string, now: () => number = Date.now): EmbeddedStore {
  makeFolder(dataDir);
  return embeddedStore({ map: sqliteMap(fileIn(dataDir)), now });
}

/**
 * The same for filling a folder that nobody has used: the disk is not waited for, which takes most of the time of many
 * small commits. A folder whose filling was cut off is thrown away.
 */
export function openToFill(dataDir: string): EmbeddedStore {
  makeFolder(dataDir);
  return embeddedStore({ map: sqliteMap(fileIn(dataDir), 'at once'), now: Date.now });
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

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Error(`The data folder ${dataDir} cannot be used (${(error as Error).message}).`, { cause: error });
  }
}
