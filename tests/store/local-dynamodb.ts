import { createTables, dynamoClient } from '../../functions/platform/store/dynamo/index.ts';
import { startDynamoDbLocal } from '../../scripts/dynamodb-local.ts';

/** A DynamoDB Local of one's own with empty tables; its client waits long, because the machine may be busy. */
export async function startTables(prefix: string) {
  const local = await startDynamoDbLocal();
  const client = dynamoClient({
    endpoint: local.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { requestTimeout: 60_000, throwOnRequestTimeout: true },
  });
  const tableName = (table: string) => `${prefix}${table}`;
  await createTables(client, tableName);
  return {
    client,
    tableName,
    endpoint: local.endpoint,
    async stop() {
      client.destroy();
      await local.stop();
    },
  };
}
