/** One page to look at when something is said to be slow or wrong. */
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { functionNames } from './rights.ts';
import { ofTable, ownMetric, sum, type Watched } from './watched.ts';

export function addDashboard(
  scope: Construct,
  { settings, api: { api }, functions: { byName }, parking }: Watched,
): void {
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 12, height: 6 });
  const ofFunctions = (metricOf: (name: (typeof functionNames)[number]) => IMetric) => functionNames.map(metricOf);
  const dashboard = new Dashboard(scope, 'Dashboard', { dashboardName: `timebank-${settings.stage}` });
  dashboard.addWidgets(
    graph('Requests, refusals, faults', [api.metricCount(), api.metricClientError(), api.metricServerError()]),
    graph(
      'Milliseconds',
      ['p50', 'p90', 'p99'].map((statistic) => api.metricLatency({ statistic })),
    ),
    graph(
      'Functions: errors and throttles',
      ofFunctions((name) => byName[name].metricErrors()),
      ofFunctions((name) => byName[name].metricThrottles()),
    ),
    graph(
      'Functions: milliseconds, p99',
      ofFunctions((name) => byName[name].metricDuration({ statistic: 'p99' })),
    ),
    graph(
      'Streams: milliseconds behind',
      (['projections', 'documents', 'archive'] as const).map((name) =>
        byName[name].metric('IteratorAge', { statistic: 'Maximum' }),
      ),
      Object.values(parking).map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
    graph(
      'Units consumed by the busiest tables',
      busy.map((table) => ofTable(settings, table, 'ConsumedWriteCapacityUnits')),
      [sum(busy.map((table) => ofTable(settings, table, 'ConsumedReadCapacityUnits')))],
    ),
    graph(
      'Conflicts',
      busy.map((table) => ofTable(settings, table, 'TransactionConflict')),
    ),
    graph(
      'Journal archived, journal changed',
      [ownMetric(settings, 'ChangesArchived')],
      [ownMetric(settings, 'JournalChanges')],
    ),
  );
}

const busy = ['Ledger', 'Rewards', 'Service', 'Volunteers', 'Access'] as const;
