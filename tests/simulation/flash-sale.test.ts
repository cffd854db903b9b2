/** A sought-after reward on DynamoDB Local: everybody wants it at the same moment. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalWrites, post } from '../../functions/ledger/index.ts';
import { emptyBalance } from '../../functions/ledger/rows.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import { creationWrites } from '../../functions/rewards/rows.ts';
import { stockChangeWrites } from '../../functions/rewards/stock-change-rows.ts';
import { auditLedger } from '../../scripts/audit/ledger.ts';
import { auditRewards, redemptionsIn } from '../../scripts/audit/rewards.ts';
import { readDistrict } from '../../scripts/audit/stored.ts';
import { startTables } from '../store/local-dynamodb.ts';
import { beginHistory } from './beginning.ts';
import { attemptAt } from './clients.ts';
import { pupilWrite } from './founding.ts';
import { seeded } from './random.ts';
import { realTime } from './scheduler.ts';
import { type Simulation, send } from './simulation.ts';

const buyerCount = 200;
const pieces = 50;
const price = 10;
let local: Awaited<ReturnType<typeof startTables>>;

beforeAll(async () => {
  local = await startTables('flash-sale-');
}, 120_000);
afterAll(() => local.stop());

test('200 people want one of 50 pieces: exactly 50 get one, and the others are told that it is sold out', async () => {
  const store = dynamoStore({ ...local, stage: 'flash-sale' });
  const simulation = await beginHistory({ random: seeded(1), schedule: realTime(), store });
  const { world, epoch, attempts } = simulation;
  const item = await offer(simulation);
  const buyers = await Promise.all(Array.from({ length: buyerCount }, () => welcomeBuyer(simulation)));
  attempts.length = 0;

  const body = { item, desk: String(world.desks[0]?.post.scope), price };
  const started = performance.now();
  const asked = buyers.map((who) =>
    send(simulation, attemptAt(simulation, { name: 'POST /api/redemptions', who, body })),
  );
  await Promise.all(asked);
  console.log(`${buyerCount} redemptions at once were settled in ${Math.round(performance.now() - started)} ms`);

  const said = attempts.map(({ outcome }) => (outcome?.kind === 'refusal' ? outcome.code : outcome?.kind));
  expect(said.filter((what) => what === 'answer')).toHaveLength(pieces);
  expect(said.filter((what) => what === 'sold_out')).toHaveLength(buyerCount - pieces);
  const stored = await readDistrict(store, world.district);
  const sold = redemptionsIn(stored).filter((redemption) => redemption.item === item);
  expect(sold).toHaveLength(pieces);
  expect(new Set(sold.map(({ code }) => code)).size).toBe(pieces);
  expect([...auditLedger(stored, epoch), ...auditRewards(stored, epoch), ...simulation.violations]).toEqual([]);
}, 120_000);

/** Puts the pieces on one desk's shelf. */
async function offer({ makeTools, store, world, epoch: at }: Simulation): Promise<string> {
  const { district, administrator, desks } = world;
  const [desk] = desks;
  if (!desk) throw new Error('A world without a desk');
  const id = makeTools(store).newId(at);
  const item = { id, unit: administrator.post.unit, name: '电影卡', kind: 'film_card', price, open: true } as const;
  const shelf = { id: desk.post.scope, unit: desk.post.unit };
  const stock = { id, item: id, desk: shelf, change: pieces, reason: '首发', by: 'founding', at };
  const writes = [...creationWrites(district, administrator.units, item, stock), ...stockChangeWrites(district, stock)];
  await store.transact(`offer#${id}`, writes);
  return id;
}

/** A pupil with points for one piece. */
async function welcomeBuyer({ makeTools, store, world, epoch: now }: Simulation): Promise<Who> {
  const tools = makeTools(store);
  const [classmate] = world.pupils;
  if (!classmate) throw new Error('A world without pupils');
  const { district } = world;
  const id = tools.newId(now);
  const who = { ...classmate, account: id, person: id };
  const earned = { tx: `A#${id}`, kind: 'service', points: price, expiry: '20270831', reference: id } as const;
  const posted = post(emptyBalance, [earned], { district, wallet: id, by: 'founding', now, returnedDaysMin: 0 });
  if (!posted) throw new Error('A credit was refused');
  const pupil: Write = pupilWrite(tools, who, classmate.post.unit, 'junior');
  await store.transact(`welcome#${id}`, [pupil, ...journalWrites(posted), ...posted.writes]);
  return who;
}
