/**
 * What the engine stands on: entries in spaces (a table or an index), grouped in partitions and sorted in each by the
 * UTF-8 bytes of a string. A map knows nothing of guards, limits or indexes. All calls are synchronous, so what is done
 * inside `atomically` has no interruption.
 */
import type { TableName } from '../../../../shared/tables.ts';
import type { Item, Key } from '../port.ts';

export interface Place {
  readonly space: string;
  readonly partition: string;
  readonly sort: string;
}
export interface Stored {
  readonly item: Item;
  /** As DynamoDB counts: names and values. */
  readonly sizeBytes: number;
  /** The item holds byte arrays that others must not share. */
  readonly holdsBytes: boolean;
}
/** One entry written, or removed when `stored` is absent. */
export interface Edit {
  readonly place: Place;
  readonly stored?: Stored;
}
export interface Range {
  readonly space: string;
  readonly partition: string;
  /** Inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly below: string;
  readonly descending: boolean;
}

/** What happens to one item of a table. */
export interface Transition {
  readonly table: TableName;
  readonly place: Place;
  readonly before?: Stored;
  readonly after?: Stored;
}
export interface Logged extends Transition {
  /** Rises with every transition of the store, starting from 1. */
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly at: number;
}
/** A logged transition as a stream tells it. */
export interface StreamRecord {
  readonly sequence: number;
  readonly table: TableName;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly keys: Key;
  readonly oldImage?: Item;
  readonly newImage?: Item;
  readonly at: number;
}

export interface OrderedMap {
  /** Runs `work` with nobody else's writes between its reads and its own writes; all of these are kept or none. */
  atomically<T>(work: () => T): T;
  get(place: Place): Stored | undefined;
  range(range: Range): Iterable<Stored>;
  /** Every entry of a space after the given place, in one fixed order. */
  all(space: string, after?: Place): Iterable<Stored>;
  /** Only inside `atomically`. */
  write(edits: readonly Edit[]): void;
  /** Adds to the log; only inside `atomically`. */
  log(at: number, transitions: readonly Transition[]): void;
  logged(afterSequence: number, limit: number): Logged[];
  /** Forgets what was logged before a time in epoch milliseconds. */
  forget(before: number): void;
  /** How far a consumer of the log has come, 0 at the start. */
  cursor(consumer: string): number;
  advance(consumer: string, sequence: number): void;
  /** What a consumer has put aside of the log and not taken back, oldest first. */
  aside(consumer: string): readonly number[];
  putAside(consumer: string, sequence: number): void;
  takeBack(consumer: string, sequence: number): void;
  close(): void;
}
