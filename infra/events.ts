/** What calls the functions: the HTTP API, the tables' streams and the schedule. */
import { Duration, TimeZone } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { FilterCriteria, FilterRule, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { projectedTables, type TableName } from '../shared/tables.ts';
import type { Data } from './data.ts';

export function addApi(scope: Construct, api: LambdaFunction): HttpApi {
  return new HttpApi(scope, 'Api', { defaultIntegration: new HttpLambdaIntegration('Integration', api) });
}

/** Of these tables the projections are told of these rows only: sessions and codes are none of their business. */
const toldRows: Partial<Record<TableName, string>> = { Access: 'ACCOUNT', Teams: 'TEAM' };

/** One bad change is parked after ten tries or six hours, and the others go on. */
export function addStreams(scope: Construct, projections: LambdaFunction, data: Data): void {
  const parked = new SqsDlq(makeParkingQueue(scope, 'ParkedChanges'));
  for (const table of projectedTables) {
    const sk = toldRows[table];
    projections.addEventSource(
      new DynamoEventSource(data.tables[table], {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(6),
        onFailure: parked,
        filters: sk
          ? [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual(sk) } } } })]
          : undefined,
      }),
    );
  }
}

/** Every five minutes; the event carries the time it is for, so that a late call does the same work. */
export function addSchedule(scope: Construct, clock: LambdaFunction): void {
  new Schedule(scope, 'Clock', {
    schedule: ScheduleExpression.cron({ minute: '1/5', timeZone: TimeZone.ASIA_SHANGHAI }),
    target: new LambdaInvoke(clock, {
      input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
      deadLetterQueue: makeParkingQueue(scope, 'MissedTicks'),
      retryAttempts: 10,
      maxEventAge: Duration.hours(6),
    }),
  });
}

function makeParkingQueue(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}
