/**
 * The least that could answer with a balance: the SDK with the calls that the API’s start makes too, for its keys,
 * the session and the balance. A start of the API is held against it.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Reads } from './balance.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());
const SecretId = process.env.KEYS_SECRET_ID;
const { SecretString } = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId }));

export async function handler({ session, balance }: Reads) {
  await client.send(new BatchGetCommand(session));
  const { Item } = await client.send(new GetCommand(balance));
  return { statusCode: Item && SecretString ? 200 : 404 };
}
