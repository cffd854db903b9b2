import {
  type AttributeValue,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type StreamRecord as SdkRecord,
  type _Record as StreamedRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';

interface Shard {
  readonly tableName: string;
  readonly arn: string;
  readonly id: string;
  /** The last record that is done; reading goes on after it. */
  done: string | undefined;
}

/** The changes of all tables, each stream in its order. */
export interface LocalStreams {
  read(): Promise<DynamoDBRecord[]>;
  finish(record: DynamoDBRecord): Promise<void>;
  /** How far each table's stream is done: where another reader may go on. */
  positions(): Map<string, string>;
}

/**
 * The streams of DynamoDB Local, which live as long as its tables.
 * @param from where reading goes on, by table; without it at the beginning
 */
export async function localStreams(
  endpoint: string,
  region: string,
  tableNames: readonly string[],
  from: ReadonlyMap<string, string> = new Map(),
): Promise<LocalStreams> {
  const client = new DynamoDBStreamsClient({ endpoint, region });
  const shards = await findShards(client, tableNames, from);
  const owners = new Map<string, Shard>();
  return {
    async read() {
      for (const shard of shards) {
        const records = await readShard(client, shard);
        for (const { dynamodb } of records) owners.set(dynamodb?.SequenceNumber ?? '', shard);
        if (records.length > 0) return records;
      }
      return [];
    },
    async finish({ dynamodb }) {
      const sequence = dynamodb?.SequenceNumber ?? '';
      const shard = owners.get(sequence);
      if (shard) shard.done = sequence;
      owners.clear();
    },
    positions: () => new Map(shards.flatMap(({ tableName, done }) => (done ? [[tableName, done] as const] : []))),
  };
}

async function findShards(
  client: DynamoDBStreamsClient,
  tableNames: readonly string[],
  from: ReadonlyMap<string, string>,
): Promise<Shard[]> {
  const { Streams = [] } = await client.send(new ListStreamsCommand({}));
  const found = await Promise.all(
    Streams.filter(({ TableName = '' }) => tableNames.includes(TableName)).map(
      async ({ StreamArn: arn = '', TableName: tableName = '' }) => {
        const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
        const done = from.get(tableName);
        return (StreamDescription?.Shards ?? []).map(({ ShardId: id = '' }): Shard => ({ tableName, arn, id, done }));
      },
    ),
  );
  return found.flat();
}

async function readShard(client: DynamoDBStreamsClient, shard: Shard): Promise<DynamoDBRecord[]> {
  const ShardIterator = await iteratorOf(client, shard);
  try {
    const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 100 }));
    return Records.map((record) => lambdaRecord(record, shard.arn));
  } catch (error) {
    if (!(error instanceof TrimmedDataAccessException)) throw error;
    // What was done last is gone by now; or DynamoDB Local takes the iterator of an empty shard for one before its
    // first record. The next look, from the beginning, is right.
    shard.done = undefined;
    return [];
  }
}

async function iteratorOf(client: DynamoDBStreamsClient, { arn, id, done }: Shard): Promise<string | undefined> {
  const where = done
    ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: done }
    : { ShardIteratorType: 'TRIM_HORIZON' as const };
  return (await client.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: id, ...where }))).ShardIterator;
}

/** A record as Lambda would hand it to a function. */
export const lambdaRecord = (record: StreamedRecord, arn: string): DynamoDBRecord =>
  ({ ...record, eventSourceARN: arn, dynamodb: plain(record.dynamodb) }) as DynamoDBRecord;

/** Lambda tells times in seconds, the SDK as dates; and images whole. */
const plain = (dynamodb: SdkRecord | undefined) =>
  dynamodb && {
    ...dynamodb,
    ApproximateCreationDateTime: (dynamodb.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
    OldImage: dynamodb.OldImage && wholeMap(dynamodb.OldImage),
    NewImage: dynamodb.NewImage && wholeMap(dynamodb.NewImage),
  };

type Image = Record<string, AttributeValue>;

const wholeMap = (image: Image): Image =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, whole(value)]));

/** The SDK reads an empty map as a value without a type. */
function whole(value: AttributeValue): AttributeValue {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.M) return { M: wholeMap(value.M) };
  return value.L ? { L: value.L.map(whole) } : value;
}
