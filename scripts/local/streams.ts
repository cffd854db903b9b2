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
  /** Looks at once: something has changed. */
  look(): void;
  /** Waits until everything that changed before the last call of `look` has been worked on. */
  drained(): Promise<void>;
  stop(): Promise<void>;
}

/** Between two looks at a stream where nothing was new. */
const idleMsUsual = 100;
const retryMs = 1000;

interface Pace {
  readonly idleMs?: number;
  /** How far the time of the story that is played is ahead of the machine's, by which the store notes a change. */
  aheadMs?(): number;
}

export function startStreams(
  feed: Feed,
  handler: StreamHandler,
  { idleMs = idleMsUsual, aheadMs = () => 0 }: Pace = {},
): Streams {
  const told: StreamHandler = ({ Records }) => handler({ Records: Records.map((record) => moved(record, aheadMs())) });
  let stopping = false;
  /** How often it was asked to look, and up to which of these all is done. */
  let asked = 1;
  let done = 0;
  const waiting: (() => void)[] = [];
  let wake = () => {};
  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    while (!stopping) {
      const upTo = asked;
      const records = await feed.read();
      if (records.length > 0) {
        if (await work(feed, told, records)) await pause(retryMs);
        continue;
      }
      done = upTo;
      for (const resolve of waiting.splice(0)) resolve();
      if (asked === upTo && !stopping) await rest(idleMs);
    }
  })();
  return {
    look() {
      asked++;
      wake();
    },
    async drained() {
      for (const wanted = asked; done < wanted; ) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async stop() {
      stopping = true;
      wake();
      await loop;
    },
  };
}

/** A change as it would have been noted so much later. */
function moved(record: DynamoDBRecord, milliseconds: number): DynamoDBRecord {
  const at = record.dynamodb?.ApproximateCreationDateTime;
  if (milliseconds === 0 || at === undefined) return record;
  return { ...record, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: at + milliseconds / 1000 } };
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
