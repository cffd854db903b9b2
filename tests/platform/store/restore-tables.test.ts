/** DynamoDB Local restores nothing: what AWS is asked for is answered here as its documentation says. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoClient } from '../../../functions/platform/store/dynamo/index.ts';
import { type Asked as Asking, askedRestoring, restoreTables } from '../../../scripts/restore-tables.ts';
import { type TableName, tableNames, tables } from '../../../shared/tables.ts';

interface Table {
  from: string;
  at: number;
  /** Looks until it is active. */
  busy: number;
  stream: boolean;
  protected: boolean;
  /** Under the account's key instead of DynamoDB's own. */
  sealed: boolean;
  expires: boolean;
  recoveryDays: number;
  /** Of the table and of each index. */
  caps: Record<string, object>;
}
interface Asked {
  readonly TableName?: string;
  readonly TargetTableName?: string;
  readonly SourceTableName?: string;
  readonly RestoreDateTime?: number;
  readonly StreamSpecification?: object;
  readonly DeletionProtectionEnabled?: boolean;
  readonly SSESpecification?: { readonly SSEType: string };
  readonly OnDemandThroughput?: object;
  readonly GlobalSecondaryIndexUpdates?: readonly [
    { readonly Update: { readonly IndexName: string; readonly OnDemandThroughput: object } },
  ];
  readonly TimeToLiveSpecification?: { readonly AttributeName: string };
  readonly PointInTimeRecoverySpecification?: { readonly RecoveryPeriodInDays: number };
}
const restored = new Map<string, Table>();
const asked = { from: 'prod', to: 'prod2', region: 'cn-north-1', at: new Date('2026-11-22T02:00:00Z') };
const refusal = (name: string) => ({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name });

/** @returns the answer; a refusal has a `__type` */
function answer(verb: string, { TableName, TargetTableName = '', ...more }: Asked) {
  const table = restored.get(TableName ?? TargetTableName);
  if (verb === 'RestoreTableToPointInTime') {
    if (table) return refusal('TableAlreadyExistsException');
    const { SourceTableName: from = '', RestoreDateTime: at = 0 } = more;
    const bare = { stream: false, protected: false, sealed: true, expires: false, recoveryDays: 0, caps: {} };
    restored.set(TargetTableName, { from, at, busy: 3, ...bare });
    return {};
  }
  const source = tableNames.find((name) => TableName === `timebank-prod-${name}`);
  if (verb === 'DescribeTable' && source) return { Table: withCaps(capsOf(source)) };
  if (!table) return refusal('ResourceNotFoundException');
  switch (verb) {
    case 'DescribeTable':
      return { Table: described(table) };
    case 'UpdateTable':
      if (table.busy > 0) return refusal('ResourceInUseException');
      table.busy = 1;
      if (more.StreamSpecification && table.stream) return refusal('ValidationException');
      if (more.StreamSpecification) table.stream = true;
      if (more.DeletionProtectionEnabled) table.protected = true;
      if (more.SSESpecification?.SSEType === 'KMS' && table.sealed) return refusal('ValidationException');
      if (more.SSESpecification?.SSEType === 'KMS') table.sealed = true;
      if (more.OnDemandThroughput) table.caps.table = more.OnDemandThroughput;
      for (const { Update } of more.GlobalSecondaryIndexUpdates ?? [])
        table.caps[Update.IndexName] = Update.OnDemandThroughput;
      return {};
    case 'DescribeTimeToLive':
      return { TimeToLiveDescription: { TimeToLiveStatus: table.expires ? 'ENABLING' : 'DISABLED' } };
    case 'UpdateTimeToLive':
      if (table.expires || more.TimeToLiveSpecification?.AttributeName !== 'ttl') return refusal('ValidationException');
      table.expires = true;
      return {};
    case 'UpdateContinuousBackups':
      table.recoveryDays = more.PointInTimeRecoverySpecification?.RecoveryPeriodInDays ?? 0;
      return {};
    default:
      return refusal('UnknownOperationException');
  }
}

