/**
 * What redeeming costs beyond its transaction: `POST /api/redemptions` against the bare TransactWriteItems with the
 * very items that the same story decides to write for other pupils of the same shop.
 */
import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { whoAsks } from '../functions/access/index.ts';
import type { Ask } from '../functions/platform/ask.ts';
import { runStory } from '../functions/platform/http/run-story.ts';
import { toRequest } from '../functions/platform/store/dynamo/to-transact.ts';
import type { Store } from '../functions/platform/store/port.ts';
import { redeem } from '../functions/rewards/redeem.ts';
import { rewards } from '../shared/contracts/rewards.ts';
import { compare, type Task } from './compare.ts';
import { atLeast, type Finding, rounded } from './report.ts';
import { send } from './request.ts';
import { type Stage, tableName } from './stage.ts';
import { type Pupil, price, type Town, welcome } from './town.ts';

type Request = ReturnType<typeof toRequest>;
const redeemingName = 'POST /api/redemptions';
const path = '/api/redemptions';

export async function benchRedeem(stage: Stage, town: Town, size: { rounds: number; tasks: number }): Promise<Finding> {
  const forgiveOnce = forgivingOnce();
  const { ours, bare, ratio } = await compare(size.rounds, async () => {
    const pupils = await welcome(stage, town, size.tasks * 2);
    const requests = await decide(stage, town, pupils.slice(size.tasks));
    return {
      ours: pupils.slice(0, size.tasks).map((pupil, number) => () => redeemOver(stage.url, town, pupil, number)),
      bare: requests.map(
        (request): Task =>
          () =>
            stage.bare.send(request as Parameters<typeof stage.bare.send>[0]).catch(forgiveOnce),
      ),
    };
  });
  return atLeast(0.8, {
    name: 'redeem over HTTP / bare transaction',
    value: rounded(ratio),
    unit: '×',
    detail: `${ours.toFixed(0)} and ${bare.toFixed(0)} a second`,
  });
}

/** A pick-up code drawn twice at one desk refuses its transaction; the story would draw again. More is a fault. */
function forgivingOnce() {
  let isForgiven = false;
  return (error: unknown) => {
    if (isForgiven || !(error instanceof TransactionCanceledException)) throw error;
    isForgiven = true;
  };
}

const wantedBy = ({ items, desk }: Town, number: number) => ({ item: items[number % items.length], desk, price });

const redeemOver = (url: string, town: Town, { cookie }: Pupil, number: number) =>
  send(url + path, { method: 'POST', cookie, body: wantedBy(town, number) });

/** The transactions that redeeming would write for these pupils: the story reads and decides, nothing is written. */
async function decide(stage: Stage, town: Town, pupils: readonly Pupil[]): Promise<Request[]> {
  const decided: Request[] = [];
  const store: Store = {
    ...town.tools.store,
    async transact(operation, writes) {
      decided.push(toRequest(writes, tableName, stage.name, operation));
      return { done: true };
    },
  };
  const tools = { ...town.tools, store };
  for (const [number, { token }] of pupils.entries()) {
    const now = Date.now();
    const who = await whoAsks(token, now, tools);
    const ask = { who, body: wantedBy(town, number), now, key: randomUUID() };
    await runStory(redeemingName, rewards[redeemingName], redeem, ask as unknown as Ask, tools);
  }
  if (decided.length !== pupils.length) throw new Error('Redeeming is no longer one transaction');
  return decided;
}
