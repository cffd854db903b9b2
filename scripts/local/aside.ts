/**
 * A change that cannot be followed does not hold up those after it: tried ten times, as Lambda tries one, it is put
 * aside. There it is tried again every hour, for the day that changes are kept.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Aside, Feed, StreamHandler } from './feed.ts';

const attemptsMax = 10;

/** @returns what is done about a change that failed: the next try comes later, or not before the others */
export function patienceWith({ aside, finish }: Feed, retryMs: number) {
  let failing = { sequence: '', attempts: 0 };
  return async (failed: DynamoDBRecord): Promise<void> => {
    const sequence = failed.dynamodb?.SequenceNumber ?? '';
    failing = { sequence, attempts: failing.sequence === sequence ? failing.attempts + 1 : 1 };
    if (!aside || failing.attempts < attemptsMax) return pause(retryMs);
    aside.put(failed);
    await finish(failed);
    const table = failed.eventSourceARN?.split('/')[1];
    say(`A change of the table ${table} (${sequence}) failed ${attemptsMax} times and is put aside; the log says why.`);
  };
}

export async function tryAside(aside: Aside, handler: StreamHandler): Promise<void> {
  for (const { sequence, record } of aside.all()) {
    const isDone = record && (await handler({ Records: [record] })).batchItemFailures.length === 0;
    if (isDone || !record) aside.takeBack(sequence);
    if (isDone) say(`The change ${sequence} that was put aside has been followed.`);
    if (!record) say(`The change ${sequence} could not be followed within a day and is given up.`);
  }
}

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
