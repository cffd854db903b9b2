import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { dayMs } from '../hours/squad.ts';
import {
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  signInAgain,
  whom,
} from '../orders/neighbourhood.ts';
import { everythingStored, expectRefusal, welcome } from '../teams/school.ts';
import { listAsk, listedWish, wishAsk, wishFor } from './wishing.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});
const world = () => town.district.world;
const claim = (client: Client, wish: string, body = {}) =>
  client.ask('POST /api/wishes/{wish}/claim', { params: { wish }, body });

describe('collecting', () => {
  test('POST /api/wishes: one open wish for each person, known by name and phone, whoever sends it', async () => {
    await wishFor(town);
    const visit = { body: wishAsk({ unit: town.community }) };
    await expectRefusal(world(), 'wish_open_already', () => town.desk.ask('POST /api/wishes', visit));
    const other = { body: wishAsk({ unit: town.community, contact: { ...whom, name: '赵爷爷' } }) };
    expect(await town.desk.must('POST /api/wishes', other)).toMatchObject({ state: 'collected', mayWithdraw: true });
  });

  test('four wishes a year, and none that is dear, or money by another name', async () => {
    for (let count = 0; count < 4; count++) {
      const { id: wish } = await wishFor(town);
      await town.resident.must('POST /api/wishes/{wish}/withdrawal', { params: { wish }, body: {} });
    }
    const ask = (change: Parameters<typeof wishAsk>[0]) => () =>
      town.resident.ask('POST /api/wishes', { body: wishAsk(change) });
    await expectRefusal(world(), 'wishes_too_many', ask({}));
    await expectRefusal(world(), 'wish_too_dear', ask({ yuan: 201 }));
    await expectRefusal(world(), 'wish_cash', ask({ item: '两百元红包' }));
    const elsewhere = { body: wishAsk({ unit: town.district.east.unit }) };
    await expectRefusal(world(), 'not_found', () => town.desk.ask('POST /api/wishes', elsewhere));
  });

  test('nothing stored shows whose wish it is', async () => {
    await wishFor(town);
    expect(JSON.stringify(await everythingStored(world()))).not.toMatch(/李奶奶|13800000000|柳荫路/);
  });
});

describe('POST /api/wishes/{wish}/moderation', () => {
  test.each<[string, Partial<typeof listAsk>, ProblemCode]>([
    ['a name', { pseudonym: '李奶奶家' }, 'wish_reveals'],
    ['a phone number', { story: '请打 138 0000 0000' }, 'wish_reveals'],
    ['a door', { story: '送到柳荫路8号3单元201' }, 'wish_reveals'],
    ['something dear', { yuan: 500 }, 'wish_too_dear'],
    ['money', { item: '购物卡' }, 'wish_cash'],
  ])('%s does not get onto the list', async (_, change, code) => {
    const { id: wish } = await wishFor(town);
    const body = { ...listAsk, ...change };
    const ask = () => town.desk.ask('POST /api/wishes/{wish}/moderation', { params: { wish }, body });
    await expectRefusal(world(), code, ask);
  });

  test('a wish is looked at once; another community’s is not_found', async () => {
    const wish = await listedWish(town);
    const ask = (client: Client) => () =>
      client.ask('POST /api/wishes/{wish}/moderation', { params: { wish }, body: listAsk });
    await expectRefusal(world(), 'wish_not_open', ask(town.desk));
    const other = await openNeighbourhood(town.district);
    await expectRefusal(world(), 'not_found', ask(other.desk));
    await expectRefusal(world(), 'not_found', () => other.desk.ask('GET /api/wishes/{wish}', { params: { wish } }));
  });

  test('what is turned down says why to the resident, and leaves room for another wish', async () => {
    const { id: wish } = await wishFor(town);
    const body = { decision: 'turn_down', reason: '社区可以直接帮您解决' } as const;
    await town.desk.must('POST /api/wishes/{wish}/moderation', { params: { wish }, body });
    expect((await town.resident.must('GET /api/me/wishes', {})).items[0]).toMatchObject({
      state: 'turned_down',
      reason: '社区可以直接帮您解决',
    });
    expect((await wishFor(town)).state).toBe('collected');
  });
});

