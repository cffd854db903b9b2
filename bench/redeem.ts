/**
 * What redeeming costs beyond its transaction: `POST /api/redemptions` against the bare TransactWriteItems, sent with the
 * very items that the same story decides to write for other pupils of the same shop.
 */
import { whoAsks } from '../functions/access/index.ts';
import { capabilities } from '../functions/entries/wiring/capabilities.ts';
import { createApp } from '../functions/platform/http/app.ts';
import { toRequest } from '../functions/platform/store/dynamo/to-transact.ts';
import { compare, type Task } from './compare.ts';
import { atLeast, type Finding, rounded } from './report.ts';
import { send, writeHeaders } from './request.ts';
import { type Stage, tableName } from './stage.ts';
import { type Pupil, price, type Town, welcome } from './town.ts';

type Request = ReturnType<typeof toRequest>;
const path = '/api/redemptions';

export async function benchRedeem(stage: Stage, town: Town, size: { rounds: number; tasks: number }): Promise<Finding> {
  const { ours, bare, ratio } = await compare(size.rounds, async () => {
    const pupils = await welcome(town, size.tasks * 2);
    const requests = await decide(stage, town, pupils.slice(size.tasks));
    return {
      ours: pupils.slice(0, size.tasks).map((pupil, number) => () => redeemOver(stage.url, town, pupil, number)),
      bare: requests.map(
        (request): Task =>
          () =>
            stage.client.send(request as Parameters<typeof stage.client.send>[0]),
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

const wantedBy = ({ items, desk }: Town, number: number) => ({ item: items[number % items.length], desk, price });

const redeemOver = (url: string, town: Town, { cookie }: Pupil, number: number) =>
  send(url + path, { method: 'POST', cookie, body: wantedBy(town, number) });

/** The transactions that redeeming would write for these pupils: the stories read and decide, and nothing is written. */
async function decide(stage: Stage, town: Town, pupils: readonly Pupil[]): Promise<Request[]> {
  const decided: Request[] = [];
  const store = {
    ...town.tools.store,
    async transact(operation: string, writes: Parameters<typeof stage.store.transact>[1]) {
      decided.push(toRequest(writes, tableName, stage.toolsStage, operation));
      return { done: true } as const;
    },
  };
  const app = createApp({ capabilities, tools: { ...town.tools, store }, whoAsks });
  for (const [number, { cookie }] of pupils.entries()) {
    const init = {
      method: 'POST',
      headers: { cookie, ...writeHeaders() },
      body: JSON.stringify(wantedBy(town, number)),
    };
    const event = { requestContext: { timeEpoch: Date.now(), requestId: 'bench', http: { sourceIp: '127.0.0.1' } } };
    const response = await app.request(path, init, { event });
    if (!response.ok) throw new Error(`Redeeming was refused: ${await response.text()}`);
  }
  if (decided.length !== pupils.length) throw new Error('Redeeming is no longer one transaction');
  return decided;
}
