/** The least that could answer with a balance: the SDK and the two reads. A start of the API is held against it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Reads } from './balance.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

export async function handler({ session, balance }: Reads) {
  await client.send(new BatchGetCommand(session));
  const { Item } = await client.send(new GetCommand(balance));
  return { statusCode: Item ? 200 : 404 };
}