describe('claiming', () => {
  test('GET /api/wishes shows strangers a pseudonym, an age band and the thing, and never who or where', async () => {
    await listedWish(town);
    const { items } = await helpers.leader.must('GET /api/wishes', {});
    expect(items).toMatchObject([
      { pseudonym: '柳荫的奶奶', item: '保温杯', yuan: 60, ageBand: 'elder', unitName: '柳荫社区' },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/李奶奶|138[0*]{4}|柳荫路/);
  });

  test('POST /api/wishes/{wish}/claim: exactly one claims a wish; the others read wish_taken', async () => {
    const wish = await listedWish(town);
    const other = await openHelpers(town);
    const said = await Promise.all([claim(helpers.leader, wish), claim(other.leader, wish)]);
    expect(said.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(said.find(({ ok }) => !ok)?.body).toMatchObject({ code: 'wish_taken' });
    expect((await helpers.leader.must('GET /api/wishes', {})).items).toEqual([]);
  });

  test('a minor does not claim alone; what is not listed is not_found, what is withdrawn not open', async () => {
    const wish = await listedWish(town);
    const pupil = await welcome(town.district, town.district.east);
    await expectRefusal(world(), 'too_young_alone', () => claim(pupil.client, wish));
    const hidden = await town.desk.must('POST /api/wishes', {
      body: wishAsk({ unit: town.community, contact: { ...whom, name: '赵爷爷' } }),
    });
    await expectRefusal(world(), 'not_found', () => claim(helpers.leader, hidden.id));
    await town.resident.must('POST /api/wishes/{wish}/withdrawal', { params: { wish }, body: {} });
    await expectRefusal(world(), 'wish_not_open', () => claim(helpers.leader, wish));
  });

  test('a company claims through the community, which is shown whom to remind', async () => {
    const wish = await listedWish(town);
    expect((await claim(town.desk, wish, { company: '青桥书店' })).ok).toBe(true);
    expect(await town.desk.must('GET /api/wishes/{wish}', { params: { wish } })).toMatchObject({
      claimer: '青桥书店',
      contact: whom,
    });
    const lane = 'claimed' as const;
    const { items } = await town.desk.must('GET /api/wish-desk', { query: { unit: town.community, lane } });
    expect(items).toMatchObject([{ id: wish, claimer: '青桥书店' }]);
    const other = await openNeighbourhood(town.district);
    const second = await listedWish(other, { contact: { ...whom, name: '孙奶奶' } });
    await expectRefusal(world(), 'not_found', () => claim(town.desk, second));
  });

  test('POST /api/wishes/{wish}/release: only whoever claimed it, or the desk, gives it back', async () => {
    const wish = await listedWish(town);
    const release = (client: Client) => () =>
      client.ask('POST /api/wishes/{wish}/release', { params: { wish }, body: {} });
    await expectRefusal(world(), 'wish_not_open', release(town.desk));
    await claim(helpers.leader, wish);
    const other = await openHelpers(town);
    await expectRefusal(world(), 'not_found', release(other.leader));
    expect((await release(helpers.leader)()).ok).toBe(true);
    expect((await claim(other.leader, wish)).ok).toBe(true);
  });

  test('a claim that is not kept within seven days ends by itself, once', async () => {
    const wish = await listedWish(town);
    await claim(helpers.leader, wish);
    world().now += 7 * dayMs - 1;
    expect((await world().tick()).wishes).toBe(0);
    world().now += 1;
    expect((await world().tick()).wishes).toBe(1);
    expect((await world().tick()).wishes).toBe(0);
    await signInAgain(town, helpers);
    expect((await helpers.leader.must('GET /api/wishes', {})).items.map(({ id }) => id)).toEqual([wish]);
    expect((await helpers.leader.must('GET /api/me/claims', {})).items).toEqual([]);
  });

  test('after thirty days on the list the community looks again: once more, or no longer', async () => {
    const { administrator } = town.district;
    const wish = await listedWish(town);
    world().now += 30 * dayMs;
    await world().tick();
    await signInAgain(town, helpers);
    const review = (body: { decision: 'list' | 'withdraw' }) => () =>
      administrator.ask('POST /api/wishes/{wish}/review', { params: { wish }, body });
    expect((await review({ decision: 'list' })()).body).toMatchObject({ state: 'listed' });
    await expectRefusal(world(), 'wish_not_open', review({ decision: 'list' }));
    world().now += 30 * dayMs;
    await world().tick();
    await signInAgain(town, helpers);
    expect((await review({ decision: 'withdraw' })()).body).toMatchObject({ state: 'withdrawn' });
    const other = await openNeighbourhood(town.district);
    const foreign = { params: { wish }, body: { decision: 'list' as const } };
    await expectRefusal(world(), 'not_found', () => other.desk.ask('POST /api/wishes/{wish}/review', foreign));
  });
});

test.each([
  ['GET /api/wishes', () => helpers.leader],
  ['GET /api/me/wishes', () => town.resident],
  ['GET /api/me/claims', () => helpers.leader],
] as const)('%s: a made-up cursor is cursor_invalid', async (route, client) => {
  await expectRefusal(world(), 'cursor_invalid', () => client().ask(route, { query: { cursor: 'made.up' } }));
});

test('GET /api/wish-desk: a foreign unit is not_found, a made-up cursor cursor_invalid', async () => {
  const ask = (query: { unit: string; cursor?: string }) => () => town.desk.ask('GET /api/wish-desk', { query });
  await expectRefusal(world(), 'not_found', ask({ unit: town.district.east.unit }));
  await expectRefusal(world(), 'cursor_invalid', ask({ unit: town.community, cursor: 'made.up' }));
});
