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
  /** How far each table's stream is done. */
  positions(): Map<string, string>;
  stop(): Promise<void>;
}
interface Source {
  readonly endpoint: string;
  readonly region: string;
  /** How far the streams have been worked on, by table. */
  readonly positions: ReadonlyMap<string, string>;
  /** How far the story's time is ahead of the machine's. */
  aheadMs(): number;
}

/** Writes that go past the gates are found by looking; the gates tell of all others. */
const idleMs = 5000;

export async function followStreams(mappings: readonly Mapping[], source: Source, invoke: Invoke): Promise<Followed> {
  const { aheadMs } = source;
  const parked: string[] = [];
  let told = 0;
  const feeds: LocalStreams[] = [];
  const start = async (mapping: Mapping): Promise<readonly [string, Streams]> => {
    const feed = await localStreams(source.endpoint, source.region, [mapping.tableName], source.positions);
    feeds.push(feed);
    const tell = (event: unknown) => {
      told++;
      return invoke<DynamoDBBatchResponse>(mapping.follower, event);
    };
    return [mapping.tableName, startStreams(feed, follower(mapping, tell, parked), { idleMs, aheadMs })];
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
    positions: () => new Map(feeds.flatMap((feed) => [...feed.positions()])),
    stop: async () => void (await Promise.all(streams.map(([, stream]) => stream.stop()))),
  };
}
