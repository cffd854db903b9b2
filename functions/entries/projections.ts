/**
 * What follows from changes of the tables: called by their streams, with the failures of a batch reported one by one.
 */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { readConfig } from '../platform/config.ts';
import { logFault } from '../platform/log.ts';
import { publish } from '../platform/metrics.ts';
import { openTools } from '../platform/open-tools.ts';
import { changeOf } from '../platform/store/dynamo/stream-record.ts';
import { project } from './wiring/project.ts';

const config = readConfig();
const tools = await openTools(config);
const tablePrefix = config.store.kind === 'dynamodb' ? config.store.tablePrefix : '';

export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const changes = Records.map((record) => changeOf(record, tablePrefix));
  const failure = await project(tools, changes, changes.at(-1)?.at ?? 0);
  publish(config.stage, { ChangesFollowed: changes.length, EffectsFailed: failure ? 1 : 0 });
  if (!failure) return { batchItemFailures: [] };
  logFault(failure.error, { table: changes[0]?.table, sequence: failure.failed });
  return { batchItemFailures: [{ itemIdentifier: failure.failed }] };
}
