import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

/** Whether a table is there and holds anything: for the operator's commands, since no function may scan. */
export async function hasRows(client: DynamoDBDocumentClient, table: string): Promise<boolean> {
  try {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table, Limit: 1, ConsistentRead: true }));
    return Items.length > 0;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
