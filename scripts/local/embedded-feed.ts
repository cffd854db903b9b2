import { lambdaRecordOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import type { EmbeddedStore } from '../../functions/platform/store/embedded/index.ts';
import type { Feed } from './streams.ts';

const consumer = 'projections';
const batchSize = 100;

/** The embedded store's own log of changes. */
export function embeddedFeed(store: EmbeddedStore): Feed {
  return {
    read: async () => store.readChanges(store.cursor(consumer), batchSize).map(lambdaRecordOf),
    finish: async ({ dynamodb }) => store.advance(consumer, Number(dynamodb?.SequenceNumber)),
  };
}
