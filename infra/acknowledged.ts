/** Findings of cdk-nag that stand, each with its reason. Whatever is not here fails the synth. */
import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { projectedTables, tableNames, transactedTables } from '../shared/tables.ts';
import type { Data } from './data.ts';
import type { Functions } from './functions.ts';

const everywhere: Readonly<Record<string, string>> = {
  'AwsSolutions-APIG4': 'The application authenticates: sessions are its own, in China as elsewhere; pages are public.',
  'AwsSolutions-SQS3': 'These queues are where failures are parked.',
  'AwsSolutions-SMG4': 'New keys would close what the old ones sealed: `npm run keys` changes the one that may change.',
  'AwsSolutions-S1': 'This bucket holds the access logs of the others.',
  'Serverless-SQSRedrivePolicy': 'These queues are where failures are parked.',
  'Serverless-LambdaDLQ': 'Called by HTTP and by streams, which park failures; the clock has a failure destination.',
  'Serverless-SNSRedrivePolicy':
    'A letter that does not arrive cannot be put into a queue; the dashboard shows the alarm too.',
  'Serverless-EventBusDLQ': 'A letter about a copy that failed: the vault itself shows which copies there are.',
  'Serverless-LambdaTracing': 'X-Ray does not exist in China: a request’s id is in every line and every problem.',
};
const ofFront: Readonly<Record<string, string>> = {
  'AwsSolutions-CFR1': 'Volunteers travel.',
  'AwsSolutions-CFR3':
    'The API writes a line for each request; visitors’ addresses are in no log (docs/decisions/0025).',
};

export function acknowledge(stack: Stack, { data, functions }: { data: Data; functions: Functions }): void {
  for (const [id, reason] of Object.entries({ ...everywhere, ...ofFront })) {
    Validations.of(stack).acknowledge({ id, reason });
  }
  for (const bucket of [data.files, data.archive]) within(bucket, '/*', 'Any object of this one bucket.');
  within(data.files, '/exports/*', 'Any list that is written for somebody, and no other object of the bucket.');
  for (const table of new Set([...projectedTables, ...transactedTables])) {
    within(data.tables[table], '/stream/*', 'A table’s stream gets a new name whenever it is switched on.');
  }
  for (const table of tableNames) within(data.tables[table], '/backup/*', 'A copy of a table is named by its time.');
  within(functions.byName.clock, ':*', 'Whichever version of the one function the schedule is to call.');
}

/** A right on whatever lies within one thing: the finding names the thing, so that no other is meant. */
function within(thing: IConstruct, part: string, reason: string): void {
  const stack = Stack.of(thing);
  const named = stack.getLogicalId(thing.node.defaultChild as CfnElement);
  Validations.of(stack).acknowledge({ id: `AwsSolutions-IAM5[Resource::<${named}.Arn>${part}]`, reason });
}
