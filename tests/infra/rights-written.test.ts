import { expect, test } from 'vitest';
import { functionNames, rights } from '../../infra/rights.ts';
import { type TableName, transactedTables } from '../../shared/tables.ts';
import { policiesText, rightsText } from './rights-text.ts';
import { actionsOf, statements, templateFor } from './templates.ts';

const template = templateFor('us-east-1');

test('what each role may do is written down for review', async () => {
  await expect(rightsText(template)).toMatchFileSnapshot('roles.txt');
});

test('so is whom keys, buckets, queues, topics, roles and functions let in, in China by other names', async () => {
  const written = policiesText(template);
  await expect(written).toMatchFileSnapshot('policies.txt');
  const ofChina = policiesText(templateFor('cn-north-1'))
    .replaceAll('cn-north-1', 'us-east-1')
    .replaceAll('aws-cn', 'aws');
  // The topic of the alarms hears of no budget there.
  expect(ofChina).toBe(written.replace('budgets.amazonaws.com ', ''));
});

test('China’s roles may do the same', () => {
  expect(rightsText(templateFor('cn-north-1'))).toBe(rightsText(template));
});

test('no action is a wildcard, and every right on rows names its tables and indexes', () => {
  for (const statement of statements(template)) {
    for (const action of actionsOf(statement)) expect(action).not.toContain('*');
    const onRows = actionsOf(statement).some((action) => /^dynamodb:.*(Item|Query)/.test(action));
    if (onRows) expect(JSON.stringify(statement.Resource)).not.toContain('*');
  }
});

test('nobody scans, and nobody deletes what was posted, decided, served or looked at', () => {
  const all = statements(template);
  expect(all.flatMap(actionsOf)).not.toContain('dynamodb:Scan');
  const deleting = all.filter((statement) => actionsOf(statement).includes('dynamodb:DeleteItem'));
  const named = JSON.stringify(deleting.map(({ Resource: on }) => on));
  expect(named).not.toMatch(/Ledger|Journal|Guards|Service|Changes|Audit|Figures|Notices/);
});

test('what is posted is written inside transactions only', () => {
  const written = rightsText(template)
    .split('\n')
    .filter((line) => new RegExp(`Data(${transactedTables.join('|')})\\b`).test(line))
    .filter((line) => /PutItem|UpdateItem|DeleteItem|ConditionCheckItem/.test(line));
  const expected = functionNames.flatMap((name) =>
    transactedTables.filter((table) =>
      (rights[name][table as TableName] ?? []).some((verb) => /put|update/.test(verb)),
    ),
  );
  expect(written).toHaveLength(expected.length);
  for (const line of written) expect(line).toContain('(inside a transaction)');
});

test('the archive reads two streams and adds objects, and that is all', () => {
  const own = rightsText(template)
    .split('\n\n')
    .find((role) => role.startsWith('FunctionsarchiveRole'));
  expect(own).not.toMatch(/Item|Query|GetObject|DeleteObject|GetSecretValue|kms:/);
  expect(own).toMatch(/s3:PutObject/);
});

test('who reads files hears of one that is gone: S3 tells whoever may list, and denies the others', () => {
  for (const role of rightsText(template).split('\n\n')) {
    const reads = /DataFiles.*s3:GetObject/.test(role);
    expect(/DataFiles: s3:ListBucket$/m.test(role), role).toBe(reads);
  }
});
