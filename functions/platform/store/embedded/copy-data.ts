import { closeSync, fsyncSync, openSync } from 'node:fs';
import { fileIn } from './open-embedded.ts';
import { openSqliteFile } from './sqlite-file.ts';

/**
 * Copies a data folder's store into another folder as it is at one moment, while others read and write: SQLite reads
 * its whole copy in one transaction. The copy is on the disk when this returns.
 * @throws Error with one sentence when the store is damaged, not ours, or of another version
 */
export function copyData(fromDir: string, toDir: string): void {
  const database = openSqliteFile(fileIn(fromDir));
  try {
    database.prepare('VACUUM INTO ?').run(fileIn(toDir));
  } finally {
    database.close();
  }
  const copy = openSync(fileIn(toDir), 'r+');
  fsyncSync(copy);
  closeSync(copy);
}
