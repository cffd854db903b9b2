import type { Store } from '../port.ts';
import { dynamoClient } from './client.ts';
import { dynamoStore } from './dynamo-store.ts';

/** The store of a deployment, as its configuration names it. */
export function openDynamo({
  region,
  tablePrefix,
  stage,
}: {
  region: string;
  tablePrefix: string;
  stage: string;
}): Store {
  return dynamoStore({ client: dynamoClient({ region }), tableName: (table) => `${tablePrefix}${table}`, stage });
}