const cap = { MaxReadRequestUnits: 12_000, MaxWriteRequestUnits: 4000 };
const capsOf = (name: TableName) =>
  Object.fromEntries(['table', ...tables[name].indexes].map((part) => [part, cap])) as Table['caps'];
const withCaps = ({ table, ...indexes }: Table['caps']) => ({
  OnDemandThroughput: table,
  GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, OnDemandThroughput]) => ({
    IndexName,
    OnDemandThroughput,
  })),
});

const described = (table: Table) => ({
  TableStatus: table.busy-- > 0 ? 'CREATING' : 'ACTIVE',
  StreamSpecification: { StreamEnabled: table.stream },
  DeletionProtectionEnabled: table.protected,
  ...(table.sealed && { SSEDescription: { SSEType: 'KMS' } }),
  ...withCaps(table.caps),
});

const server = createServer(async (request: IncomingMessage, response) => {
  const verb = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
  const said = answer(verb, (await json(request)) as Asked);
  response.writeHead('__type' in said ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(said));
});
beforeAll(async () => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => void server.close());

async function restore(asking: Asking = asked): Promise<string[]> {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const said: string[] = [];
  await restoreTables(dynamoClient({ endpoint, region: 'local', credentials }), asking, (line) => said.push(line), 1);
  return said;
}

test('every table comes back to one second, with its stream, expiry, recovery, protection and caps', async () => {
  expect(await restore()).toHaveLength(tableNames.length);
  const wanted = tableNames.map((name) => {
    const { stream, ttl } = tables[name];
    const restoring = { from: `timebank-prod-${name}`, at: asked.at.getTime() / 1000 };
    const caps = capsOf(name);
    const whole = { stream, expires: ttl, protected: true, sealed: true, recoveryDays: 35, caps };
    return [`timebank-prod2-${name}`, { ...restoring, ...whole }];
  });
  const found = [...restored].map(([name, { busy: _, ...table }]) => [name, table]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
});

test('given again it goes on where it was, and asks for nothing that is so already', async () => {
  const whole = JSON.stringify([...restored].map(([name, { busy: _, ...table }]) => [name, table]));
  const ledger = restored.get('timebank-prod2-Ledger');
  if (ledger) ledger.stream = false;
  expect(await restore()).toHaveLength(tableNames.length);
  expect(JSON.stringify([...restored].map(([name, { busy: _, ...table }]) => [name, table]))).toBe(whole);
});

test('tables that a copy was made into get what a copy lacks, also where the first ones are gone', async () => {
  const fromCopies = { ...asked, from: 'gone', to: 'prod3', at: undefined };
  await expect(restore(fromCopies)).rejects.toThrow(/17 tables are not there yet.*ResourceNotFound/);
  for (const name of tableNames) {
    const bare = { stream: false, protected: false, sealed: false, expires: false, recoveryDays: 0, caps: {} };
    restored.set(`timebank-prod3-${name}`, { from: 'a copy', at: 0, busy: 3, ...bare });
  }
  expect(await restore(fromCopies)).toHaveLength(tableNames.length);
  for (const name of tableNames) {
    const { stream, ttl } = tables[name];
    const whole = { from: 'a copy', stream, expires: ttl, protected: true, sealed: true, recoveryDays: 35 };
    expect(restored.get(`timebank-prod3-${name}`)).toMatchObject(whole);
  }
});

test('names what it needs, and never restores over the tables in use', () => {
  const words = (to: string, at: string) => ['--stage', 'prod', '--region', 'cn-north-1', '--to', to, '--at', at];
  expect(askedRestoring(words('prod2', '2026-11-22T02:00:00Z'))).toEqual(asked);
  const copied = ['--stage', 'prod', '--region', 'cn-north-1', '--to', 'prod2', '--copied'];
  expect(askedRestoring(copied)).toEqual({ ...asked, at: undefined });
  expect(() => askedRestoring([...words('prod2', '2026-11-22T02:00:00Z'), '--copied'])).toThrow(/Usage/);
  expect(() => askedRestoring(words('prod', '2026-11-22T02:00:00Z'))).toThrow(/tables in use/);
  expect(() => askedRestoring(words('prod2', 'yesterday'))).toThrow(/Usage/);
});
