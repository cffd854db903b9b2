import type { DynamoDBRecord } from 'aws-lambda';
import { lambdaRecordOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import type { EmbeddedStore } from '../../functions/platform/store/embedded/index.ts';
import type { StreamRecord } from '../../functions/platform/store/embedded/ordered-map.ts';
import { asksForFile } from '../../shared/tables.ts';
import type { Feed } from './feed.ts';

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
    finish: async (record) => store.advance(consumer, sequenceOf(record)),
    aside: {
      put: (record) => store.putAside(consumer, sequenceOf(record)),
      all: () => store.aside(consumer).map((sequence) => ({ sequence, record: changeAt(store, sequence) })),
      takeBack: (sequence) => store.takeBack(consumer, sequence),
    },
  };
}

const sequenceOf = ({ dynamodb }: DynamoDBRecord) => Number(dynamodb?.SequenceNumber);

/** None once the store has forgotten it. */
function changeAt(store: EmbeddedStore, sequence: number): DynamoDBRecord | undefined {
  const [change] = store.readChanges(sequence - 1, 1);
  return change?.sequence === sequence ? lambdaRecordOf(change) : undefined;
}
