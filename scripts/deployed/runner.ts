/**
 * The deployed shape on a laptop: tables, streams, schedules and environment from the synthesized template, the same
 * asset folders behind a local API, and each function held to its own role on every request it makes to AWS.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { formatKeys, loadKeys } from '../../functions/platform/identity/keys.ts';
import { createTable, dynamoClient } from '../../functions/platform/store/dynamo/index.ts';
import { type LocalStreams, localStreams } from '../../functions/platform/store/dynamo/local-streams.ts';
import { projectedTables } from '../../shared/tables.ts';
import { startDynamoDbLocal } from '../dynamodb-local.ts';
import { createGateway } from '../local/gateway.ts';
import { type LocalServer, listen, type ServerOptions } from '../local/server.ts';
import { type Followed, followStreams } from './followed.ts';
import { type Behind, calm, type Weather } from './gate.ts';
import type { LogCount } from './host.ts';
import { hostFunctions } from './hosts.ts';
import { openPositions } from './positions.ts';
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
export interface Circumstances {
  readonly weather?: Weather;
  /** Nothing outlives the process: faster. */
  readonly inMemory?: boolean;
}

const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
const tickMs = 60_000;

export async function startDeployed(
  options: ServerOptions,
  { weather = calm, inMemory }: Circumstances = {},
): Promise<DeployedServer> {
  const { dataDir, bundles, beforeServing } = options;
  await mkdir(dataDir, { recursive: true });
  const deployment = readTemplate(await synthesize(bundles, join(dataDir, 'cdk.out')), region);
  const local = await startDynamoDbLocal(inMemory ? {} : { dbPath: join(dataDir, 'dynamodb') });
  try {
    const environment = environmentOf(deployment, local.endpoint, dataDir);
    Object.assign(process.env, environment);
    await createTables(deployment);
    const known = await openPositions(dataDir);
    const seeding = await streamsOf(deployment, local.endpoint);
    const secret = formatKeys(await loadKeys({ file: join(dataDir, 'keys'), mayMake: true }));
    await beforeServing?.(seeding);
    const behind = { dynamodb: local.endpoint, region, secret, folder: join(dataDir, 'files'), weather };
    return await serve(options, deployment, {
      behind,
      positions: new Map([...known.positions, ...seeding.positions()]),
      keepPositions: inMemory ? async () => undefined : known.write,
      environment,
      local,
    });
  } catch (error) {
    await local.stop();
    throw error;
  }
}

const apiOf = ({ functions, api }: Deployment) => functions.get(api)?.environment ?? {};

/** What an engineer's own machine would say: all rights, the same tables. */
function environmentOf(deployment: Deployment, endpoint: string, dataDir: string) {
  const { STAGE = '', TABLE_PREFIX = '' } = apiOf(deployment);
  const where = { AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB: endpoint };
  return { ...credentials, ...where, STAGE, TABLE_PREFIX, DATA_DIR: dataDir, TIMEBANK_STORE: 'dynamodb' };
}

async function createTables({ tables }: Deployment): Promise<void> {
  const client = dynamoClient({ region });
  for (const table of tables) await createTable(client, table);
  client.destroy();
}

/** From their beginning: only a store that nobody has used is seeded. */
function streamsOf(deployment: Deployment, endpoint: string): Promise<LocalStreams> {
  const { TABLE_PREFIX = '' } = apiOf(deployment);
  const names = projectedTables.map((table) => TABLE_PREFIX + table);
  return localStreams(endpoint, region, names);
}

interface Ground {
  readonly behind: Omit<Behind, 'written'>;
  /** How far the streams have been worked on. */
  readonly positions: ReadonlyMap<string, string>;
  keepPositions(positions: ReadonlyMap<string, string>): Promise<void>;
  readonly environment: Readonly<Record<string, string>>;
  readonly local: { stop(): Promise<void> };
}

async function serve(options: ServerOptions, deployment: Deployment, ground: Ground): Promise<DeployedServer> {
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  let streams: Followed | undefined;
  const behind: Behind = { ...ground.behind, written: (tableNames) => streams?.written(tableNames) };
  const hosts = await hostFunctions(deployment, behind, { ...credentials, AWS_REGION: region });
  const { invoke } = hosts;
  const ask = (event: unknown) => invoke<APIGatewayProxyStructuredResultV2>(deployment.api, event);
  const gateway = createGateway(ask, now, options);
  const url = await listen(gateway, options);
  const { positions } = ground;
  streams = await followStreams(
    deployment.mappings,
    { endpoint: behind.dynamodb, region, positions, aheadMs: () => offsetMs },
    invoke,
  );
  const { drained, parked, positions: reached } = streams;
  const tick = async () => {
    const time = new Date(now()).toISOString();
    for (const { target, input } of deployment.schedules) {
      const event = JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', time));
      // Lambda, too, calls again what failed.
      await invoke(target, event).catch(() => invoke(target, event));
    }
    await ground.keepPositions(reached());
  };
  const schedule = setInterval(() => tick().catch(report), tickMs);
  await tick();
  return {
    url,
    environment: ground.environment,
    renew: () => undefined,
    settle: drained,
    async moveTo(time) {
      // What went before belongs to the time before.
      await drained();
      offsetMs = time - Date.now();
      await tick();
      await drained();
    },
    report: () => ({ unused: hosts.unused(), refused: hosts.refused(), parked, logs: hosts.logs }),
    async stop() {
      clearInterval(schedule);
      gateway.closeIdleConnections();
      await new Promise((resolve) => gateway.close(resolve));
      await streams?.stop();
      await ground.keepPositions(reached());
      await hosts.stop();
      await ground.local.stop();
    },
  };
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
}
