/** Feeds table changes to the projections function, in order, until each batch succeeds: what Lambda's poller does. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/** Where changes come from. */
export interface Feed {
  /** The next changes in order, none when there is nothing new. */
  read(): Promise<DynamoDBRecord[]>;
  /** Says that a record and all before it are done. */
  finish(record: DynamoDBRecord): Promise<void>;
}
export interface Streams {
  /** Waits until everything that changed before the call has been worked on. */
  drained(): Promise<void>;
  stop(): Promise<void>;
}

/** Between two looks at a stream where nothing was new. */
const idleMsUsual = 100;
const retryMs = 1000;

export function startStreams(feed: Feed, handler: StreamHandler, idleMs = idleMsUsual): Streams {
  let stopping = false;
  let idleRounds = 0;
  const loop = (async () => {
    while (!stopping) {
      const records = await feed.read();
      if (records.length === 0) idleRounds++;
      const failed = records.length > 0 && (await work(feed, handler, records));
      if (failed || records.length === 0) await pause(failed ? retryMs : idleMs);
    }
  })();
  return {
    async drained() {
      for (const from = idleRounds; idleRounds < from + 2; ) await pause(idleMs / 4);
    },
    async stop() {
      stopping = true;
      await loop;
    },
  };
}

/** @returns whether a record failed: it and those after it come again */
async function work(feed: Feed, handler: StreamHandler, records: DynamoDBRecord[]): Promise<boolean> {
  const { batchItemFailures } = await handler({ Records: records });
  const failure = batchItemFailures[0]?.itemIdentifier;
  const end = failure ? records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failure) : records.length;
  const last = records[end - 1];
  if (last) await feed.finish(last);
  return failure !== undefined;
}
