import { CreateTableCommand, type CreateTableCommandInput, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { indexKeys, type TableName, type TableSpec, tableNames, tables } from '../../../../shared/tables.ts';
import { Busy } from '../port.ts';
import { readFailure } from './failures.ts';
import type { TableNaming } from './to-transact.ts';

/**
 * Makes the tables of `shared/tables.ts` that are not there yet: for DynamoDB Local, on AWS the stack does. Expiry
 * stays off, because DynamoDB Local tells it to streams in a way of its own; whoever reads filters what has expired.
 */
export async function createTables(client: DynamoDBDocumentClient, tableName: TableNaming): Promise<void> {
  for (const table of tableNames) await createTable(client, definitionOf(table, tableName(table)));
}

export type TableDefinition = CreateTableCommandInput;

/** DynamoDB Local is slow while it warms up: silence is asked again, and a table that is there is as good as made. */
export async function createTable(
  client: DynamoDBDocumentClient,
  definition: CreateTableCommandInput,
  triesLeft = 10,
): Promise<void> {
  try {
    await client.send(new CreateTableCommand(definition));
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    if (triesLeft === 0 || !(readFailure(error) instanceof Busy)) throw error;
    await createTable(client, definition, triesLeft - 1);
  }
}

function definitionOf(table: TableName, name: string): CreateTableCommandInput {
  const { indexes, stream }: TableSpec = tables[table];
  const keys = [{ pk: 'pk', sk: 'sk' }, ...indexes.map(indexKeys)];
  const secondary = indexes.map((index) => ({
    IndexName: index,
    KeySchema: schemaOf(indexKeys(index)),
    Projection: { ProjectionType: 'ALL' as const },
  }));
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: schemaOf({ pk: 'pk', sk: 'sk' }),
    AttributeDefinitions: keys.flatMap(({ pk, sk }) =>
      [pk, sk].map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const })),
    ),
    GlobalSecondaryIndexes: secondary.length > 0 ? secondary : undefined,
    StreamSpecification: stream ? { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined,
  };
}

function schemaOf({ pk, sk }: { pk: string; sk: string }) {
  return [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
}
