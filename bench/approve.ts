/**
 * What approving costs beyond its transactions: a class of 60 approved and, without days of publicity, made final at
 * once, against the same transactions sent bare to a twin of the tables that has seen all writes before.
 */
import { createTables, dynamoClient, dynamoStore } from '../functions/platform/store/dynamo/index.ts';
import type { Store, Write } from '../functions/platform/store/port.ts';
import { retrying } from '../functions/platform/store/retrying.ts';
import { startDynamoDbLocal } from '../scripts/dynamodb-local.ts';
import type { TableName } from '../shared/tables.ts';
import { classSize, openClass, serveOnce } from './approve-class.ts';
import { clients, median } from './compare.ts';
import { atLeast, type Finding, rounded } from './report.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const requestTimeoutMs = 60_000;

export async function benchApprove({ rounds }: { rounds: number }): Promise<Finding> {
  const local = await startDynamoDbLocal();
  const requestHandler = { requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true };
  const client = dynamoClient({ endpoint: local.endpoint, region: 'local', credentials, requestHandler });
  const open = async (prefix: string): Promise<Store> => {
    const tableName = (table: TableName) => `${prefix}-${table}`;
    await createTables(client, tableName);
    return dynamoStore({ client, tableName, stage: prefix });
  };
  try {
    const twin = patient(await open('twin'));
    const { store, written } = keeping(await open('ours'));
    const school = await openClass(patient(store));
    const counted: { ours: number; bare: number }[] = [];
    // One round more than asked is run first and not counted.
    for (let round = 0; round <= rounds; round++) {
      const approve = await serveOnce(school, round);
      await sendInOrder(twin, written.splice(0));
      const ours = await secondsOf(approve);
      const bare = await secondsOf(() => sendAtOnce(twin, written.splice(0)));
      if (round > 0) counted.push({ ours, bare });
    }
    const perSecond = (side: 'ours' | 'bare') => Math.round(classSize / median(counted.map((taken) => taken[side])));
    return atLeast(0.8, {
      name: 'approve a class of 60 / bare transactions',
      value: rounded(median(counted.map(({ ours, bare }) => bare / ours))),
      unit: '×',
      detail: `${perSecond('ours')} and ${perSecond('bare')} records a second, approved and final`,
    });
  } finally {
    client.destroy();
    await local.stop();
  }
}

/** A busy laptop is no failure of what is measured. */
const patient = (store: Store) => retrying(store, { deadlineMs: requestTimeoutMs });

interface Transaction {
  readonly operation: string;
  readonly writes: readonly Write[];
}

async function send(twin: Store, { operation, writes }: Transaction): Promise<void> {
  if (!(await twin.transact(operation, writes)).done) throw new Error('A bare transaction was refused');
}

async function sendInOrder(twin: Store, written: readonly Transaction[]): Promise<void> {
  for (const transaction of written) await send(twin, transaction);
}

/** By 16 clients; a record is approved before it is final, and its shift is scheduled before both. */
async function sendAtOnce(twin: Store, written: readonly Transaction[]): Promise<void> {
  const phase = ({ operation }: Transaction) => ['approve#', 'final#'].findIndex((name) => operation.startsWith(name));
  const phases = Map.groupBy(written, phase);
  await sendInOrder(twin, phases.get(-1) ?? []);
  for (const some of [phases.get(0) ?? [], phases.get(1) ?? []]) {
    const waiting = some.values();
    const work = async () => {
      for (const transaction of waiting) await send(twin, transaction);
    };
    await Promise.all(Array.from({ length: clients }, work));
  }
}

async function secondsOf(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return (performance.now() - start) / 1000;
}

/** A store that keeps what every transaction that came about has written, in order. */
function keeping(store: Store): { store: Store; written: Transaction[] } {
  const written: Transaction[] = [];
  const transact: Store['transact'] = async (operation, writes) => {
    const outcome = await store.transact(operation, writes);
    if (outcome.done) written.push({ operation, writes });
    return outcome;
  };
  return { store: { ...store, transact }, written };
}
