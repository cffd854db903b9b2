/**
 * The ordered map in one SQLite file, through the SQLite built into Node. Text compares by UTF-8 bytes there as in
 * DynamoDB. A commit is on the disk before it is acknowledged, and several connections may share the file.
 */
import { DatabaseSync } from 'node:sqlite';
import type { TableName } from '../../../../shared/tables.ts';
import { Busy } from '../port.ts';
import { decode, encode } from './item-text.ts';
import type { OrderedMap, Stored } from './ordered-map.ts';

type EntryRow = { size: number; body: string };
type LogRow = { sequence: number; at: number; name: string; before: EntryText; after: EntryText };
type EntryText = string | null;

const applicationId = 0x74626e6b;
const schemaVersion = 1;
const schema = `
  CREATE TABLE entries (
    space TEXT NOT NULL, partition TEXT NOT NULL, sort TEXT NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (space, partition, sort)
  ) WITHOUT ROWID;
  CREATE TABLE log (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, name TEXT NOT NULL, before TEXT, after TEXT
  );
  CREATE TABLE cursors (consumer TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

/** @throws Error with one sentence when the file is not ours, damaged, or from a newer version */
export function sqliteMap(path: string): OrderedMap {
  const database = open(path);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const one = database.prepare('SELECT size, body FROM entries WHERE space = ? AND partition = ? AND sort = ?');
  const stretch = 'SELECT size, body FROM entries WHERE space = ? AND partition = ? AND sort >= ? AND sort < ?';
  const ascending = database.prepare(`${stretch} ORDER BY sort`);
  const descending = database.prepare(`${stretch} ORDER BY sort DESC`);
  const rest = database.prepare(
    'SELECT size, body FROM entries WHERE space = ? AND (partition, sort) > (?, ?) ORDER BY partition, sort',
  );
  const put = database.prepare('INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM entries WHERE space = ? AND partition = ? AND sort = ?');
  const append = database.prepare('INSERT INTO log (at, name, before, after) VALUES (?, ?, ?, ?)');
  const read = database.prepare('SELECT * FROM log WHERE sequence > ? ORDER BY sequence LIMIT ?');
  const forget = database.prepare('DELETE FROM log WHERE at < ?');
  const cursor = database.prepare('SELECT sequence FROM cursors WHERE consumer = ?');
  const advance = database.prepare('INSERT OR REPLACE INTO cursors VALUES (?, ?)');
  return {
    atomically(work) {
      run(begin);
      try {
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    ...
  };
}
