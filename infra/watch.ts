/** What wakes a person: alarms to one topic, a budget, and the dashboard to look at. Answers are in docs/operate.md. */
import { Duration, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { tableNames } from '../shared/tables.ts';
import { addDashboard } from './dashboard.ts';
import { functionNames } from './rights.ts';
import { isChina, type Settings } from './settings.ts';
import { fiveMinutes, ofTable, ownMetric, sum, sums, type Watched } from './watched.ts';

interface Threshold {
  readonly above: number;
  /** How many periods in a row; one unless said. */
  readonly periods?: number;
  /** Silence is the alarm. */
  readonly silence?: true;
}

export class Watch extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, watched: Watched) {
    super(scope, 'Watch');
    const { settings } = watched;
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true, displayName: `timebank ${settings.stage}` });
    const hasBudget = !isChina(settings.region);
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    for (const service of hasBudget ? ['cloudwatch', 'budgets'] : ['cloudwatch'])
      this.topic.grantPublish(new ServicePrincipal(`${service}.amazonaws.com`, { conditions: ofThisAccount }));
    if (settings.alarmEmail) this.topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    for (const [id, [metric, threshold]] of Object.entries(alarmsOf(watched))) this.addAlarm(id, metric, threshold);
    addDashboard(this, watched);
    if (hasBudget) addBudget(this, settings, this.topic);
  }

  private addAlarm(id: string, metric: IMetric, { above, periods = 1, silence }: Threshold): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: `docs/operate.md, ${id}`,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: silence ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

/** Each name has its answer in docs/operate.md; a test holds the one against the other. */
function alarmsOf({ settings, api, functions: { byName }, parking }: Watched): Record<string, [IMetric, Threshold]> {
  const errors = functionNames.map(
    (name) => [`Errors-${name}`, [byName[name].metricErrors({ period: fiveMinutes }), { above: 0 }]] as const,
  );
  const parked = Object.entries(parking).map(([name, queue]) => {
    const waiting = queue.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: 'Maximum' });
    return [`Parked-${name}`, [waiting, { above: 0 }]] as const;
  });
  const throttled = sums(
    tableNames.flatMap((table) => [
      ofTable(settings, table, 'ReadThrottleEvents'),
      ofTable(settings, table, 'WriteThrottleEvents'),
    ]),
  );
  return {
    ServerErrors: [api.api.metricServerError({ period: fiveMinutes, statistic: 'Sum' }), { above: 4 }],
    Slow: [api.api.metricLatency({ period: fiveMinutes, statistic: 'p99' }), { above: 3000, periods: 3 }],
    ...Object.fromEntries(errors),
    Throttled: [sum(functionNames.map((name) => byName[name].metricThrottles({ period: fiveMinutes }))), { above: 0 }],
    ...Object.fromEntries(
      throttled.map((metric, at) => [`TablesThrottled-${at + 1}`, [metric, { above: 0, periods: 2 }]]),
    ),
    Conflicts: [
      sum(contended.map((table) => ofTable(settings, table, 'TransactionConflict'))),
      { above: 100, periods: 2 },
    ],
    StreamsBehind: [ageOf(byName.projections), { above: hourMs }],
    DocumentsBehind: [ageOf(byName.documents), { above: hourMs }],
    ArchiveBehind: [ageOf(byName.archive), { above: hourMs }],
    ...Object.fromEntries(parked),
    ClockStands: [byName.clock.metricInvocations({ period: Duration.minutes(15) }), { above: 1, silence: true }],
    JournalChanged: [ownMetric(settings, 'JournalChanges'), { above: 0 }],
  };
}

const hourMs = 3_600_000;
/** How long the oldest change waits that a function has not been told of. */
const ageOf = (follower: LambdaFunction) =>
  follower.metric('IteratorAge', { period: fiveMinutes, statistic: 'Maximum' });
const contended = ['Ledger', 'Rewards', 'Service', 'Volunteers', 'Jobs'] as const;

/** AWS Budgets does not exist in the China regions. */
function addBudget(scope: Construct, { stage, budgetDollars }: Settings, topic: Topic): void {
  new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `timebank-${stage}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: budgetDollars, unit: 'USD' },
    },
    notificationsWithSubscribers: [80, 100].map((threshold) => ({
      notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold },
      subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
    })),
  });
}
