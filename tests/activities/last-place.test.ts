/** The last place on DynamoDB Local: everybody wants it at the same moment. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activitiesCapability, signUpsCapability } from '../../functions/activities/index.ts';
import { partOf, partsOf } from '../../functions/activities/part-rows.ts';
import { headAt, shiftOf } from '../../functions/activities/rows.ts';
import { runStory } from '../../functions/platform/http/run-story.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import { readAll } from '../../functions/platform/store/read-all.ts';
import { contracts } from '../../shared/contracts/index.ts';
import { beginHistory } from '../simulation/beginning.ts';
import { pupilWrite } from '../simulation/founding.ts';
import { seeded } from '../simulation/random.ts';
import { realTime } from '../simulation/scheduler.ts';
import { startTables } from '../store/local-dynamodb.ts';
import { activityAsk, dayMs, hourMs, iso } from './stage.ts';

const clients = 200;
let local: Awaited<ReturnType<typeof startTables>>;

beforeAll(async () => {
  local = await startTables('last-place-');
}, 120_000);
afterAll(() => local.stop());

test('200 people want the last place: exactly one has it, and the others wait, each at an own position', async () => {
  const store = dynamoStore({ ...local, stage: 'last-place' });
  const { makeTools, world, epoch: now } = await beginHistory({ random: seeded(1), schedule: realTime(), store });
  const tools = makeTools(store);
  const { district, pupils, leaders } = world;
  const [leader, classmate] = [leaders[0], pupils[0]];
  if (!leader || !classmate) throw new Error('A world without people');
  const wire = { address: '::1', origin: 'https://bank', setSession: () => undefined };
  const ask = async (name: keyof typeof contracts, who: Who, params: object, body: object) => {
    const capability = name.startsWith('POST /api/open') ? signUpsCapability : activitiesCapability;
    const { stories } = await capability.load();
    const request = { who, params, query: undefined, body, now, key: crypto.randomUUID(), wire };
    const { answer } = await runStory(name, contracts[name], stories[name], request as never, tools);
    return answer;
  };
  const from = now + 2 * dayMs;
  const body = activityAsk({
    audience: 'unit',
    roles: [{ name: '引导员', places: 1 }],
    shifts: [{ from: iso(from), to: iso(from + hourMs) }],
  });
  const published = (await ask('POST /api/activities', leader, {}, body)) as { shifts: { id: string }[] };
  const shift = published.shifts[0]?.id ?? '';
  const people = Array.from({ length: clients }, (): Who => {
    const id = tools.newId(now);
    return { ...classmate, account: id, person: id };
  });
  for (const who of people) {
    await store.transact(`welcome#${who.person}`, [pupilWrite(tools, who, leader.post.unit, 'junior')]);
  }

  const started = performance.now();
  const said = await Promise.all(
    people.map((who) => ask('POST /api/open-shifts/{shift}/sign-up', who, { shift }, { role: 0 })),
  );
  console.log(`${clients} sign-ups for one place were settled in ${Math.round(performance.now() - started)} ms`);

  const states = said.map((answer) => (answer as { state: string }).state);
  expect(states.filter((state) => state === 'signed')).toHaveLength(1);
  expect(states.filter((state) => state === 'waiting')).toHaveLength(clients - 1);
  const parts = (await readAll(store, partsOf(district, shift))).map(partOf);
  expect(parts.filter(({ state }) => state === 'signed')).toHaveLength(1);
  expect(new Set(parts.map(({ queue }) => queue)).size).toBe(clients);
  const [head] = await store.get([headAt(district, shift)]);
  expect(head && shiftOf(head).free).toEqual([0]);
}, 120_000);
