/** What is looked at, by alarms and by the dashboard. */
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { tablePrefixOf } from '../shared/tables.ts';
import type { Api } from './api.ts';
import type { Functions } from './functions.ts';
import type { Parking } from './parking.ts';
import type { Settings } from './settings.ts';

export interface Watched {
  readonly settings: Settings;
  readonly api: Api;
  readonly functions: Functions;
  readonly parking: Parking;
}
export const fiveMinutes = Duration.minutes(5);
/** CloudWatch takes ten metrics into one sum. */
const metricsPerSum = 10;

/** What the functions count themselves (functions/platform/metrics.ts). */
export const ownMetric = ({ stage }: Settings, metricName: string) =>
  new Metric({
    namespace: 'Timebank',
    metricName,
    dimensionsMap: { service: `timebank-${stage}` },
    statistic: 'Sum',
    period: fiveMinutes,
  });

export const ofTable = ({ stage }: Settings, table: string, metricName: string) =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: `${tablePrefixOf(stage)}${table}` },
    statistic: 'Sum',
    period: fiveMinutes,
  });

export const sums = (metrics: readonly IMetric[]): IMetric[] =>
  Array.from({ length: Math.ceil(metrics.length / metricsPerSum) }, (_, at) =>
    sum(metrics.slice(at * metricsPerSum, (at + 1) * metricsPerSum)),
  );

export function sum(metrics: readonly IMetric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, at) => [`m${at}`, metric]));
  return new MathExpression({ expression: 'SUM(METRICS())', usingMetrics, period: fiveMinutes });
}
