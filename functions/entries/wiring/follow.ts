import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { Config } from '../../platform/config.ts';
import { logFault } from '../../platform/log.ts';
import { publish } from '../../platform/metrics.ts';
import { changeOf } from '../../platform/store/dynamo/stream-record.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Change } from './project.ts';

/** Works on changes in their order. @returns the first one that failed and its error, if one did */
type Work = (
  tools: Tools,
  changes: readonly Change[],
  now: number,
) => Promise<{ readonly failed: string; readonly error: unknown } | undefined>;

/** A handler for the tables' streams: the failures of a batch are reported one by one. */
export function follow({ stage, store }: Config, tools: Tools, work: Work) {
  const tablePrefix = store.kind === 'dynamodb' ? store.tablePrefix : '';
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const changes = Records.map((record) => changeOf(record, tablePrefix));
    const failure = await work(tools, changes, changes.at(-1)?.at ?? 0);
    publish(stage, { ChangesFollowed: changes.length, EffectsFailed: failure ? 1 : 0 });
    if (!failure) return { batchItemFailures: [] };
    logFault(failure.error, { table: changes[0]?.table, sequence: failure.failed });
    return { batchItemFailures: [{ itemIdentifier: failure.failed }] };
  };
}
