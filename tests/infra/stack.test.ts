import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../functions/platform/config.ts';
import { TimebankStack } from '../../infra/timebank-stack.ts';
import { buildBundles } from '../../scripts/build.ts';
import { indexKeys, projectedTables, tableNames, tables } from '../../shared/tables.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}
interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const bundles = mkdtempSync(join(tmpdir(), 'timebank-bundles-'));
afterAll(() => rmSync(bundles, { recursive: true, force: true }));
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
let outdir = '';

function templateFor(region: string, stage = 'prod'): Template {
  const app = new App({ context });
  const stack = new TimebankStack(app, { stage, bundles, env: { region } });
  outdir = app.outdir;
  return Template.fromStack(stack);
}
const resources = (template: Template, type: string) => Object.values(template.findResources(type)) as Resource[];
const statements = (template: Template) =>
  resources(template, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
  );
const actionsOf = ({ Action }: Statement) => [Action].flat();

let template: Template;
beforeAll(async () => {
  await buildBundles({ outdir: bundles });
  template = templateFor('us-east-1');
});

describe('tables', () => {
  test.each(tableNames)('%s has the keys, indexes, stream and expiry of the one list of tables', (name) => {
    const { indexes, stream, ttl } = tables[name];
    const schema = ({ pk, sk }: { pk: string; sk: string }) => [
      { AttributeName: pk, KeyType: 'HASH' },
      { AttributeName: sk, KeyType: 'RANGE' },
    ];
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: `timebank-prod-${name}`,
      KeySchema: schema({ pk: 'pk', sk: 'sk' }),
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes:
        indexes.length === 0
          ? Match.absent()
          : indexes.map((index) => ({
              IndexName: index,
              KeySchema: schema(indexKeys(index)),
              Projection: { ProjectionType: 'ALL' },
            })),
      StreamSpecification: stream ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : Match.absent(),
      TimeToLiveSpecification: ttl ? { AttributeName: 'ttl', Enabled: true } : Match.absent(),
    });
  });

  test('none can be lost by a deploy or a slip', () => {
    const made = resources(template, 'AWS::DynamoDB::GlobalTable');
    expect(made).toHaveLength(tableNames.length);
    for (const table of made as (Resource & { DeletionPolicy: string })[]) {
      expect(table.DeletionPolicy).toBe('Retain');
      const [replica] = table.Properties.Replicas as Record<string, unknown>[];
      expect(replica).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      });
    }
  });
});

describe('roles', () => {
  test('no action is a wildcard and every DynamoDB right names its tables and indexes', () => {
    for (const statement of statements(template)) {
      for (const action of actionsOf(statement)) expect(action).not.toMatch(/^\*$|:\*$/);
      const onData = actionsOf(statement).some((action) =>
        /^dynamodb:(Get|Batch|Query|Put|Update|Delete|Condition)/.test(action),
      );
      if (onData) expect(JSON.stringify(statement.Resource)).not.toMatch(/\*/);
    }
  });

  test('nobody scans, and nobody deletes what was posted, decided, served or looked at', () => {
    const all = statements(template);
    expect(all.flatMap(actionsOf)).not.toContain('dynamodb:Scan');
    const deleting = all.filter((statement) => actionsOf(statement).includes('dynamodb:DeleteItem'));
    const named = JSON.stringify(deleting.map(({ Resource: on }) => on));
    expect(named).not.toMatch(/Ledger|Journal|Guards|Service|Changes|Audit|Figures|Notices/);
  });

  test('the journal and the guards are written and nothing else', () => {
    const onGuards = statements(template).filter(({ Resource: on }) => /Data(Journal|Guards)/.test(JSON.stringify(on)));
    const data = onGuards.filter((statement) => actionsOf(statement).some((action) => /Item|Query/.test(action)));
    expect(data.length).toBeGreaterThan(0);
    for (const statement of data) expect(actionsOf(statement)).toEqual(['dynamodb:PutItem']);
  });
});

describe('functions', () => {
  test('start with a configuration they accept', () => {
    const functions = resources(template, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(3);
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON' },
      });
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      const plain = Object.fromEntries(
        Object.entries(Variables).map(([name, value]) => [name, typeof value === 'string' ? value : 'made-at-deploy']),
      );
      const config = readConfig({ ...plain, AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: 'f' });
      expect(config.store).toEqual({ kind: 'dynamodb', region: 'us-east-1', tablePrefix: 'timebank-prod-' });
    }
  });

  test('carry neither the embedded store nor source maps', () => {
    const assets = JSON.parse(readFileSync(join(outdir, 'timebank-prod.assets.json'), 'utf8')).files as Record<
      string,
      { source: { path: string } }
    >;
    const folders = Object.values(assets)
      .map(({ source }) => join(outdir, source.path))
      .filter((path) => existsSync(join(path, 'index.mjs')));
    expect(folders).toHaveLength(3);
    for (const folder of folders) {
      const files = readdirSync(folder).filter((file) => file.endsWith('.mjs') || file.endsWith('.map'));
      expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
      const embedded = files.filter((file) => readFileSync(join(folder, file), 'utf8').includes('node:sqlite'));
      expect(embedded).toEqual([]);
    }
  });

  test('are called by the default route, by the streams with failures one by one, and by the schedule', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default' });
    const sources = resources(template, 'AWS::Lambda::EventSourceMapping');
    expect(sources).toHaveLength(projectedTables.length);
    for (const { Properties } of sources) {
      expect(Properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
    }
    const filters = sources.flatMap(({ Properties }) => JSON.stringify(Properties.FilterCriteria ?? []));
    expect(filters.filter((text) => text.includes('ACCOUNT'))).toHaveLength(1);
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: { Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
  });
});

describe('China', () => {
  test.each(['cn-north-1', 'cn-northwest-1'])('%s gets a template that names no partition', (region) => {
    expect(JSON.stringify(templateFor(region).toJSON())).not.toMatch(/arn:aws:/);
  });
});
