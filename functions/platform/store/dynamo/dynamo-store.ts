/** The store on DynamoDB. It sends each request once: what may be repeated is for `retrying` to decide. */
import { type DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { checkKeys, checkPage, checkWrites } from '../check-requests.ts';
import type { Attributes, Item, Page, Store } from '../port.ts';
import { outcomeOf, readFailure } from './failures.ts';
import { getItems } from './get-items.ts';
import { isEmptyRange, toQuery } from './to-query.ts';
import { type TableNaming, toRequest } from './to-transact.ts';

export interface DynamoOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: TableNaming;
  /** Tells deployments in one account apart: part of every token. */
  readonly stage: string;
}

export function dynamoStore({ client, tableName, stage }: DynamoOptions): Store {
  return {
    async get(keys) {
      checkKeys(keys);
      return asRead(getItems(client, tableName, keys));
    },
    async query(query) {
      checkPage(query);
      if (isEmptyRange(query)) return { items: [] };
      return pageOf(await asRead(client.send(new QueryCommand(toQuery(query, tableName)))));
    },
    async transact(operation, writes) {
      checkWrites(writes);
      const request = toRequest(writes, tableName, stage, operation);
      try {
        await client.send(request as Parameters<typeof client.send>[0]);
        return { done: true };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async scan({ table, segment, segments, after, limit }) {
      checkPage({ limit });
      const whole = { TableName: tableName(table), ConsistentRead: true, Limit: limit, ExclusiveStartKey: after };
      return pageOf(
        await asRead(client.send(new ScanCommand({ ...whole, Segment: segment, TotalSegments: segments }))),
      );
    },
  };
}

async function asRead<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw readFailure(error);
  }
}

function pageOf({ Items = [], LastEvaluatedKey }: { Items?: unknown[]; LastEvaluatedKey?: unknown }): Page {
  const items = Items as Item[];
  return LastEvaluatedKey ? { items, next: LastEvaluatedKey as Attributes } : { items };
}
