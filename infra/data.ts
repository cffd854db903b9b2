/** What must outlive any release: the tables of `shared/tables.ts`, the buckets, and the secret with the keys. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import {
  filesKeptDays,
  indexKeys,
  recoveryDays,
  type TableName,
  tableNames,
  tablePrefixOf,
  tables,
} from '../shared/tables.ts';
import type { Settings } from './settings.ts';

/** 网络安全法 Art. 23: network logs are kept for at least six months. */
const accessLogsKept = Duration.days(200);
/** A year's audit has to find its whole year, and some weeks to look at it. */
const archiveLocked = Duration.days(400);
/** What a school day's rush may ask for at once; the others grow with their use. */
const busiestTables: readonly TableName[] = ['Access', 'District', 'Volunteers', 'Ledger', 'Service', 'Rewards'];

export class Data extends Construct {
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly files: Bucket;
  readonly archive: Bucket;
  readonly keys: Secret;

  constructor(scope: Construct, settings: Settings) {
    super(scope, 'Data');
    const made = tableNames.map((name) => [name, makeTable(this, name, settings)] as const);
    this.tables = Object.fromEntries(made) as Record<TableName, TableV2>;
    const accessLogs = makeBucket(this, 'AccessLogs', { lifecycleRules: [{ expiration: accessLogsKept }] });
    this.files = makeBucket(this, 'Files', {
      lifecycleRules: Object.entries(filesKeptDays).map(([kind, days]) => ({
        prefix: `${kind}/`,
        expiration: Duration.days(days),
      })),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'files/',
    });
    this.archive = makeBucket(this, 'Archive', {
      versioned: true,
      objectLockDefaultRetention:
        settings.stage === 'dev'
          ? ObjectLockRetention.governance(Duration.days(1))
          : ObjectLockRetention.compliance(archiveLocked),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'archive/',
    });
    this.keys = makeKeys(this, settings);
  }
}

/** Only a trial may go with its data; what people did is kept whatever happens to the stack. */
const removalOf = ({ stage }: Settings) => (stage === 'dev' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN);

function makeTable(scope: Construct, name: TableName, settings: Settings): TableV2 {
  const { indexes, stream, ttl } = tables[name];
  const { cap, warm } = settings.size;
  const capped = { maxReadRequestUnits: cap.reads, maxWriteRequestUnits: cap.writes };
  const string = (attribute: string) => ({ name: attribute, type: AttributeType.STRING });
  const warmed = busiestTables.includes(name) ? warm : undefined;
  return new TableV2(scope, name, {
    tableName: `${tablePrefixOf(settings.stage)}${name}`,
    partitionKey: string('pk'),
    sortKey: string('sk'),
    globalSecondaryIndexes: indexes.map((indexName) => {
      const { pk, sk } = indexKeys(indexName);
      return { indexName, partitionKey: string(pk), sortKey: string(sk), ...capped };
    }),
    billing: Billing.onDemand(capped),
    warmThroughput: warmed && { readUnitsPerSecond: warmed.reads, writeUnitsPerSecond: warmed.writes },
    encryption: TableEncryptionV2.awsManagedKey(),
    dynamoStream: stream ? StreamViewType.NEW_AND_OLD_IMAGES : undefined,
    timeToLiveAttribute: ttl ? 'ttl' : undefined,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
    deletionProtection: settings.stage !== 'dev',
    removalPolicy: removalOf(settings),
  });
}

/** Emptying a bucket would take a function with more rights than ours: even a trial leaves its buckets behind. */
function makeBucket(scope: Construct, id: string, props: BucketProps): Bucket {
  return new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
}

/**
 * Personal data is sealed by the application with a key that lies in this secret, and the secret is sealed by a key of
 * KMS: whoever gets hold of a table, an export or a backup reads no name (docs/decisions/0025).
 */
function makeKeys(scope: Construct, settings: Settings): Secret {
  const encryptionKey = new Key(scope, 'PersonalKey', {
    description: 'Seals the keys that personal data is sealed with',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: removalOf(settings),
  });
  return new Secret(scope, 'Keys', {
    secretName: `timebank-${settings.stage}-keys`,
    description:
      'Keys for personal data, sign-in and signatures; made by `npm run deploy` once, changed by `npm run keys`',
    encryptionKey,
    removalPolicy: removalOf(settings),
  });
}
