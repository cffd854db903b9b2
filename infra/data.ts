/**
 * The tables of `shared/tables.ts`, the bucket for uploaded files and the secret with the keys: what must outlive any
 * release.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { indexKeys, type TableName, tableNames, tables } from '../shared/tables.ts';

const recoveryDays = 35;
/** An uploaded roster is read within minutes and holds names. */
const filesKept = Duration.days(7);

export class Data extends Construct {
  readonly tables: Readonly<Record<TableName, TableV2>>;
  readonly files: Bucket;
  readonly keys: Secret;

  constructor(scope: Construct, tablePrefix: string) {
    super(scope, 'Data');
    const made = tableNames.map((name) => [name, makeTable(this, name, `${tablePrefix}${name}`)] as const);
    this.tables = Object.fromEntries(made) as Record<TableName, TableV2>;
    this.files = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: filesKept }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.keys = new Secret(this, 'Keys', {
      description:
        'Keys for personal data, sign-in and signatures; made by `npm run keys` and never changed by a deploy',
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

function makeTable(scope: Construct, name: TableName, tableName: string): TableV2 {
  const { indexes, stream, ttl } = tables[name];
  const string = (attribute: string) => ({ name: attribute, type: AttributeType.STRING });
  return new TableV2(scope, name, {
    tableName,
    partitionKey: string('pk'),
    sortKey: string('sk'),
    globalSecondaryIndexes: indexes.map((indexName) => {
      const { pk, sk } = indexKeys(indexName);
      return { indexName, partitionKey: string(pk), sortKey: string(sk) };
    }),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    dynamoStream: stream ? StreamViewType.NEW_AND_OLD_IMAGES : undefined,
    timeToLiveAttribute: ttl ? 'ttl' : undefined,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
