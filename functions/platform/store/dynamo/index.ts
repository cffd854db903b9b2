export { dynamoClient } from './client.ts';
export { createTables } from './create-tables.ts';
export { dynamoStore } from './dynamo-store.ts';
