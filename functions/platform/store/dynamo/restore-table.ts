/**
 * Brings one table back to an earlier second, under another name, or goes on with one that AWS Backup makes of a copy.
 * Both bring items and indexes; a table's stream, expiry, own backups and protection are not restored with it and are
 * set here. So are the key of its account and the caps on what it may spend, unless they came along.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  TableAlreadyExistsException,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  type UpdateTableCommandInput,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { recoveryDays, type TableSpec } from '../../../../shared/tables.ts';

export interface Restoring {
  readonly from: string;
  readonly to: string;
  /** Absent: somebody else has begun, from a copy. */
  readonly at?: Date | undefined;
  readonly spec: TableSpec;
  /** Waits before a table that is not ready is looked at again. */
  pause(): Promise<unknown>;
}

/** May be repeated: what is done already stays. Resolves once the table is whole. */
export async function restoreTable(client: DynamoDBDocumentClient, restoring: Restoring): Promise<void> {
  if (restoring.at) await beginRestoring(client, restoring, restoring.at);
  const restored = await activeTable(client, restoring);
  if (restoring.spec.stream && !restored.StreamSpecification?.StreamEnabled) {
    await change(client, restoring, {
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  }
  if (!restored.DeletionProtectionEnabled) await change(client, restoring, { DeletionProtectionEnabled: true });
  // A copy comes back under a key of DynamoDB's own, whose use nobody sees.
  if (restored.SSEDescription?.SSEType !== 'KMS')
    await change(client, restoring, { SSESpecification: { Enabled: true, SSEType: 'KMS' } });
  await capLikeSource(client, restoring, restored);
  if (restoring.spec.ttl) await letExpire(client, restoring.to);
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: recoveryDays };
  await client.send(new UpdateContinuousBackupsCommand({ TableName: restoring.to, PointInTimeRecoverySpecification }));
}

async function beginRestoring(client: DynamoDBDocumentClient, { from, to }: Restoring, at: Date): Promise<void> {
  const asked = { SourceTableName: from, TargetTableName: to, RestoreDateTime: at };
  try {
    await client.send(new RestoreTableToPointInTimeCommand(asked));
  } catch (error) {
    if (!(error instanceof TableAlreadyExistsException)) throw error;
  }
}

/** A table that is made or changed takes no further change until it is active again. */
async function activeTable(client: DynamoDBDocumentClient, restoring: Restoring): Promise<TableDescription> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: restoring.to }));
    if (Table?.TableStatus === 'ACTIVE') return Table;
    await restoring.pause();
  }
}

type Change = Omit<UpdateTableCommandInput, 'TableName'>;

async function change(client: DynamoDBDocumentClient, restoring: Restoring, wanted: Change): Promise<void> {
  await client.send(new UpdateTableCommand({ TableName: restoring.to, ...wanted }));
  await activeTable(client, restoring);
}

/** One thing at a time: the table, then each of its indexes. Where the source is gone nobody knows its caps. */
async function capLikeSource(
  client: DynamoDBDocumentClient,
  restoring: Restoring,
  restored: TableDescription,
): Promise<void> {
  const source = await describeIfThere(client, restoring.from);
  const { OnDemandThroughput } = source ?? {};
  if (OnDemandThroughput && !isDeepStrictEqual(restored.OnDemandThroughput, OnDemandThroughput))
    await change(client, restoring, { OnDemandThroughput });
  for (const { IndexName, OnDemandThroughput: cap } of source?.GlobalSecondaryIndexes ?? []) {
    const index = restored.GlobalSecondaryIndexes?.find((one) => one.IndexName === IndexName);
    if (!cap || isDeepStrictEqual(index?.OnDemandThroughput, cap)) continue;
    await change(client, restoring, {
      GlobalSecondaryIndexUpdates: [{ Update: { IndexName, OnDemandThroughput: cap } }],
    });
  }
}

async function describeIfThere(
  client: DynamoDBDocumentClient,
  TableName: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** Asked again for what is so already, DynamoDB refuses. */
async function letExpire(client: DynamoDBDocumentClient, TableName: string): Promise<void> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (TimeToLiveDescription?.TimeToLiveStatus?.startsWith('ENABL')) return;
  const TimeToLiveSpecification = { AttributeName: 'ttl', Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}
