/**
 * The ordered map in one SQLite file, through the SQLite built into Node. Text compares by UTF-8 bytes there as in
 * DynamoDB, and a commit is on the disk before it is acknowledged.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { TableName } from '../../../../shared/tables.ts';
import { Busy } from '../port.ts';
import { decode, encode } from './item-text.ts';
import type { Logged, OrderedMap, Place, Stored } from './ordered-map.ts';
import { type CommitReturns, openSqliteFile } from './sqlite-file.ts';

/** @throws Error with one sentence when the file is damaged, not ours, or from another version */
export function sqliteMap(path: string, commitReturns?: CommitReturns): OrderedMap {
  const database = openSqliteFile(path, commitReturns);
  return {
    atomically: transactions(database),
    ...entries(database),
    ...log(database),
    ...cursors(database),
    close: () => database.close(),
  };
}

function transactions(database: DatabaseSync): OrderedMap['atomically'] {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  return (work) => {
    try {
      begin.run();
    } catch (error) {
      throw (error as { errcode?: number }).errcode === sqliteBusy ? new Busy('Another process is writing') : error;
    }
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
}
const sqliteBusy = 5;

function entries(database: DatabaseSync): Pick<OrderedMap, 'get' | 'range' | 'all' | 'write'> {
  const within = 'SELECT size, body FROM entries WHERE space = ?';
  const one = database.prepare(`${within} AND partition = ? AND sort = ?`);
  const ascending = database.prepare(`${within} AND partition = ? AND sort >= ? AND sort < ? ORDER BY sort`);
  const descending = database.prepare(`${within} AND partition = ? AND sort >= ? AND sort < ? ORDER BY sort DESC`);
  const rest = database.prepare(`${within} AND (partition, sort) > (?, ?) ORDER BY partition, sort`);
  const put = database.prepare(
    'INSERT OR REPLACE INTO entries (space, partition, sort, size, body) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM entries WHERE space = ? AND partition = ? AND sort = ?');
  return {
    get: ({ space, partition, sort }) => {
      const row = one.get(space, partition, sort);
      return row && storedOf(row);
    },
    *range({ space, partition, from, below, descending: backwards }) {
      for (const row of (backwards ? descending : ascending).iterate(space, partition, from, below))
        yield storedOf(row);
    },
    *all(space, after) {
      for (const row of rest.iterate(space, after?.partition ?? '', after?.sort ?? '')) yield storedOf(row);
    },
    write(edits) {
      for (const { place, stored } of edits) {
        const { space, partition, sort } = place;
        if (stored) put.run(space, partition, sort, stored.sizeBytes, encode(stored.item));
        else remove.run(space, partition, sort);
      }
    },
  };
}

function log(database: DatabaseSync): Pick<OrderedMap, 'log' | 'logged' | 'forget'> {
  const append = database.prepare(
    'INSERT INTO log (at, name, partition, sort, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const following = database.prepare('SELECT * FROM log WHERE sequence > ? ORDER BY sequence LIMIT ?');
  const forget = database.prepare('DELETE FROM log WHERE at < ?');
  const text = (stored: Stored | undefined) => (stored ? encode(stored.item) : null);
  return {
    log(at, transitions) {
      for (const { table, place, before, after } of transitions) {
        append.run(at, table, place.partition, place.sort, text(before), text(after));
      }
    },
    logged: (afterSequence, limit) => following.all(afterSequence, limit).map(loggedOf),
    forget: (before) => void forget.run(before),
  };
}

type Cursors = 'cursor' | 'advance' | 'aside' | 'putAside' | 'takeBack';

/** What was put aside is a cursor of its own: the file stays one that the release before can open. */
function cursors(database: DatabaseSync): Pick<OrderedMap, Cursors> {
  const find = database.prepare('SELECT sequence FROM cursors WHERE consumer = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO cursors (consumer, sequence) VALUES (?, ?)');
  const those = database.prepare('SELECT sequence FROM cursors WHERE consumer GLOB ? ORDER BY sequence');
  const drop = database.prepare('DELETE FROM cursors WHERE consumer = ?');
  const asideOf = (consumer: string, sequence: number | '*') => `${consumer} aside ${sequence}`;
  return {
    cursor: (consumer) => Number(find.get(consumer)?.sequence ?? 0),
    advance: (consumer, sequence) => void keep.run(consumer, sequence),
    aside: (consumer) => those.all(asideOf(consumer, '*')).map(({ sequence }) => Number(sequence)),
    putAside: (consumer, sequence) => void keep.run(asideOf(consumer, sequence), sequence),
    takeBack: (consumer, sequence) => void drop.run(asideOf(consumer, sequence)),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** What is read is made anew from text: nobody else holds it. */
function storedOf({ size, body }: Row): Stored {
  return { item: decode(body as string), sizeBytes: size as number, holdsBytes: false };
}

function loggedOf({ sequence, at, name, partition, sort, before, after }: Row): Logged {
  const table = name as TableName;
  const place: Place = { space: table, partition: partition as string, sort: sort as string };
  const image = (body: unknown) => (body === null ? undefined : storedOf({ size: 0, body }));
  return { sequence: sequence as number, at: at as number, table, place, before: image(before), after: image(after) };
}
