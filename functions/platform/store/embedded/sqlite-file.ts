/**
 * The SQLite file of the embedded store: opened, made when it is new, carried over when an older release wrote it, and
 * refused in a sentence when it is not sound.
 */
import { DatabaseSync } from 'node:sqlite';

/** “tbnk”: marks the file as ours. */
const applicationId = 0x74626e6b;
/** Version 1. What later versions change stands in the migrations only. */
const schema = `
  CREATE TABLE entries (
    space TEXT NOT NULL, partition TEXT NOT NULL, sort TEXT NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (space, partition, sort)
  ) WITHOUT ROWID;
  CREATE TABLE log (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, name TEXT NOT NULL,
    partition TEXT NOT NULL, sort TEXT NOT NULL, before TEXT, after TEXT
  );
  CREATE TABLE cursors (consumer TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = 1;
`;

/** Carries a file from one version to the next, inside the transaction that opens it. */
type Migration = (database: DatabaseSync) => void;
/** In order: the first makes version 2 of version 1. A released one stays as it is. */
const migrations: readonly Migration[] = [];

/** When a commit returns: when it is on the disk, or before, for what would be made anew after a power cut. */
export type CommitReturns = 'on the disk' | 'at once';

/**
 * A connection whose commits are on the disk when they return. Other connections may use the file at the same time.
 * @param steps the migrations there are
 * @throws Error with one sentence when the file is damaged, not ours, or from a newer version
 */
export function openSqliteFile(
  path: string,
  commitReturns: CommitReturns = 'on the disk',
  steps: readonly Migration[] = migrations,
): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 2000 });
    const synchronous = commitReturns === 'on the disk' ? 'FULL' : 'OFF';
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; BEGIN IMMEDIATE`);
    if (pragma(database, 'schema_version') === 0) database.exec(schema);
    const fault = faultOf(database, steps.length + 1);
    if (fault) throw new Error(fault);
    carryOver(database, steps);
    database.exec('COMMIT');
    return database;
  } catch (error) {
    database?.close();
    throw new Error(`The data file ${path} ${sentenceFor(error)}.`, { cause: error });
  }
}

function faultOf(database: DatabaseSync, latest: number): string | undefined {
  if (pragma(database, 'application_id') !== applicationId) return 'belongs to another program';
  if (Number(pragma(database, 'user_version')) > latest) return 'was written by another version of the time bank';
  return pragma(database, 'quick_check(1)') === 'ok' ? undefined : damaged;
}

/** A new file takes all the steps too, so that it is the same as one that was carried over. */
function carryOver(database: DatabaseSync, steps: readonly Migration[]): void {
  const pending = steps.slice(Number(pragma(database, 'user_version')) - 1);
  for (const migrate of pending) migrate(database);
  if (pending.length > 0) database.exec(`PRAGMA user_version = ${steps.length + 1}`);
}

const damaged = 'is damaged: put a backup in its place, or move it away to start empty';

function sentenceFor(error: unknown): string {
  const { errcode = 0, message } = error as Error & { errcode?: number };
  const isDamaged = (errcode & 0xff) === 11 || (errcode & 0xff) === 26;
  return isDamaged ? damaged : errcode === 0 ? message : `cannot be opened (${message})`;
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
