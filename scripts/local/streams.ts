/** Feeds table changes to the projections function, in order, until each batch succeeds: what Lambda's poller does. */
import type { DynamoDBRecord } from 'aws-lambda';
import { patienceWith, tryAside } from './aside.ts';
import type { Feed, StreamHandler } from './feed.ts';

export interface Streams {
  /** Looks at once: something has changed. */
  look(): void;
  /** Waits until everything that changed before the last call of `look` has been worked on. */
  drained(): Promise<void>;
  /** Tries once more what was put aside. */
  tryAside(): Promise<void>;
  stop(): Promise<void>;
}

/** Between two looks at a stream where nothing was new. */
const idleMsUsual = 100;
/** Before what failed is tried again. */
const retryMsUsual = 1000;

interface Pace {
  readonly retryMs?: number;
  readonly idleMs?: number;
  /** How far the time of the story that is played is ahead of the machine's, by which the store notes a change. */
  aheadMs?(): number;
}

export function startStreams(
  feed: Feed,
  handler: StreamHandler,
  { idleMs = idleMsUsual, retryMs = retryMsUsual, aheadMs = () => 0 }: Pace = {},
): Streams {
  const told: StreamHandler = ({ Records }) => handler({ Records: Records.map((record) => moved(record, aheadMs())) });
  const failedAgain = patienceWith(feed, retryMs);
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
        const failed = await work(feed, told, records);
        if (failed) await failedAgain(failed);
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
    async tryAside() {
      if (feed.aside) await tryAside(feed.aside, told);
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

/** @returns the record that failed: it and those after it come again */
async function work(
  feed: Feed,
  handler: StreamHandler,
  records: DynamoDBRecord[],
): Promise<DynamoDBRecord | undefined> {
  const { batchItemFailures } = await handler({ Records: records });
  const failure = batchItemFailures[0]?.itemIdentifier;
  const end = failure ? records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failure) : records.length;
  const last = records[end - 1];
  if (last) await feed.finish(last);
  return failure === undefined ? undefined : (records[end] ?? records[0]);
}
