import { DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { lambdaRecord } from './local-streams.ts';

/** What Lambda parks of a batch that it gave up: not the records, but where in the stream they are. */
export interface ParkedBatch {
  readonly streamArn: string;
  readonly shardId: string;
  readonly startSequenceNumber: string;
  readonly endSequenceNumber: string;
}

/**
 * The records of a parked batch, read from its stream again.
 * @throws TrimmedDataAccessException when they are older than the 24 hours that a stream keeps
 */
export async function parkedRecords(
  { streamArn, shardId, startSequenceNumber, endSequenceNumber }: ParkedBatch,
  { region, endpoint }: { region: string; endpoint?: string },
): Promise<DynamoDBRecord[]> {
  const client = new DynamoDBStreamsClient({ region, endpoint });
  const from = { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: startSequenceNumber } as const;
  let { ShardIterator: at } = await client.send(
    new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...from }),
  );
  const records: DynamoDBRecord[] = [];
  const last = BigInt(endSequenceNumber);
  while (at) {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: at }));
    for (const record of Records) {
      if (BigInt(record.dynamodb?.SequenceNumber ?? 0) > last) return records;
      records.push(lambdaRecord(record, streamArn));
    }
    const reached = records.at(-1)?.dynamodb?.SequenceNumber === endSequenceNumber;
    at = reached ? undefined : NextShardIterator;
  }
  return records;
}
