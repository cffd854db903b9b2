/** The three functions from their built bundles, each with a role that may do what `rights.ts` says and no more. */
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type TableName, tables } from '../shared/tables.ts';
import type { Data } from './data.ts';
import { actionsOf, type FunctionName, functionNames, rights, type Verb } from './rights.ts';

export interface FunctionsOptions {
  readonly stage: string;
  readonly tablePrefix: string;
  readonly data: Data;
  /** The folder of the built bundles. */
  readonly bundles: string;
}

const memoryMegabytes: Record<FunctionName, number> = { api: 1024, projections: 1024, clock: 512 };
/** The API answers within its own deadline of 8 seconds; the clock and imports work through many rows. */
const timeouts: Record<FunctionName, Duration> = {
  api: Duration.seconds(12),
  projections: Duration.seconds(60),
  clock: Duration.minutes(5),
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

function makeFunction(scope: Construct, name: FunctionName, { stage, tablePrefix, data, bundles }: FunctionsOptions) {
  const logGroup = new LogGroup(scope, `${name}Log`, {
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  grantTables(role, name, data);
  data.keys.grantRead(role);
  if (name === 'api') role.addToPolicy(onFiles(data, 's3:PutObject'));
  if (name !== 'clock') role.addToPolicy(onFiles(data, 's3:GetObject'));
  return new LambdaFunction(scope, name, {
    code: Code.fromAsset(join(bundles, name), { exclude: notDeployed }),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMegabytes[name],
    timeout: timeouts[name],
    loggingFormat: LoggingFormat.JSON,
    logGroup,
    role,
    environment: {
      STAGE: stage,
      TIMEBANK_STORE: 'dynamodb',
      TABLE_PREFIX: tablePrefix,
      KEYS_SECRET_ID: data.keys.secretArn,
      FILES_BUCKET: data.files.bucketName,
    },
  });
}

function grantTables(role: Role, name: FunctionName, data: Data): void {
  for (const [table, verbs] of Object.entries(rights[name]) as [TableName, readonly Verb[]][]) {
    const arn = data.tables[table].tableArn;
    const indexes = verbs.includes('query') ? tables[table].indexes.map((index) => `${arn}/index/${index}`) : [];
    const actions = verbs.flatMap((verb) => actionsOf[verb]);
    role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources: [arn, ...indexes] }));
  }
}

function onFiles({ files }: Data, action: string): PolicyStatement {
  return new PolicyStatement({ actions: [action], resources: [files.arnForObjects('*')] });
}
