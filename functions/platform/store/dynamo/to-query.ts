import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { indexKeys } from '../../../../shared/tables.ts';
import type { Query } from '../port.ts';
import { compareUtf8 } from '../utf8.ts';
import { type Aliases, nameAlias, noAliases, valueAlias } from './expressions.ts';
import type { TableNaming } from './to-transact.ts';

/** A range whose end lies before its start has nothing in it; DynamoDB calls it a mistake. */
export function isEmptyRange({ sk }: Query): boolean {
  if (!sk || 'prefix' in sk) return false;
  return sk.from !== undefined && sk.to !== undefined && compareUtf8(sk.from, sk.to) > 0;
}

export function toQuery(
  { table, index, pk, sk, descending, limit, after }: Query,
  tableName: TableNaming,
): QueryCommandInput {
  const aliases = noAliases();
  const keys = index === undefined ? { pk: 'pk', sk: 'sk' } : indexKeys(index);
  const partition = `${nameAlias(aliases, keys.pk)} = ${valueAlias(aliases, pk)}`;
  const range = rangeText(sk, keys.sk, aliases);
  return {
    TableName: tableName(table),
    IndexName: index,
    KeyConditionExpression: range ? `${partition} AND ${range}` : partition,
    ExpressionAttributeNames: aliases.names,
    ExpressionAttributeValues: aliases.values,
    ScanIndexForward: !descending,
    ConsistentRead: index === undefined,
    Limit: limit,
    ExclusiveStartKey: after,
  };
}

/** An empty bound bounds nothing: key attributes are never empty, and DynamoDB refuses to compare them with ''. */
function rangeText(sk: Query['sk'], attribute: string, aliases: Aliases): string | undefined {
  const value = (text: string) => valueAlias(aliases, text);
  const { prefix, from, to } = { prefix: '', from: '', to: undefined, ...sk };
  if (prefix) return `begins_with(${nameAlias(aliases, attribute)}, ${value(prefix)})`;
  if (from && to !== undefined) return `${nameAlias(aliases, attribute)} BETWEEN ${value(from)} AND ${value(to)}`;
  if (from) return `${nameAlias(aliases, attribute)} >= ${value(from)}`;
  return to === undefined ? undefined : `${nameAlias(aliases, attribute)} <= ${value(to)}`;
}
