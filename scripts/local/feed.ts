import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/** Where changes come from. */
export interface Feed {
  /** The next changes in order, none when there is nothing new. */
  read(): Promise<DynamoDBRecord[]>;
  /** Says that a record and all before it are done. */
  finish(record: DynamoDBRecord): Promise<void>;
  /** Keeps changes that cannot be followed, while all others are; without it one is tried for ever. */
  readonly aside?: Aside;
}

/** Where a feed keeps what was put aside, as durably as what it has finished. */
export interface Aside {
  put(record: DynamoDBRecord): void;
  /** A record that the store has forgotten is undefined. */
  all(): readonly { readonly sequence: number; readonly record: DynamoDBRecord | undefined }[];
  takeBack(sequence: number): void;
}
