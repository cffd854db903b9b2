/** One program at a time works in a data folder: two servers would do the clock's and the streams' work twice. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held here: a connection that nobody refers to any more is closed, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Holds a data folder until the process ends, however it ends: the system gives a file's lock back, SQLite takes it.
 * @throws Error with one sentence when another program holds it
 */
export function holdFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dataDir, 'server.lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`A server is running on the data folder ${dataDir}; stop it first.`);
  }
  held.add(lock);
  return {
    release() {
      held.delete(lock);
      lock.close();
    },
  };
}
