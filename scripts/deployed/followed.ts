/** The streams of a deployment, each told to its function as Lambda would. */
import type { DynamoDBBatchResponse } from 'aws-lambda';
import { type LocalStreams, localStreams } from '../../functions/platform/store/dynamo/local-streams.ts';
import { type Streams, startStreams } from '../local/streams.ts';
import { follower } from './follow.ts';
import type { Invoke } from './hosts.ts';
import type { Mapping } from './template.ts';

export interface Followed {
  /** Has the streams of these tables looked at sooner than their turn comes. */
  written(tableNames: readonly string[]): void;
  /** Waits until nothing follows from anything any more. */
  drained(): Promise<void>;
  /** Changes that failed until they were parked. */
  readonly parked: readonly string[];
  /** How far each follower is done with the stream of its table: where it goes on. */
  positions(): Map<string, string>;
  stop(): Promise<void>;
}
interface Source {
  readonly endpoint: string;
  readonly region: string;
  /** Where followers go on, as `positions` said it; or by table, where all of its followers do. */
  readonly positions: ReadonlyMap<string, string>;
  /** How far the story's time is ahead of the machine's. */
  aheadMs(): number;
}

/** Writes that go past the gates are found by looking; the gates tell of all others. */
const idleMs = 5000;

/** A table may have two followers, and each its own pace. */
const readerOf = ({ follower, tableName }: Mapping) => `${follower} of ${tableName}`;

export async function followStreams(mappings: readonly Mapping[], source: Source, invoke: Invoke): Promise<Followed> {
  const { aheadMs, positions } = source;
  const parked: string[] = [];
  let told = 0;
  const feeds = new Map<string, LocalStreams>();
  const start = async (mapping: Mapping): Promise<readonly [string, Streams]> => {
    const { tableName } = mapping;
    const reader = readerOf(mapping);
    const done = positions.get(reader) ?? positions.get(tableName);
    const from = new Map(done ? [[tableName, done]] : []);
    const feed = await localStreams(source.endpoint, source.region, [tableName], from);
    feeds.set(reader, feed);
    const tell = (event: unknown) => {
      told++;
      return invoke<DynamoDBBatchResponse>(mapping.follower, event);
    };
    return [tableName, startStreams(feed, follower(mapping, tell, parked), { idleMs, aheadMs })];
  };
  const streams = await Promise.all(mappings.map(start));
  return {
    written(tableNames) {
      for (const [name, stream] of streams) if (tableNames.includes(name)) stream.look();
    },
    async drained() {
      // What follows from a change may be a change of another table.
      for (let before = -1; before !== told; ) {
        before = told;
        await Promise.all(streams.map(([, stream]) => stream.drained()));
      }
    },
    parked,
    positions: () =>
      new Map([...feeds].flatMap(([reader, feed]) => [...feed.positions().values()].map((done) => [reader, done]))),
    stop: async () => void (await Promise.all(streams.map(([, stream]) => stream.stop()))),
  };
}
