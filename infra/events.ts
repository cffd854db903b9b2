/** What calls the functions besides HTTP: the tables' streams and the schedule, and where their failures are parked. */
import { Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  type EventSourceMappingOptions,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { asksForFile, projectedTables, type TableName, transactedTables } from '../shared/tables.ts';
import type { Data } from './data.ts';
import { type Parking, parkedIn } from './parking.ts';

/** Of these tables the projections are told of these rows only: sessions and codes are none of their business. */
const toldRows: Partial<Record<TableName, string>> = { Access: 'ACCOUNT', Teams: 'TEAM' };

export function addProjections(projections: LambdaFunction, data: Data, { changes }: Parking): void {
  for (const table of projectedTables) {
    const sk = toldRows[table];
    const filters = sk
      ? [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual(sk) } } } })]
      : undefined;
    follow(projections, data, table, changes, { filters });
  }
}

/** One file at a time: what takes too long holds up no other, and is tried thrice. */
export function addDocuments(documents: LambdaFunction, data: Data, { changes }: Parking): void {
  const asked = Object.entries(asksForFile).map(([name, value]) => [name, { S: FilterRule.isEqual(value) }] as const);
  const filters = [FilterCriteria.filter({ dynamodb: { NewImage: Object.fromEntries(asked) } })];
  follow(documents, data, 'Jobs', changes, { filters, batchSize: 1, retryAttempts: 2 });
}

/** One object for each batch: a minute's wait makes few of many. */
export function addArchive(archive: LambdaFunction, data: Data, { archive: parked }: Parking): void {
  for (const table of transactedTables) {
    follow(archive, data, table, parked, { maxBatchingWindow: Duration.minutes(1), batchSize: 1000 });
  }
}

/** One bad change is parked after ten tries or six hours, and the others go on. */
function follow(
  follower: LambdaFunction,
  data: Data,
  table: TableName,
  parked: Queue,
  options: Pick<EventSourceMappingOptions, 'filters' | 'maxBatchingWindow' | 'batchSize' | 'retryAttempts'>,
): void {
  const { tableArn, tableStreamArn } = data.tables[table];
  // Not `grantStreamRead`: it lets the role list the streams of every table there is.
  follower.addToRolePolicy(
    new PolicyStatement({
      actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((verb) => `dynamodb:${verb}`),
      resources: [`${tableArn}/stream/*`],
    }),
  );
  new EventSourceMapping(follower, `${table}Stream`, {
    target: follower,
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 10,
    maxRecordAge: Duration.hours(6),
    onFailure: parkedIn(parked),
    ...options,
  });
}

/** Every five minutes; the event carries the time it is for, so that a late call does the same work. */
export function addSchedule(scope: Construct, clock: LambdaFunction, { ticks }: Parking): void {
  new Schedule(scope, 'Clock', {
    schedule: ScheduleExpression.cron({ minute: '1/5', timeZone: TimeZone.ASIA_SHANGHAI }),
    target: new LambdaInvoke(clock, {
      input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
      deadLetterQueue: ticks,
      retryAttempts: 10,
      maxEventAge: Duration.hours(6),
    }),
  });
}
