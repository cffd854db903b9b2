import { expect, test } from 'vitest';
import { askedDeployment, tablesIn } from '../../scripts/cdk.ts';
import { startAnew } from '../../scripts/deployment.ts';
import { tableNames } from '../../shared/tables.ts';
import { makeApp, makeStack, resources, templateFor } from './templates.ts';

test.each([
  [{ size: 'village' }, 'The setting size must be district or province.'],
  [{ apiConcurrency: '0' }, 'The setting apiConcurrency must be a whole number from 1 to 100000.'],
  [{ copyWeeks: '53' }, 'The setting copyWeeks must be a whole number from 1 to 52.'],
  [{ budget: '$200' }, 'The setting budget must be a whole number from 1 to 1000000.'],
  [{ domain: 'bank.example.org' }, 'The setting domain and certificate (its ARN) go together.'],
])('a setting that cannot be is refused in one sentence (%#)', (settings, sentence) => {
  expect(() => makeStack(makeApp(settings))).toThrow(sentence);
});

test('functions take what the account allows at once, unless some of it is kept for the API', () => {
  const kept = (settings?: Readonly<Record<string, string>>) =>
    resources(templateFor('us-east-1', { settings }), 'AWS::Lambda::Function')
      .filter(({ Properties }) => Properties.ReservedConcurrentExecutions !== undefined)
      .map(({ Properties }) => [Properties.FunctionName, Properties.ReservedConcurrentExecutions]);
  expect(kept()).toEqual([]);
  expect(kept({ apiConcurrency: '300' })).toEqual([['timebank-prod-api', 300]]);
});

test('an operator is told which buckets, queues and secret are the stack’s', () => {
  const told = ['Url', 'KeysSecret', 'FilesBucket', 'ArchiveBucket', 'ParkedChanges', 'ParkedArchive', 'MissedTicks'];
  const template = templateFor('us-east-1');
  for (const output of told) template.hasOutput(output, {});
});

test('after the keys have changed, every function that reads them is started anew, and no other', () => {
  const named = / in (.+); do/.exec(startAnew({ stage: 'prod', region: 'us-east-1' }))?.[1]?.split(' ');
  const functions = resources(templateFor('us-east-1'), 'AWS::Lambda::Function').map(({ Properties }) => Properties);
  const readers = functions.filter(({ Environment }) => JSON.stringify(Environment).includes('KEYS_SECRET_ID'));
  expect(named?.map((name) => `timebank-prod-${name}`).sort()).toEqual(
    readers.map(({ FunctionName }) => FunctionName).sort(),
  );
});

test('restored tables are named to the CDK, each by what it is called', () => {
  const named = tablesIn(templateFor('us-east-1', { stage: 'prod2' }).toJSON() as Parameters<typeof tablesIn>[0]);
  const called = Object.values(named).map(({ TableName }) => TableName);
  expect(called.sort()).toEqual(tableNames.map((name) => `timebank-prod2-${name}`).sort());
  for (const [id, { TableName }] of Object.entries(named))
    expect(id).toContain(String(TableName).slice('timebank-prod2-'.length));
});

test('the keys of another stage are for a deploy alone', () => {
  const words = ['--stage', 'prod2', '--region', 'us-east-1', '--keys-from', 'prod'];
  expect(askedDeployment('deploy', words).keysFrom).toBe('prod');
  expect(() => askedDeployment('destroy', words)).toThrow('Usage');
});

test('an index can cost no more than its table', () => {
  const capsOf = (indexes: unknown) => JSON.stringify(indexes ?? []).match(/"Max\w+RequestUnits":\d+/g) ?? [];
  for (const { Properties } of resources(templateFor('us-east-1'), 'AWS::DynamoDB::GlobalTable')) {
    const [replica] = Properties.Replicas as { GlobalSecondaryIndexes?: unknown }[];
    const indexes = (Properties.GlobalSecondaryIndexes ?? []) as unknown[];
    expect(capsOf(indexes)).toEqual(indexes.map(() => '"MaxWriteRequestUnits":4000'));
    expect(capsOf(replica?.GlobalSecondaryIndexes)).toEqual(indexes.map(() => '"MaxReadRequestUnits":12000'));
  }
});
