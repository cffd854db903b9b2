import { DescribeStreamCommand, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoStore } from '../../functions/platform/store/dynamo/dynamo-store.ts';
import { localStreams } from '../../functions/platform/store/dynamo/local-streams.ts';
import { parkedRecords } from '../../functions/platform/store/dynamo/parked-records.ts';
import { changeOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import { parkedBatches } from '../../scripts/replay.ts';
import { startTables } from './local-dynamodb.ts';

const prefix = 'parked-';
const region = 'local';
let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  tables = await startTables(prefix);
});
afterAll(() => tables.stop());

test('a parked batch is read again from the stream, from its first record to its last and no further', async () => {
  const store = dynamoStore({ ...tables, stage: 'test' });
  for (const tx of ['a', 'b', 'c', 'd']) {
    await store.transact(tx, [{ table: 'Journal', key: { pk: `T#d1#X#${tx}`, sk: 'X' }, put: { v: 1 } }]);
  }
  const { endpoint } = tables;
  const [, first, last] = await (await localStreams(endpoint, region, [`${prefix}Journal`])).read();
  const message = {
    streamArn: first?.eventSourceARN,
    shardId: await shardOf(endpoint, first?.eventSourceARN),
    startSequenceNumber: first?.dynamodb?.SequenceNumber,
    endSequenceNumber: last?.dynamodb?.SequenceNumber,
  };
  const printed = JSON.stringify({ Messages: [{ Body: JSON.stringify({ DDBStreamBatchInfo: message }) }] });
  const [batch] = parkedBatches(printed);
  if (!batch) throw new Error('No batch was parked');
  const records = await parkedRecords(batch, { region, endpoint });
  expect(records.map((record) => changeOf(record, prefix).newImage?.pk)).toEqual(['T#d1#X#b', 'T#d1#X#c']);
});

async function shardOf(endpoint: string, StreamArn: string | undefined) {
  const client = new DynamoDBStreamsClient({ endpoint, region });
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  return StreamDescription?.Shards?.[0]?.ShardId;
}

test.each([
  ['{}', 'There is no message in it.'],
  [JSON.stringify({ Messages: [{ Body: '{"time":"2026-03-02T02:00:00Z"}' }] }), 'missed ticks need no replay'],
])('what is no parked batch is refused in one sentence (%#)', (printed, sentence) => {
  expect(() => parkedBatches(printed)).toThrow(sentence);
});
