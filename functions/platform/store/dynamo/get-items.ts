import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { TableName } from '../../../../shared/tables.ts';
import { itemName } from '../check-requests.ts';
import { Busy, type Item, type Key, type Target } from '../port.ts';
import type { TableNaming } from './to-transact.ts';

/** Strongly consistent reads of up to 100 keys, in the order asked. */
export async function getItems(
  client: DynamoDBDocumentClient,
  tableName: TableNaming,
  targets: readonly Target[],
): Promise<(Item | undefined)[]> {
  const [first] = targets;
  if (!first) return [];
  if (targets.length === 1) {
    const one = new GetCommand({ TableName: tableName(first.table), Key: keyOf(first), ConsistentRead: true });
    return [(await client.send(one)).Item as Item | undefined];
  }
  const found = await getMany(client, tableName, targets);
  return targets.map((target) => found.get(itemName(target)));
}

type Asked = Record<string, { Keys: Key[]; ConsistentRead: true }>;

/** Reads in rounds, because one answer holds 16 MB at most. A round that brings nothing is throttled. */
async function getMany(client: DynamoDBDocumentClient, tableName: TableNaming, targets: readonly Target[]) {
  const found = new Map<string, Item>();
  const tables = new Map(targets.map(({ table }): [string, TableName] => [tableName(table), table]));
  let asked = keysByTable(targets, tableName);
  while (Object.keys(asked).length > 0) {
    const foundBefore = found.size;
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(new BatchGetCommand({ RequestItems: asked }));
    for (const [name, items] of Object.entries(Responses)) {
      const table = tables.get(name) as TableName;
      for (const item of items as Item[]) found.set(itemName({ table, key: item }), item);
    }
    asked = UnprocessedKeys as Asked;
    if (Object.keys(asked).length > 0 && found.size === foundBefore) throw new Busy('UnprocessedKeys');
  }
  return found;
}

/** Each key once: DynamoDB refuses a key that is asked for twice. */
function keysByTable(targets: readonly Target[], tableName: TableNaming): Asked {
  const distinct = new Map(targets.map((target) => [itemName(target), target])).values();
  const byTable = Map.groupBy(distinct, ({ table }) => tableName(table));
  return Object.fromEntries(
    [...byTable].map(([name, some]) => [name, { Keys: some.map(keyOf), ConsistentRead: true }]),
  );
}

const keyOf = ({ key }: Target): Key => ({ pk: key.pk, sk: key.sk });
