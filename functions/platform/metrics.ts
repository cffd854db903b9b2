/** What the functions behind streams and schedule count for alarms, in the form CloudWatch reads from a log. */
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export type Counts = { readonly [Name in (typeof counted)[number]]?: number };
const counted = ['JournalChanges', 'ChangesArchived', 'ChangesFollowed', 'EffectsFailed', 'DueDone'] as const;

/** One line on standard output; with nothing to count, none. */
export function publish(stage: string, counts: Counts): void {
  const metrics = new Metrics({ namespace: 'Timebank', serviceName: `timebank-${stage}` });
  for (const name of counted) {
    const count = counts[name];
    if (count !== undefined) metrics.addMetric(name, MetricUnit.Count, count);
  }
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
