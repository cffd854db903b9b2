/** The functions from their built bundles, each with a role that may do what `rights.ts` says and no more. */
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type filesKeptDays, type TableName, tablePrefixOf, transactedTables } from '../shared/tables.ts';
import type { Data } from './data.ts';
import { parkedIn } from './parking.ts';
import { actionsOf, type FunctionName, functionNames, type Right, rights, type Verb } from './rights.ts';
import type { Settings } from './settings.ts';

export interface FunctionsOptions {
  readonly settings: Settings;
  readonly data: Data;
  /** The folder of the built bundles. */
  readonly bundles: string;
  /** Where a tick of the clock goes that failed three times. */
  readonly missedTicks: Queue;
  /** What only the front door knows: requests without it are turned away. */
  readonly frontKey?: string;
}

/** A long list is packed while it is read: the share of a processor that comes with the memory makes it faster. */
const memoryMegabytes: Record<FunctionName, number> = {
  api: 1024,
  projections: 1024,
  documents: 2048,
  clock: 512,
  archive: 256,
};
/** A call of the store gives up after 8 seconds; a request makes several. Clock, imports and exports read many rows. */
const timeouts: Record<FunctionName, Duration> = {
  api: Duration.seconds(12),
  projections: Duration.seconds(60),
  documents: Duration.minutes(10),
  clock: Duration.minutes(5),
  archive: Duration.seconds(30),
};
/** The embedded store is for one machine, and the maps are for people. */
const notDeployed = ['open-embedded-*', '*.map'];

export class Functions extends Construct {
  readonly byName: Readonly<Record<FunctionName, LambdaFunction>>;

  constructor(scope: Construct, options: FunctionsOptions) {
    super(scope, 'Functions');
    const made = functionNames.map((name) => [name, makeFunction(this, name, options)] as const);
    this.byName = Object.fromEntries(made) as Record<FunctionName, LambdaFunction>;
  }
}

function makeFunction(scope: Construct, name: FunctionName, options: FunctionsOptions): LambdaFunction {
  const { settings, bundles, missedTicks } = options;
  const logGroup = new LogGroup(scope, `${name}Log`, {
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: settings.stage === 'dev' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  grantTables(role, name, options.data);
  grantRest(role, name, options.data);
  return new LambdaFunction(scope, name, {
    functionName: `timebank-${settings.stage}-${name}`,
    code: Code.fromAsset(join(bundles, name), { exclude: notDeployed }),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMegabytes[name],
    timeout: timeouts[name],
    loggingFormat: LoggingFormat.JSON,
    logGroup,
    role,
    environment: environmentOf(name, options),
    ...(name === 'api' && { reservedConcurrentExecutions: settings.apiConcurrency }),
    ...(name === 'clock' && { onFailure: parkedIn(missedTicks), maxEventAge: Duration.hours(6) }),
  });
}

function environmentOf(name: FunctionName, { settings, data, frontKey }: FunctionsOptions): Record<string, string> {
  const common = { STAGE: settings.stage, TIMEBANK_STORE: 'dynamodb', TABLE_PREFIX: tablePrefixOf(settings.stage) };
  if (name === 'archive') return { ...common, ARCHIVE_BUCKET: data.archive.bucketName };
  const tools = { ...common, KEYS_SECRET_ID: data.keys.secretArn, FILES_BUCKET: data.files.bucketName };
  if (name !== 'api') return tools;
  const said = {
    ...settings.site,
    ORIGIN: settings.domain ? `https://${settings.domain.name}` : '',
    FRONT_KEY: frontKey ?? '',
  };
  return { ...tools, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) };
}

/** Every right names its table; indexes are asked and never written; the ledger is written inside transactions only. */
function grantTables(role: Role, name: FunctionName, data: Data): void {
  const inTransactions = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };
  for (const [table, held] of Object.entries(rights[name]) as [TableName, readonly Right[]][]) {
    const arn = data.tables[table].tableArn;
    const verbs = held.filter(isVerb);
    const isRead = (verb: Verb) => verb === 'get' || verb === 'query';
    const isPosted = (transactedTables as readonly TableName[]).includes(table);
    grant(role, isPosted ? verbs.filter(isRead) : verbs, [arn]);
    if (isPosted)
      grant(
        role,
        verbs.filter((verb) => !isRead(verb)),
        [arn],
        inTransactions,
      );
    const indexes = held.filter((right) => !isVerb(right));
    if (indexes.length > 0)
      grant(
        role,
        ['query'],
        indexes.map((index) => `${arn}/index/${index}`),
      );
  }
}

const isVerb = (right: Right): right is Verb => right in actionsOf;

function grant(role: Role, verbs: readonly Verb[], resources: string[], conditions?: Record<string, unknown>): void {
  const actions = verbs.flatMap((verb) => actionsOf[verb]);
  if (actions.length > 0) role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
}

/** Buckets and the secret: the archive may only add, and needs no key. */
function grantRest(role: Role, name: FunctionName, { keys, files, archive }: Data): void {
  const on = (bucket: Data['files'], action: string, paths = '*') =>
    role.addToPolicy(new PolicyStatement({ actions: [action], resources: [bucket.arnForObjects(paths)] }));
  if (name === 'archive') {
    on(archive, 's3:PutObject');
    return;
  }
  grantKeys(role, keys);
  if (name === 'api') on(files, 's3:PutObject');
  if (name === 'documents') on(files, 's3:PutObject', `${'exports' satisfies keyof typeof filesKeptDays}/*`);
  if (name === 'api' || name === 'projections') {
    on(files, 's3:GetObject');
    // Whoever may not list is told of a file that is gone what one is told of a file of others: access denied.
    role.addToPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn] }));
  }
}

/** Not `grantRead`: it adds a right to describe, and names KMS's caller as it is called outside China only. */
function grantKeys(role: Role, keys: Data['keys']): void {
  role.addToPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [keys.secretArn] }));
  const { region, urlSuffix } = Stack.of(keys);
  const callers = ['amazonaws.com', urlSuffix].map((suffix) => `secretsmanager.${region}.${suffix}`);
  keys.encryptionKey?.addToResourcePolicy(
    new PolicyStatement({
      principals: [role],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'kms:ViaService': callers } },
    }),
  );
}
