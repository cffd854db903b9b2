/** Writes as DynamoDB's requests: pure, so that a repeat of the same writes is the same request byte for byte. */
import {
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type TableName, transactedTables } from '../../../../shared/tables.ts';
import { sha256 } from '../canonical.ts';
import type { Guard, Write } from '../port.ts';
import { type Aliases, conditionText, noAliases, updateText } from './expressions.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type TableNaming = (table: TableName) => string;

/** One write as an action of a transaction; a failed guard shows the item as it is. */
export function toTransactItem(write: Write, tableName: TableNaming): TransactItem {
  const aliases = noAliases();
  const TableName = tableName(write.table);
  const Key = { pk: write.key.pk, sk: write.key.sk };
  if ('put' in write) return { Put: { TableName, Item: { ...write.put, ...Key }, ...guarded(write.when, aliases) } };
  if ('update' in write) {
    const UpdateExpression = updateText(write.update, aliases);
    return { Update: { TableName, Key, UpdateExpression, ...guarded(write.when, aliases) } };
  }
  if ('remove' in write) return { Delete: { TableName, Key, ...guarded(write.when, aliases) } };
  return { ConditionCheck: { TableName, Key, ConditionExpression: '', ...guarded(write.when, aliases) } };
}

function guarded(guard: Guard = [], aliases: Aliases) {
  const condition = guard.length > 0 && {
    ConditionExpression: conditionText(guard, aliases),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const { names, values } = aliases;
  return {
    ...condition,
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

/**
 * The whole request. One write is a plain conditional write at half a transaction's price, except counting, because
 * only a transaction's token keeps its repeat from counting twice, and except the ledger, whose rows a role may write
 * in transactions only.
 * @param operation names the attempt to do one thing, the same for all its repeats
 */
export function toRequest(writes: readonly Write[], tableName: TableNaming, stage: string, operation: string) {
  const items = writes.map((write) => toTransactItem(write, tableName));
  const [{ Put, Update, Delete } = {}] = isPlain(writes) ? items : [];
  if (Put) return new PutCommand(Put);
  if (Delete) return new DeleteCommand(Delete);
  if (Update) return new UpdateCommand(Update);
  return new TransactWriteCommand({ TransactItems: items, ClientRequestToken: requestToken(stage, operation, items) });
}

/** Whether it is sent as itself, at half the price of a transaction of one. */
export function isPlain([write, ...others]: readonly Write[]): boolean {
  if (!write || others.length > 0 || (transactedTables as readonly TableName[]).includes(write.table)) return false;
  return !('update' in write && Object.keys(write.update.add ?? {}).length > 0);
}

/**
 * DynamoDB does a transaction once for each token and ten minutes. The token covers the content, because another
 * content under a used token is refused, and the stage, because tokens are shared by all tables of an account.
 */
function requestToken(stage: string, operation: string, items: readonly TransactItem[]): string {
  return sha256(JSON.stringify([stage, operation, items], bytesAsText)).slice(0, 36);
}

function bytesAsText(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `bytes:${Buffer.from(value).toString('base64')}` : value;
}
