import { lambdaRecordOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import type { EmbeddedStore } from '../../functions/platform/store/embedded/index.ts';
import type { StreamRecord } from '../../functions/platform/store/embedded/ordered-map.ts';
import { asksForFile } from '../../shared/tables.ts';
import type { Feed } from './streams.ts';

const projections = 'projections';
const documents = 'documents';
const batchSize = 100;

/** The embedded store's own log of changes, as the projections are told of it. */
export function embeddedFeed(store: EmbeddedStore): Feed {
  return feedFor(store, projections, () => true);
}

/** The jobs that ask for a file. Whatever was told to the projections before there was such a feed asks for none. */
export function documentsFeed(store: EmbeddedStore): Feed {
  if (store.cursor(documents) === 0) store.advance(documents, store.cursor(projections));
  return feedFor(store, documents, ({ table, newImage }) => {
    return table === 'Jobs' && Object.entries(asksForFile).every(([name, value]) => newImage?.[name] === value);
  });
}

function feedFor(store: EmbeddedStore, consumer: string, isTold: (change: StreamRecord) => boolean): Feed {
  return {
    async read() {
      for (;;) {
        const changes = store.readChanges(store.cursor(consumer), batchSize);
        const told = changes.filter(isTold);
        const last = changes.at(-1);
        if (told.length > 0 || !last) return told.map(lambdaRecordOf);
        store.advance(consumer, last.sequence);
      }
    },
    finish: async ({ dynamodb }) => store.advance(consumer, Number(dynamodb?.SequenceNumber)),
  };
}
