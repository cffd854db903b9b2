/** The function that writes lists: roomy, called for the jobs that ask for a file alone, with little it may do. */
import { expect, test } from 'vitest';
import { rightsText } from './rights-text.ts';
import { resources, templateFor } from './templates.ts';

const template = templateFor('us-east-1');

test('has more memory and time than the others, for one list at a time and three tries', () => {
  const functions = resources(template, 'AWS::Lambda::Function').map(({ Properties }) => Properties);
  const documents = functions.find(({ FunctionName }) => FunctionName === 'timebank-prod-documents');
  expect(documents).toMatchObject({ MemorySize: 2048, Timeout: 600 });
  for (const { MemorySize, Timeout } of functions) {
    expect(Number(MemorySize)).toBeLessThanOrEqual(2048);
    expect(Number(Timeout)).toBeLessThanOrEqual(600);
  }
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { BatchSize: 1, MaximumRetryAttempts: 2 });
});

test('is told of waiting exports and of no other change', () => {
  const filters = resources(template, 'AWS::Lambda::EventSourceMapping').flatMap(({ Properties }) => {
    const { Filters } = (Properties.FilterCriteria ?? { Filters: [] }) as { Filters: { Pattern: string }[] };
    return Filters.map(({ Pattern }) => JSON.parse(Pattern));
  });
  expect(filters).toContainEqual({
    dynamodb: { NewImage: { work: { S: ['export'] }, state: { S: ['waiting'] } } },
  });
});

test('puts files below exports/ and reads none, writes one kind of row and none of ledger or journal', () => {
  const own = rightsText(template)
    .split('\n\n')
    .find((role) => role.startsWith('FunctionsdocumentsRole'));
  expect(own).toMatch(/DataFiles\.?\w*\/exports\/\*: s3:PutObject$/m);
  expect(own).not.toMatch(/GetObject|DeleteItem|PutItem|Ledger|Journal/);
  expect(own?.match(/UpdateItem/g)).toHaveLength(1);
});
