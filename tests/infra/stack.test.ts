import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { readArchiveConfig, readConfig } from '../../functions/platform/config.ts';
import { openPaths } from '../../infra/api.ts';
import { functionNames } from '../../infra/rights.ts';
import { buildBundles } from '../../scripts/build.ts';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { indexKeys, projectedTables, tableNames, tables, transactedTables } from '../../shared/tables.ts';
import { makeApp, makeStack, resources, templateFor, templateOf } from './templates.ts';

const template = templateFor('us-east-1');

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
          : indexes.map((index) =>
              Match.objectLike({
                IndexName: index,
                KeySchema: schema(indexKeys(index)),
                Projection: { ProjectionType: 'ALL' },
              }),
            ),
      StreamSpecification: stream ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : Match.absent(),
      TimeToLiveSpecification: ttl ? { AttributeName: 'ttl', Enabled: true } : Match.absent(),
    });
  });

  test('none can be lost by a deploy or a slip, and none can cost more than its cap', () => {
    const made = resources(template, 'AWS::DynamoDB::GlobalTable');
    expect(made).toHaveLength(tableNames.length);
    for (const { DeletionPolicy, Properties } of made) {
      expect(DeletionPolicy).toBe('Retain');
      const [replica] = Properties.Replicas as Record<string, unknown>[];
      expect(replica).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        ReadOnDemandThroughputSettings: { MaxReadRequestUnits: 12_000 },
      });
      expect(Properties.WriteOnDemandThroughputSettings).toEqual({ MaxWriteRequestUnits: 4000 });
    }
  });

  test('rosters, exports and signatures are forgotten in time, and no other file ever is', () => {
    const buckets = resources(template, 'AWS::S3::Bucket').map(({ Properties }) => Properties.LifecycleConfiguration);
    const rule = (Prefix: string, ExpirationInDays: number) => ({ Prefix, ExpirationInDays, Status: 'Enabled' });
    expect(buckets).toContainEqual({ Rules: [rule('rosters/', 7), rule('exports/', 7), rule('evidence/', 220)] });
  });

  test('only a trial may be removed with its data', () => {
    const made = resources(templateFor('us-east-1', { stage: 'dev' }), 'AWS::DynamoDB::GlobalTable');
    expect(made).toHaveLength(tableNames.length);
    for (const { DeletionPolicy } of made) expect(DeletionPolicy).toBe('Delete');
    const buckets = resources(templateFor('us-east-1', { stage: 'dev' }), 'AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);
    for (const { DeletionPolicy } of buckets) expect(DeletionPolicy).toBe('Retain');
  });

  test('of a province are warm where a school day’s rush comes', () => {
    const warm = resources(templateFor('us-east-1', { settings: { size: 'province' } }), 'AWS::DynamoDB::GlobalTable')
      .filter(({ Properties }) => Properties.WarmThroughput !== undefined)
      .map(({ Properties }) => String(Properties.TableName).slice('timebank-prod-'.length));
    expect(warm).toEqual(expect.arrayContaining(['Access', 'Ledger', 'Service', 'Rewards']));
    expect(resources(template, 'AWS::DynamoDB::GlobalTable').some(({ Properties }) => Properties.WarmThroughput)).toBe(
      false,
    );
  });
});

test('the archive cannot be changed for 400 days, by anybody', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } } },
    VersioningConfiguration: { Status: 'Enabled' },
  });
});

test('the keys of personal data are sealed by a key of their own, which turns every year', () => {
  template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  template.hasResourceProperties('AWS::SecretsManager::Secret', {
    Name: 'timebank-prod-keys',
    KmsKeyId: Match.anyValue(),
  });
});

describe('functions', () => {
  const functions = resources(template, 'AWS::Lambda::Function');

  test('start with a configuration they accept', () => {
    expect(functions).toHaveLength(functionNames.length);
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
      const given = { ...plain, AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: 'f' };
      if (Properties.FunctionName === 'timebank-prod-archive') {
        expect(readArchiveConfig(given)).toMatchObject({ stage: 'prod', archive: { bucket: 'made-at-deploy' } });
      } else {
        const store = { kind: 'dynamodb', region: 'us-east-1', tablePrefix: 'timebank-prod-' };
        expect(readConfig(given).store).toEqual(store);
      }
    }
  });

  test('carry neither the embedded store nor source maps', async () => {
    const bundles = mkdtempSync(join(tmpdir(), 'timebank-built-'));
    await buildBundles({ outdir: bundles });
    const app = makeApp();
    templateOf(makeStack(app, { bundles }));
    const { files } = JSON.parse(readFileSync(join(app.outdir, 'timebank-prod-us-east-1.assets.json'), 'utf8'));
    const folders = (Object.values(files) as { source: { path: string } }[])
      .map(({ source }) => join(app.outdir, source.path))
      .filter((path) => existsSync(join(path, 'index.mjs')));
    expect(folders).toHaveLength(functionNames.length);
    for (const folder of folders) {
      const files = readdirSync(folder).filter((file) => file.endsWith('.mjs') || file.endsWith('.map'));
      expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
      const embedded = files.filter((file) => readFileSync(join(folder, file), 'utf8').includes('node:sqlite'));
      expect(embedded).toEqual([]);
    }
    rmSync(bundles, { recursive: true, force: true });
  });

  test('are called by the streams with failures one by one, and by the schedule with the time it is for', () => {
    const sources = resources(template, 'AWS::Lambda::EventSourceMapping');
    // One more for the jobs that ask for a file.
    expect(sources).toHaveLength(projectedTables.length + transactedTables.length + 1);
    for (const { Properties } of sources) {
      expect(Properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      });
    }
    const filters = sources.flatMap(({ Properties }) => JSON.stringify(Properties.FilterCriteria ?? []));
    expect(filters.filter((text) => text.includes('ACCOUNT'))).toHaveLength(1);
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Target: { Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
    // The schedule only hands the tick over: one that fails in the function has to be parked there.
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

describe('the HTTP API', () => {
  test('sends everything to one function, throttled, with a JSON line for each request', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default' });
    const [stage] = resources(template, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
    const { Format } = (stage?.Properties.AccessLogSettings ?? {}) as { Format: string };
    expect(JSON.parse(Format)).toMatchObject({ requestId: '$context.requestId', status: '$context.status' });
    expect(Format).not.toMatch(/path|query|cookie|header/i);
  });

  test('takes every write that needs no session slower than the rest', () => {
    const open = (Object.entries(contracts) as [string, Route][])
      .filter(([name, route]) => route.allow === 'anyone' && name.startsWith('POST '))
      .map(([name]) => name.slice('POST '.length));
    expect([...openPaths].sort()).toEqual(open.sort());
    const [stage] = resources(template, 'AWS::ApiGatewayV2::Stage');
    for (const path of openPaths) {
      expect(stage?.Properties.RouteSettings).toMatchObject({ [`POST ${path}`]: { ThrottlingRateLimit: 20 } });
      template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: `POST ${path}` });
    }
  });

  test('with a domain of its own has no other address', () => {
    const own = { domain: 'bank.example.cn', certificate: 'arn:aws-cn:acm:cn-north-1:123456789012:certificate/1' };
    const withDomain = templateFor('cn-north-1', { settings: own });
    withDomain.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    withDomain.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'bank.example.cn' });
  });
});
