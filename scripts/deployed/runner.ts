/**
 * The deployed shape on a laptop: tables, streams, schedules and environment from the synthesized template, the same
 * asset folders behind a local API, and each function held to its own role on every request it makes to AWS.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2, DynamoDBBatchResponse } from 'aws-lambda';
import { formatKeys, loadKeys } from '../../functions/platform/identity/keys.ts';
import { createTable, dynamoClient } from '../../functions/platform/store/dynamo/index.ts';
import { localStreams } from '../../functions/platform/store/dynamo/local-streams.ts';
import { projectedTables } from '../../shared/tables.ts';
import { startDynamoDbLocal } from '../dynamodb-local.ts';
import { createGateway } from '../local/gateway.ts';
import { type LocalServer, listen, type ServerOptions } from '../local/server.ts';
import { startStreams } from '../local/streams.ts';
import { follower } from './follow.ts';
import { calm, openGate, type Weather } from './gate.ts';
import { type Hosted, hostFunction, type LogCount } from './host.ts';
import { Grants } from './rights.ts';
import { region, synthesize } from './synthesize.ts';
import { type Deployment, readTemplate } from './template.ts';

export interface Report {
  /** Rights that the functions' roles have and nobody needed. */
  readonly unused: readonly string[];
  /** What was asked for and refused. */
  readonly refused: readonly string[];
  /** Changes that failed until they were parked. */
  readonly parked: readonly string[];
  readonly logs: LogCount;
}
export interface DeployedServer extends LocalServer {
  report(): Report;
}

const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
const tickMs = 60_000;
/** A dozen readers look at their streams; DynamoDB Local has requests to answer too. */
const idleMs = 500;

export async function startDeployed(options: ServerOptions, weather: Weather = calm): Promise<DeployedServer> {
  const { dataDir, bundles, beforeServing } = options;
  await mkdir(dataDir, { recursive: true });
  const deployment = readTemplate(await synthesize(bundles, join(dataDir, 'cdk.out')), region);
  const local = await startDynamoDbLocal({ dbPath: join(dataDir, 'dynamodb') });
  const api = deployment.functions.get(deployment.api);
  const { STAGE = '', TABLE_PREFIX = '' } = api?.environment ?? {};
  // What an engineer's own machine would say: all rights, the same tables.
  const environment = {
    ...credentials,
    STAGE,
    TABLE_PREFIX,
    AWS_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
    DATA_DIR: dataDir,
    TIMEBANK_STORE: 'dynamodb',
  };
  Object.assign(process.env, environment);
  try {
    await createTables(deployment);
    const seeding = await localStreams(
      local.endpoint,
      region,
      projectedTables.map((table) => TABLE_PREFIX + table),
    );
    const keys = formatKeys(await loadKeys({ file: join(dataDir, 'keys'), mayMake: true }));
    await beforeServing?.(seeding);
    const behind = { dynamodb: local.endpoint, region, secret: keys, folder: join(dataDir, 'files'), weather };
    return await serve(options, deployment, { behind, positions: seeding.positions(), environment, local });
  } catch (error) {
    await local.stop();
    throw error;
  }
}

async function createTables({ tables }: Deployment): Promise<void> {
  const client = dynamoClient({ region });
  for (const table of tables) await createTable(client, table);
  client.destroy();
}

interface Ground {
  readonly behind: Parameters<typeof openGate>[1];
  /** How far the streams have been worked on, by table. */
  readonly positions: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string>>;
  readonly local: { stop(): Promise<void> };
}

async function serve(options: ServerOptions, deployment: Deployment, ground: Ground): Promise<DeployedServer> {
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  const { hosted, grants, logs, closeGates } = await hostAll(deployment, ground);
  const functionNamed = (name: string): Hosted => {
    const found = hosted.get(name);
    if (!found) throw new Error(`The template calls ${name}, which it does not define`);
    return found;
  };
  const gateway = createGateway(
    (event) => functionNamed(deployment.api).invoke<APIGatewayProxyStructuredResultV2>(event),
    now,
    options,
  );
  const url = await listen(gateway, options);
  const parked: string[] = [];
  const streams = await Promise.all(
    deployment.mappings.map(async (mapping) => {
      const { dynamodb } = ground.behind;
      const feed = await localStreams(dynamodb, region, [mapping.tableName], ground.positions);
      const invoke = (event: unknown) => functionNamed(mapping.follower).invoke<DynamoDBBatchResponse>(event);
      return startStreams(feed, follower(mapping, invoke, parked), idleMs);
    }),
  );
  const drained = () => Promise.all(streams.map((stream) => stream.drained()));
  const tick = async () => {
    const time = new Date(now()).toISOString();
    for (const { target, input } of deployment.schedules) {
      await functionNamed(target).invoke(JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', time)));
    }
  };
  const schedule = setInterval(() => tick().catch(report), tickMs);
  await tick();
  return {
    url,
    environment: ground.environment,
    renew: () => undefined,
    async moveTo(time) {
      offsetMs = time - Date.now();
      await drained();
      await tick();
      await drained();
    },
    report: () => ({
      unused: grants.flatMap(({ name, held }) => held.unused().map((right) => `${name}: ${right}`)),
      refused: grants.flatMap(({ name, held }) => [...held.refused].map((right) => `${name}: ${right}`)),
      parked,
      logs,
    }),
    async stop() {
      clearInterval(schedule);
      gateway.closeIdleConnections();
      await new Promise((resolve) => gateway.close(resolve));
      await Promise.all(streams.map((stream) => stream.stop()));
      await Promise.all([...hosted.values()].map((one) => one.stop()));
      closeGates();
      await ground.local.stop();
    },
  };
}

/** Each function behind a gate of its own, which knows its role. */
async function hostAll({ functions }: Deployment, { behind }: Ground) {
  const logs: LogCount = { lines: 0, unreadable: 0, metrics: 0 };
  const hosted = new Map<string, Hosted>();
  const grants: { name: string; held: Grants }[] = [];
  const gates: { close(): void }[] = [];
  for (const [name, made] of functions) {
    const held = new Grants(made.statements);
    const gate = await openGate(held, behind);
    const around = { ...credentials, AWS_REGION: region, AWS_ENDPOINT_URL: gate.url, TZ: 'UTC' };
    grants.push({ name, held });
    gates.push(gate);
    hosted.set(name, await hostFunction(made, around, logs));
  }
  return { hosted, grants, logs, closeGates: () => gates.forEach((gate) => void gate.close()) };
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
}
