/**
 * `npm run restore-tables -- --stage prod --region cn-north-1 --to prod2 --at 2026-11-22T02:00:00Z`: brings every table
 * of a deployment back to one second, under the names of a stage that is not there yet. Takes minutes to hours; given
 * again, it goes on. With `--copied` instead of `--at` it goes on with tables that AWS Backup makes of its copies.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dynamoClient, restoreTable } from '../functions/platform/store/dynamo/index.ts';
import { tableNames, tablePrefixOf, tables } from '../shared/tables.ts';
import { deploymentOf, deploymentOptions } from './deployment.ts';
import { fail, sentence } from './server/sentence.ts';

const betweenLooksMs = 15_000;

export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly region: string;
  /** Absent: the tables come from copies, and somebody has begun. */
  readonly at: Date | undefined;
}

/** @throws Error with one sentence when something is missing, or the tables would lie over those in use */
export function askedRestoring(args: readonly string[]): Asked {
  const copied = { type: 'boolean' } as const;
  const options = { ...deploymentOptions, to: { type: 'string' }, at: { type: 'string' }, copied } as const;
  const { values } = parseArgs({ args: [...args], options });
  const deployment = deploymentOf(values);
  const at = values.copied ? undefined : new Date(values.at ?? '');
  if (!deployment || !values.to || Number.isNaN(at?.getTime()) || (values.copied && values.at)) {
    const words = '--stage prod --region cn-north-1 --to prod2 --at <ISO time>|--copied';
    throw new Error(`Usage: npm run restore-tables -- ${words}`);
  }
  if (values.to === deployment.stage) throw new Error('Never restore over the tables in use: name another stage.');
  return { from: deployment.stage, to: values.to, region: deployment.region, at };
}

/** All tables at once: what takes long is each table's own restoring. */
export async function restoreTables(
  client: ReturnType<typeof dynamoClient>,
  { from, to, at }: Asked,
  say: (line: string) => void,
  waitMs = betweenLooksMs,
): Promise<void> {
  const work = tableNames.map(async (name) => {
    const target = `${tablePrefixOf(to)}${name}`;
    const naming = { from: `${tablePrefixOf(from)}${name}`, to: target };
    await restoreTable(client, { ...naming, at, spec: tables[name], pause: () => pause(waitMs) });
    say(`${target} is there.`);
  });
  const failed = (await Promise.allSettled(work)).filter((one) => one.status === 'rejected');
  if (failed.length > 0) throw new Error(`${failed.length} tables are not there yet: ${sentence(failed[0]?.reason)}`);
}

async function run(): Promise<void> {
  const asked = askedRestoring(process.argv.slice(2));
  // Unlike a request's, these calls may be repeated by the SDK itself.
  const client = dynamoClient({ region: asked.region, maxAttempts: 8, requestHandler: {} });
  await restoreTables(client, asked, console.log);
}

if (import.meta.main) run().catch(fail);
