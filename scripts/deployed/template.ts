/** Reads a synthesized template: what CloudFormation would make of it, as far as a laptop can stand in for it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TableDefinition } from '../../functions/platform/store/dynamo/index.ts';

/** One statement of a role: what it allows where, inside which operation. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** DynamoDB operations that must enclose the action; any when absent. */
  readonly enclosing?: readonly string[];
}
export interface DeployedFunction {
  readonly name: string;
  /** The folder of its code, as it would be uploaded. */
  readonly folder: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
  readonly timeoutMs: number;
}
/** A table's stream told to a function. */
export interface Mapping {
  readonly follower: string;
  readonly tableName: string;
  readonly batchSize: number;
  readonly attemptsMax: number;
  /** A change is told if it matches one of these patterns; all are, without any. */
  readonly patterns: readonly unknown[];
}
export interface Schedule {
  readonly target: string;
  readonly input: string;
}
export interface Deployment {
  readonly region: string;
  readonly tables: readonly TableDefinition[];
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  readonly mappings: readonly Mapping[];
  readonly schedules: readonly Schedule[];
  /** The function behind the HTTP API's default route. */
  readonly api: string;
}

interface Resource {
  readonly Type: string;
  readonly Properties: Properties;
}
/** A template is data of CloudFormation's making: its shape is known by resource type. */
type Properties = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Resource>>;

const account = '000000000000';

/** @param path `cdk.out/<stack>.template.json`; the assets lie beside it */
export function readTemplate(path: string, region: string): Deployment {
  const { Resources: resources }: { Resources: Resources } = JSON.parse(readFileSync(path, 'utf8'));
  const resolve = resolver(resources, region);
  const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);
  const resolved = (type: string): Properties[] =>
    ofType(type).map(([, { Properties: properties }]) => resolve(properties) as Properties);
  const functions = ofType('AWS::Lambda::Function').map(([, resource]) =>
    functionOf(resource, resolve, resolved('AWS::IAM::Policy'), dirname(path)),
  );
  return {
    region,
    tables: resolved('AWS::DynamoDB::GlobalTable').map(tableOf),
    functions: new Map(functions.map((made) => [made.name, made])),
    mappings: resolved('AWS::Lambda::EventSourceMapping').map(mappingOf),
    schedules: resolved('AWS::Scheduler::Schedule').map(({ Target }) => {
      const { Arn, Input } = Target as { Arn: string; Input: string };
      return { target: lastOf(Arn), input: Input };
    }),
    api: lastOf(String(resolved('AWS::ApiGatewayV2::Integration')[0]?.IntegrationUri)),
  };
}

const lastOf = (arn: string) => arn.split(':').at(-1) as string;

/** References become names and addresses that look like AWS's own. */
function resolver(resources: Resources, region: string): (value: unknown) => unknown {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const nameOf = (id: string): string => {
    const { Type, Properties: given } = resources[id] ?? { Type: '', Properties: {} as Properties };
    if (Type === 'AWS::SecretsManager::Secret') return arnOf(id);
    const named = given.TableName ?? given.FunctionName ?? given.BucketName;
    return typeof named === 'string' ? named : id.toLowerCase();
  };
  const arnOf = (id: string): string => {
    const type = resources[id]?.Type;
    const place = `${region}:${account}`;
    if (type === 'AWS::DynamoDB::GlobalTable') return `arn:aws:dynamodb:${place}:table/${nameOf(id)}`;
    if (type === 'AWS::Lambda::Function') return `arn:aws:lambda:${place}:function:${nameOf(id)}`;
    if (type === 'AWS::S3::Bucket') return `arn:aws:s3:::${nameOf(id)}`;
    if (type === 'AWS::SecretsManager::Secret') return `arn:aws:secretsmanager:${place}:secret:${id}`;
    return `arn:aws:other:${place}:${id}`;
  };
  const call: Readonly<Record<string, (given: never) => unknown>> = {
    Ref: (id: string) => pseudo[id] ?? nameOf(id),
    'Fn::GetAtt': ([id, attribute]: [string, string]) =>
      attribute === 'StreamArn' ? `${arnOf(id)}/stream/local` : arnOf(id),
    'Fn::Join': ([separator, parts]: [string, unknown[]]) => parts.map((part) => resolve(part)).join(separator),
    'Fn::Sub': (text: string) => text.replaceAll(/\$\{([^}]+)\}/g, (_, id) => pseudo[id] ?? nameOf(id)),
  };
  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name = '', given] = entries[0] ?? [];
    if (entries.length === 1 && call[name]) return call[name](given as never);
    return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner)]));
  }
  return resolve;
}

function functionOf(
  { Properties: given }: Resource,
  resolve: (value: unknown) => unknown,
  policies: readonly Properties[],
  folder: string,
): DeployedFunction {
  const { FunctionName, Code, Handler, Timeout, Environment, Role } = given as unknown as {
    FunctionName: string;
    Code: { S3Key: string };
    Handler: string;
    Timeout: number;
    Environment: { Variables: Record<string, unknown> };
    Role: { 'Fn::GetAtt': [string] };
  };
  const role = Role['Fn::GetAtt'][0].toLowerCase();
  const held = policies.filter(({ Roles }) => (Roles as readonly string[]).includes(role));
  return {
    name: FunctionName,
    folder: join(folder, `asset.${Code.S3Key.replace(/\.zip$/, '')}`),
    handler: Handler,
    environment: resolve(Environment.Variables) as Record<string, string>,
    statements: held.flatMap(({ PolicyDocument }) =>
      (PolicyDocument as { Statement: readonly PolicyStatement[] }).Statement.map(statementOf),
    ),
    timeoutMs: Timeout * 1000,
  };
}

interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string[]>>>>;
}
function statementOf({ Effect, Action, Resource: resource, Condition = {} }: PolicyStatement): Statement {
  if (Effect !== 'Allow') throw new Error('Only what is allowed is understood here');
  const [test, another] = Object.entries(Condition);
  const enclosing = test?.[1]['dynamodb:EnclosingOperation'];
  if (another || (test && !enclosing)) throw new Error(`A condition is not understood here: ${test?.[0]}`);
  return { actions: [Action].flat(), resources: [resource].flat(), ...(enclosing && { enclosing }) };
}

/** As `CreateTable` wants it, which knows nothing of replicas, recovery and caps by index. */
function tableOf(given: Properties): TableDefinition {
  const { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } =
    given as unknown as TableDefinition;
  const stream = StreamSpecification && { ...StreamSpecification, StreamEnabled: true };
  const indexes = GlobalSecondaryIndexes?.map(({ IndexName, KeySchema: keys, Projection }) => ({
    IndexName,
    KeySchema: keys,
    Projection,
  }));
  const common = { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes: indexes };
  return { ...common, BillingMode: 'PAY_PER_REQUEST', StreamSpecification: stream };
}

function mappingOf(given: Properties): Mapping {
  const { FunctionName, EventSourceArn, BatchSize, MaximumRetryAttempts, FilterCriteria } = given as unknown as {
    FunctionName: string;
    EventSourceArn: string;
    BatchSize: number;
    MaximumRetryAttempts: number;
    FilterCriteria?: { Filters: readonly { Pattern: string }[] };
  };
  return {
    follower: FunctionName,
    tableName: /table\/([^/]+)/.exec(EventSourceArn)?.[1] ?? '',
    batchSize: BatchSize,
    attemptsMax: MaximumRetryAttempts + 1,
    patterns: (FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern)),
  };
}
