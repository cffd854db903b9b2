/**
 * Where it is measured: DynamoDB Local with the tables of the product, and the bundles as they are deployed, the API's
 * in a process of its own behind the local gateway.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { formatKeys, newKeys } from '../functions/platform/identity/keys.ts';
import { makeVault } from '../functions/platform/identity/vault.ts';
import { createTables, dynamoClient, dynamoStore } from '../functions/platform/store/dynamo/index.ts';
import { buildBundles } from '../scripts/build.ts';
import { startDynamoDbLocal } from '../scripts/dynamodb-local.ts';
import type { TableName } from '../shared/tables.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

const stageName = 'bench';
const tablePrefix = 'timebank-bench-';
const region = 'local';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
/** A laptop that does other things too may be slow once; that is no failure of what is measured. */
const requestTimeoutMs = 60_000;

export const tableName = (table: TableName) => `${tablePrefix}${table}`;

export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-bench-'));
  const bundles = join(folder, 'bundles');
  await buildBundles({ outdir: bundles });
  const local = await startDynamoDbLocal();
  const requestHandler = { requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true };
  const reach = { endpoint: local.endpoint, region, credentials, requestHandler };
  const client = dynamoClient(reach);
  const bare = DynamoDBDocumentClient.from(new DynamoDBClient(reach), {
    marshallOptions: { removeUndefinedValues: true },
  });
  await createTables(client, tableName);
  const keys = newKeys();
  const secrets = await serveSecret(formatKeys(keys));
  const environment = environmentOf(local.endpoint, urlOf(secrets));
  const api = join(bundles, 'api', 'index.mjs');
  const server = fork(join(import.meta.dirname, 'serve.ts'), [api], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    folder,
    api,
    environment,
    /** The SDK as it comes. */
    bare,
    store: dynamoStore({ client, tableName, stage: stageName }),
    /** Part of every transaction's token. */
    name: stageName,
    vault: makeVault(keys),
    url: await urlSaidBy(server),
    async close() {
      server.kill();
      secrets.close();
      client.destroy();
      bare.destroy();
      await local.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the stack gives the API function, with the two services it calls at hand. */
function environmentOf(tables: string, secrets: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    AWS_LAMBDA_FUNCTION_NAME: 'bench',
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: tables,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets,
    STAGE: stageName,
    TIMEBANK_STORE: 'dynamodb',
    TABLE_PREFIX: tablePrefix,
    KEYS_SECRET_ID: 'bench-keys',
    FILES_BUCKET: 'bench-files',
  };
}

/** Stands in for Secrets Manager, which answers one request at every start. */
async function serveSecret(SecretString: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ SecretString }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function urlSaidBy(server: ChildProcess): Promise<string> {
  const ended = once(server, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}`)));
  const [url] = await Promise.race([once(server, 'message'), ended]);
  return url;
}
