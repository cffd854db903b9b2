/** What is sent to DynamoDB and what its errors are taken for, without sending anything. */
import { PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { outcomeOf, readFailure } from '../../functions/platform/store/dynamo/failures.ts';
import { toQuery } from '../../functions/platform/store/dynamo/to-query.ts';
import { toRequest, toTransactItem } from '../../functions/platform/store/dynamo/to-transact.ts';
import { Busy, OutcomeUnknown, type Write } from '../../functions/platform/store/port.ts';
import { transactedTables } from '../../shared/tables.ts';

const tableName = (table: string) => `local-${table}`;
const stock = { table: 'Rewards', key: { pk: 'I#1', sk: 'ST' } } as const;
const sell: Write = {
  ...stock,
  update: { set: { state: 'open' }, add: { sold: 1 }, remove: ['old'] },
  when: [
    ['quantity', '>=', 1],
    ['price', '<>', 5],
    {
      any: [
        ['closes', 'absent'],
        ['closes', '>', 9],
      ],
    },
  ],
  or: 'sold_out',
};
const put: Write = { ...stock, put: { n: 1, pk: 'ignored' }, when: [['pk', 'absent']], or: 'lost_race' };

describe('requests', () => {
  test('an update names and values everything by alias and asks for the item when its guard fails', () => {
    expect(toTransactItem(sell, tableName)).toEqual({
      Update: {
        TableName: 'local-Rewards',
        Key: stock.key,
        UpdateExpression: 'SET #a0 = :v0 ADD #a1 :v1 REMOVE #a2',
        ConditionExpression:
          '#a3 >= :v2 AND (attribute_exists(#a4) AND #a4 <> :v3) AND (attribute_not_exists(#a5) OR #a5 > :v4)',
        ExpressionAttributeNames: {
          '#a0': 'state',
          '#a1': 'sold',
          '#a2': 'old',
          '#a3': 'quantity',
          '#a4': 'price',
          '#a5': 'closes',
        },
        ExpressionAttributeValues: { ':v0': 'open', ':v1': 1, ':v2': 1, ':v3': 5, ':v4': 9 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    });
  });

  test('an unguarded write carries no condition, and the key is always the write’s own', () => {
    const { when, or, ...unguarded } = { ...put, put: { n: 1, pk: 'ignored' } };
    expect(toTransactItem(unguarded as Write, tableName)).toEqual({
      Put: { TableName: 'local-Rewards', Item: { n: 1, pk: 'I#1', sk: 'ST' } },
    });
  });

  test('one write is sent plainly; counting and checking go as a transaction with a token', () => {
    const set: Write = { ...stock, update: { set: { n: 1 } } };
    const check: Write = { ...stock, check: true, when: [['pk', 'present']], or: 'lost_race' };
    expect(toRequest([put], tableName, 'test', 'o')).toBeInstanceOf(PutCommand);
    expect(toRequest([set], tableName, 'test', 'o')).toBeInstanceOf(UpdateCommand);
    for (const writes of [[sell], [check], [put, { ...set, key: { pk: 'I#2', sk: 'ST' } }]]) {
      expect(toRequest(writes, tableName, 'test', 'o')).toBeInstanceOf(TransactWriteCommand);
    }
  });

  test('a row of the ledger or its journal is never written outside a transaction', () => {
    for (const table of transactedTables) {
      const row: Write = { ...put, table };
      const set: Write = { ...stock, table, update: { set: { n: 1 } } };
      for (const write of [row, set]) {
        expect(toRequest([write], tableName, 'test', 'o')).toBeInstanceOf(TransactWriteCommand);
      }
    }
  });

  test('the same operation and writes have one token; another stage, operation or content another', () => {
    const token = (stage: string, operation: string, write: Write) =>
      (toRequest([sell, write], tableName, stage, operation).input as { ClientRequestToken?: string })
        .ClientRequestToken;
    const bytes = (last: number): Write => ({
      ...stock,
      key: { pk: 'I#2', sk: 'ST' },
      put: { bytes: new Uint8Array([1, last]) },
    });
    const first = token('test', 'o', bytes(2));
    expect(first).toMatch(/^[\w-]{36}$/);
    expect(token('test', 'o', bytes(2))).toBe(first);
    const others = [token('live', 'o', bytes(2)), token('test', 'p', bytes(2)), token('test', 'o', bytes(3))];
    expect(new Set([first, ...others]).size).toBe(4);
  });

  test('a query of the table is strongly consistent, one of an index is not', () => {
    const table = toQuery({ table: 'Rewards', pk: 'I#1', sk: { prefix: 'ST' }, limit: 5, descending: true }, tableName);
    expect(table).toMatchObject({
      ConsistentRead: true,
      ScanIndexForward: false,
      KeyConditionExpression: '#a0 = :v0 AND begins_with(#a1, :v1)',
    });
    const index = toQuery(
      { table: 'Rewards', index: 'byDesk', pk: 'K', sk: { from: 'a', to: 'b' }, limit: 5 },
      tableName,
    );
    expect(index).toMatchObject({
      ConsistentRead: false,
      KeyConditionExpression: '#a0 = :v0 AND #a1 BETWEEN :v1 AND :v2',
      ExpressionAttributeNames: { '#a0': 'byDeskPk', '#a1': 'byDeskSk' },
    });
  });
});

describe('errors', () => {
  const error = (name: string, more: object = {}) => Object.assign(new Error(JSON.stringify(more)), { name, ...more });
  const cancelled = (...codes: string[]) =>
    error('TransactionCanceledException', {
      CancellationReasons: codes.map((Code) => ({
        Code,
        ...(Code === 'ConditionalCheckFailed' && { Item: { n: { N: '7' } } }),
      })),
      $metadata: { httpStatusCode: 400 },
    });

  test('failed guards are a definite no, told in the order of the writes, whatever else went wrong', () => {
    expect(outcomeOf(error('ConditionalCheckFailedException', { Item: { n: { N: '7' } } }))).toEqual({
      done: false,
      failed: [{ write: 0, item: { n: 7 } }],
    });
    expect(
      outcomeOf(cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict', 'ConditionalCheckFailed')),
    ).toEqual({
      done: false,
      failed: [
        { write: 1, item: { n: 7 } },
        { write: 3, item: { n: 7 } },
      ],
    });
  });

  test.each([cancelled('None', 'TransactionConflict'), cancelled('ThrottlingError', 'ProvisionedThroughputExceeded')])(
    'a transaction cancelled by conflict or throttling alone did certainly nothing: %s',
    (busy) => {
      expect(() => outcomeOf(busy)).toThrow(Busy);
    },
  );

  test.each([
    error('TransactionConflictException'),
    error('ThrottlingException'),
    error('ProvisionedThroughputExceededException'),
    error('RequestLimitExceeded'),
  ])('conflict and throttling did certainly nothing: %s', (busy) => {
    expect(() => outcomeOf(busy)).toThrow(Busy);
    expect(readFailure(busy)).toBeInstanceOf(Busy);
  });

  test.each([
    error('TimeoutError'),
    error('AbortError'),
    error('Error', { code: 'ECONNRESET' }),
    error('Error', { code: 'ECONNREFUSED' }),
    error('Error', { code: 'EPIPE' }),
    error('Error', { code: 'HPE_INVALID_CONSTANT' }),
    error('InternalServerError', { $metadata: { httpStatusCode: 500 } }),
    error('ServiceUnavailable', { $metadata: { httpStatusCode: 503 } }),
    error('TransactionInProgressException', { $metadata: { httpStatusCode: 400 } }),
    error('SyntaxError', { $metadata: { httpStatusCode: 200 } }),
  ])('silence leaves a write unknown and a read to be tried again: %s', (silence) => {
    expect(() => outcomeOf(silence)).toThrow(OutcomeUnknown);
    expect(readFailure(silence)).toBeInstanceOf(Busy);
  });

  test.each([
    error('ValidationException', { $metadata: { httpStatusCode: 400 } }),
    error('IdempotentParameterMismatchException', { $metadata: { httpStatusCode: 400 } }),
    error('ResourceNotFoundException', { $metadata: { httpStatusCode: 400 } }),
    cancelled('None', 'ValidationError'),
    cancelled('TransactionConflict', 'ValidationError'),
    new TypeError('a mistake'),
  ])('anything else is a fault and thrown as it is: %s', (fault) => {
    expect(() => outcomeOf(fault)).toThrow(fault);
    expect(readFailure(fault)).toBe(fault);
  });
});
