export { dynamoClient } from './client.ts';
export { createTable, createTables, type TableDefinition } from './create-tables.ts';
export { dynamoStore } from './dynamo-store.ts';
export { hasRows } from './has-rows.ts';
export { restoreTable } from './restore-table.ts';
