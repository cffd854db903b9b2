/** What the local server stands on: the embedded store's file, or DynamoDB Local with its streams. */
import { join } from 'node:path';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { projectedTables, type TableName } from '../../shared/tables.ts';
import { embeddedFeed } from './embedded-feed.ts';
import type { Feed } from './streams.ts';

export interface Backing {
  /** What the bundles' configuration reads. */
  readonly environment: Readonly<Record<string, string>>;
  readonly feed: Feed;
  /** Forgets what has expired by `now`, and changes told more than a day ago; on DynamoDB nobody has to. */
  tidy(now: number): void;
  close(): Promise<void>;
}

const region = 'us-east-1';

export async function openBacking({
  store,
  dataDir,
}: {
  store: 'embedded' | 'dynamodb';
  dataDir: string;
}): Promise<Backing> {
  const environment = { DATA_DIR: dataDir, TIMEBANK_STORE: store };
  if (store === 'dynamodb') return openDynamoDb(dataDir, environment);
  const embedded = openEmbedded(dataDir);
  return {
    environment,
    feed: embeddedFeed(embedded),
    tidy(now) {
      embedded.sweepExpired(now);
      // By the machine's own clock, which is the one the changes were noted by.
      embedded.trimChanges(Date.now());
    },
    close: async () => embedded.close(),
  };
}

/** DynamoDB Local needs Java and is no part of what is shipped: it is loaded only when asked for. */
async function openDynamoDb(dataDir: string, common: Record<string, string>): Promise<Backing> {
  const { startDynamoDbLocal } = await import('../dynamodb-local.ts');
  const { createTables, dynamoClient } = await import('../../functions/platform/store/dynamo/index.ts');
  const { localStreams } = await import('../../functions/platform/store/dynamo/local-streams.ts');
  const local = await startDynamoDbLocal({ dbPath: join(dataDir, 'dynamodb') });
  const environment = {
    ...common,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
    // As the development stack calls them, which `npm run deployed` reads.
    STAGE: 'dev',
    TABLE_PREFIX: 'timebank-dev-',
  };
  Object.assign(process.env, environment);
  const tableName = (table: TableName) => `${environment.TABLE_PREFIX}${table}`;
  await createTables(dynamoClient({ region }), tableName);
  return {
    environment,
    tidy: () => undefined,
    feed: await localStreams(local.endpoint, region, projectedTables.map(tableName)),
    close: () => local.stop(),
  };
}
