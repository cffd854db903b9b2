export { dynamoClient } from './client.ts';
export { createTables } from './create-tables.ts';
export { type DynamoOptions, dynamoStore } from './dynamo-store.ts';
