/**
 * The store: few verbs, writes as data. Stories describe what must hold and what changes; only a store executes.
 * Two stores implement it (DynamoDB and the embedded engine) and a differential suite keeps them the same.
 */
import type { ProblemCode } from '../../../shared/problems.ts';
import type { TableName } from '../../../shared/tables.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };
export type Attributes = Readonly<Record<string, Value>>;
export type Item = Key & Attributes;

/** One thing that must hold of the item as it is before the write. Comparisons with an absent attribute fail. */
export type Condition =
  | readonly [attribute: string, is: 'absent' | 'present']
  | readonly [attribute: string, is: '=' | '<>' | '<' | '<=' | '>' | '>=', than: string | number | boolean]
  | { readonly any: readonly Condition[] };
/** All conditions must hold. */
export type Guard = readonly Condition[];

/** Changes of named attributes. `add` counts up or down from 0 where the attribute is absent. */
export interface Change {
  readonly set?: Attributes;
  readonly add?: Readonly<Record<string, number>>;
  readonly remove?: readonly string[];
}
interface Target {
  readonly table: TableName;
  readonly key: Key;
}
/** What must hold, and the problem that a failed guard means. The order of writes is the order of precedence. */
interface Guarded {
  readonly when: Guard;
  readonly or: ProblemCode | 'lost_race';
}
type MaybeGuarded = Guarded | { readonly when?: undefined; readonly or?: undefined };
/**
 * One write. `lost_race` says that somebody else changed what the story read: read again and decide again.
 * `put` replaces the whole item; its key is not repeated inside.
 */
export type Write = Target &
  (
    | ({ readonly put: Attributes } & MaybeGuarded)
    | ({ readonly update: Change } & MaybeGuarded)
    | ({ readonly remove: true } & MaybeGuarded)
    | ({ readonly check: true } & Guarded)
  );

export interface Query extends Partial<{ sk: { prefix: string } | { from?: string; to?: string } }> {
  readonly table: TableName;
  /** Name of an index; without it the query reads the table itself, strongly consistent. */
  readonly index?: string;
  readonly pk: string;
  readonly descending?: boolean;
  /** Items at most, 1–1000. */
  readonly limit: number;
  /** Where the last page ended. */
  readonly after?: Attributes;
}
export interface Page {
  readonly items: Item[];
  /** Present when there may be more: give it as `after`. */
  readonly next?: Attributes;
}

export interface FailedGuard {
  /** Position of the write whose guard failed. */
  readonly write: number;
  /** The item as the store saw it, if there was one. */
  readonly item?: Item;
}
/** `done`, or the guards that failed in the order of the writes (at least the first one), and then nothing changed. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly failed: readonly FailedGuard[] };

export interface Store {
  /** Reads by primary key, strongly consistent; answers in the order asked, undefined where there is nothing. */
  get(keys: readonly Target[]): Promise<(Item | undefined)[]>;
  query(query: Query): Promise<Page>;
  /**
   * All writes or none; one write becomes a plain conditional write. At most 100, each on another item.
   * @param operation names the attempt to do one thing: its retries carry the same, every other attempt another one
   * @throws Busy when certainly nothing happened, OutcomeUnknown when nobody can tell
   */
  transact(operation: string, writes: readonly Write[]): Promise<Outcome>;
  /** One page of one segment of a whole table: for jobs, never in a request. */
  scan(scan: { table: TableName; segment: number; segments: number; after?: Attributes; limit: number }): Promise<Page>;
}

/** Throttled or in conflict: certainly nothing happened. */
export class Busy extends Error {
  override readonly name = 'Busy';
}
/** The store did not answer: it may have happened, or may yet. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** DynamoDB's limits, which every store enforces. */
export const limits = { writesPerTransaction: 100, itemBytes: 400 * 1024, keysPerGet: 100 } as const;

export type { Target };
