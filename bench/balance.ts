/** What looking at one's balance costs beyond its two reads: the batch read of the session, and the balance. */
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { accountAt, sessionAt } from '../functions/access/rows.ts';
import { treeAt } from '../functions/district/index.ts';
import { balanceAt } from '../functions/ledger/index.ts';
import { parseSessionToken } from '../functions/platform/identity/session-token.ts';
import type { Target } from '../functions/platform/store/port.ts';
import { clients, compare } from './compare.ts';
import { atLeast, type Finding, rounded } from './report.ts';
import { send } from './request.ts';
import { type Stage, tableName } from './stage.ts';
import { type Pupil, type Town, welcome } from './town.ts';

export const balancePath = '/api/me/balance';

export async function benchBalance(
  stage: Stage,
  town: Town,
  size: { rounds: number; tasks: number },
): Promise<Finding> {
  const url = stage.url + balancePath;
  const { ours, bare, ratio } = await compare(size.rounds, async () => {
    const pupils = await welcome(stage, town, clients);
    const tasks = Array.from({ length: size.tasks }, (_, number) => pupils[number % clients] as Pupil);
    return {
      ours: tasks.map(
        ({ cookie }) =>
          () =>
            send(url, { method: 'GET', cookie }),
      ),
      bare: tasks.map((pupil) => () => readBare(stage, readsOf(town, pupil))),
    };
  });
  return atLeast(0.7, {
    name: 'balance over HTTP / the same two reads',
    value: rounded(ratio),
    unit: '×',
    detail: `${ours.toFixed(0)} and ${bare.toFixed(0)} a second`,
  });
}

/** The inputs of the two reads, as the store sends them. */
export interface Reads {
  readonly session: { RequestItems: Record<string, { Keys: Target['key'][]; ConsistentRead: true }> };
  readonly balance: { TableName: string; Key: Target['key']; ConsistentRead: true };
}

export function readsOf({ district }: Town, { id, token }: Pupil): Reads {
  const { hash = '' } = parseSessionToken(token) ?? {};
  const session = [accountAt(district, id), sessionAt(district, id, hash), treeAt(district)];
  const byTable = Map.groupBy(session, ({ table }) => tableName(table));
  const asked = [...byTable].map(([name, targets]) => {
    return [name, { Keys: targets.map(({ key }) => key), ConsistentRead: true }] as const;
  });
  const { table, key } = balanceAt(district, id);
  return {
    session: { RequestItems: Object.fromEntries(asked) },
    balance: { TableName: tableName(table), Key: key, ConsistentRead: true },
  };
}

async function readBare({ bare }: Stage, { session, balance }: Reads): Promise<void> {
  await bare.send(new BatchGetCommand(session));
  await bare.send(new GetCommand(balance));
}
