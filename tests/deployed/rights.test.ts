import { describe, expect, test } from 'vitest';
import { matches } from '../../scripts/deployed/follow.ts';
import { askedOf, askedOfMissing, askedOfObject, Grants } from '../../scripts/deployed/rights.ts';

const region = 'us-east-1';
const tableArn = (name: string) => `arn:aws:dynamodb:${region}:000000000000:table/${name}`;
const ledger = tableArn('Ledger');
const write = (parts: object[]) =>
  askedOf('DynamoDB_20120810.TransactWriteItems', { TransactItems: parts as never }, region);

describe('a request to AWS', () => {
  test('asks for one right for each part of a transaction', () => {
    const asked = write([{ Put: { TableName: 'Journal' } }, { ConditionCheck: { TableName: 'Ledger' } }]);
    expect(asked).toEqual([
      { action: 'dynamodb:PutItem', resource: tableArn('Journal'), enclosing: 'TransactWriteItems' },
      { action: 'dynamodb:ConditionCheckItem', resource: ledger, enclosing: 'TransactWriteItems' },
    ]);
  });

  test('asks for each table of a batch, and for the index it reads by', () => {
    const batch = askedOf('DynamoDB_20120810.BatchGetItem', { RequestItems: { Ledger: {}, Access: {} } }, region);
    expect(batch.map(({ resource }) => resource)).toEqual([ledger, tableArn('Access')]);
    const query = askedOf('DynamoDB_20120810.Query', { TableName: 'Ledger', IndexName: 'byExpiry' }, region);
    expect(query).toEqual([{ action: 'dynamodb:Query', resource: `${ledger}/index/byExpiry` }]);
  });

  test('asks for an object by its bucket and its whole path', () => {
    expect(askedOfObject('PUT', '/files/a/b%20c')).toEqual({
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::files/a/b c',
    });
    expect(askedOfMissing('/files/a/b%20c')).toEqual({ action: 's3:ListBucket', resource: 'arn:aws:s3:::files' });
  });
});

describe('a role', () => {
  const inside = { actions: ['dynamodb:PutItem'], resources: [ledger], enclosing: ['TransactWriteItems'] };

  test('that may write inside transactions only is refused the same write alone', () => {
    const held = new Grants([inside]);
    expect(held.allow({ action: 'dynamodb:PutItem', resource: ledger })).toBe(false);
    expect([...held.refused]).toEqual(['dynamodb:PutItem on table/Ledger']);
    expect(write([{ Put: { TableName: 'Ledger' } }]).every((asked) => held.allow(asked))).toBe(true);
    expect(held.unused()).toEqual([]);
  });

  test('for a table is none for its indexes, and for objects none for another bucket', () => {
    const held = new Grants([
      { actions: ['dynamodb:Query'], resources: [ledger] },
      { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::files/*'] },
    ]);
    expect(held.allow({ action: 'dynamodb:Query', resource: `${ledger}/index/byExpiry` })).toBe(false);
    expect(held.allow({ action: 's3:GetObject', resource: 'arn:aws:s3:::files/x' })).toBe(true);
    expect(held.allow({ action: 's3:GetObject', resource: 'arn:aws:s3:::archive/x' })).toBe(false);
  });

  test('says which of its rights nobody needed', () => {
    const held = new Grants([inside, { actions: ['dynamodb:Query'], resources: [ledger] }]);
    held.allow({ action: 'dynamodb:Query', resource: ledger });
    expect(held.unused()).toEqual(['dynamodb:PutItem on table/Ledger']);
  });

  test('that reads many rows by key needs no second right to read one', () => {
    const held = new Grants([{ actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], resources: [ledger] }]);
    expect(held.unused()).toHaveLength(2);
    held.allow({ action: 'dynamodb:BatchGetItem', resource: ledger });
    expect(held.unused()).toEqual([]);
  });

  test('is not asked about what Lambda does itself: log lines, streams, parking', () => {
    const resources = ['arn:aws:sqs:us-east-1:000000000000:parking'];
    const held = new Grants([{ actions: ['sqs:SendMessage', 'logs:PutLogEvents'], resources }]);
    expect(held.unused()).toEqual([]);
  });
});

test('a follower is told of changes that match its pattern and of no others', () => {
  const pattern = { dynamodb: { Keys: { sk: { S: ['ACCOUNT'] } } } };
  const change = (sk: string) => ({ eventName: 'MODIFY', dynamodb: { Keys: { pk: { S: 'x' }, sk: { S: sk } } } });
  expect([matches(pattern, change('ACCOUNT')), matches(pattern, change('S#1')), matches(pattern, {})]).toEqual([
    true,
    false,
    false,
  ]);
});
