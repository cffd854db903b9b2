/** One open order on DynamoDB Local: fifty teams want it at the same moment. */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teamOrdersCapability } from '../../functions/orders/index.ts';
import { candidateOf, profilesOf, profileWrite } from '../../functions/orders/profile-rows.ts';
import { type Order, orderAt, orderOf, orderWrite } from '../../functions/orders/rows.ts';
import type { Ask } from '../../functions/platform/ask.ts';
import { runStory } from '../../functions/platform/http/run-story.ts';
import { newKeys } from '../../functions/platform/identity/keys.ts';
import { makeVault } from '../../functions/platform/identity/vault.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import { Problem } from '../../functions/platform/problem.ts';
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import { readAll } from '../../functions/platform/store/read-all.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { teamOrders } from '../../shared/contracts/team-orders.ts';
import { unitTree } from '../../shared/rules/units.ts';
import { schoolMorning } from '../harness.ts';
import { startTables } from '../store/local-dynamodb.ts';

const teamCount = 50;
const route = 'POST /api/orders/{order}/acceptance' as const;
const [district, unit, now] = ['D', 'U', schoolMorning];
let local: Awaited<ReturnType<typeof startTables>>;

beforeAll(async () => {
  local = await startTables('one-order-');
}, 120_000);
afterAll(() => local.stop());

const leaderOf = (team: string): Who => ({
  district,
  account: `leader-${team}`,
  person: `leader-${team}`,
  post: { id: `leader-${team}`, role: 'leader', scope: team, unit },
  units: unitTree([
    { id: district, kind: 'district', name: '区' },
    { id: unit, kind: 'community', name: '社区', parent: district },
  ]),
  session: 'session',
});

function openOrder(tools: Tools, id: string): Order {
  const sealed = { name: '李奶奶', phone: '138', address: '8 号', risk: '无', code: '1234' };
  return {
    ...{ id, district, rev: 0, state: 'open', unit, kind: 'haircut', title: '上门理发', skill: 'hair', minutes: 60 },
    ...{ days: 7, riskLevel: 0, homeVisit: true, urgent: false, from: now + 86_400_000, to: now + 90_000_000 },
    ...{
      phrases: [],
      channel: 'phone',
      placedAt: now,
      placedBy: 'desk',
      steps: [],
      offers: [],
      except: [],
      members: [],
    },
    sealed: tools.vault.sealPersonal(`${district}|order|${id}`, sealed),
    dueAt: now + 86_400_000,
  };
}

async function wants(tools: Tools, team: string, order: string): Promise<string> {
  const ask = { who: leaderOf(team), params: { order }, query: undefined, body: {}, now, key: crypto.randomUUID() };
  const { stories } = await teamOrdersCapability.load();
  return runStory(route, teamOrders[route], stories[route], ask as unknown as Ask, tools).then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof Problem) return error.code;
      throw error;
    },
  );
}

test('50 teams want one open order: exactly one gets it, the others read order_taken', async () => {
  const tools: Tools = {
    store: dynamoStore({ ...local, stage: 'one-order' }),
    vault: makeVault(newKeys()),
    files: { put: () => Promise.reject(new Error('No files')), get: () => Promise.reject(new Error('No files')) },
    newId: (at) => ulid(at),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  };
  const teams = Array.from({ length: teamCount }, () => tools.newId(now));
  const profile = { takes: true, skills: ['hair' as const], slots: [], loadMax: 3 };
  for (const id of teams) await tools.store.transact(`team#${id}`, [profileWrite(district, { id, unit }, profile)]);
  const order = tools.newId(now);
  await tools.store.transact(`order#${order}`, [orderWrite(openOrder(tools, order), 0)]);

  const said = await Promise.all(teams.map((team) => wants(tools, team, order)));

  expect(said.filter((what) => what === 'accepted')).toHaveLength(1);
  expect(said.filter((what) => what === 'order_taken')).toHaveLength(teamCount - 1);
  const winner = teams[said.indexOf('accepted')] ?? '';
  const [item] = await tools.store.get([orderAt(district, order)]);
  expect(item && orderOf(item)).toMatchObject({ state: 'accepted', team: winner });
  const loads = (await readAll(tools.store, profilesOf(district))).map((row) => candidateOf(row, now));
  expect(loads.filter(({ load }) => load > 0).map(({ team, load }) => ({ team, load }))).toEqual([
    { team: winner, load: 1 },
  ]);
}, 120_000);
