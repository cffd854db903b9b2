import { beforeEach, describe, expect, test } from 'vitest';
import { recordAt, recordOf } from '../../functions/hours/rows.ts';
import { hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import {
  acceptedOrder,
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  place,
  signInAgain,
  visit,
} from './neighbourhood.ts';

let town: Neighbourhood;
let helpers: Helpers;
let done: { order: string; link: string; code: string; shift: string };
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
  const { id, link, code } = await acceptedOrder(town, helpers);
  const { shift = '' } = await visit(town, helpers, id);
  done = { order: id, link, code, shift };
});
const tags = ['on_time' as const, 'friendly' as const];
const stateOf = async () => (await town.resident.must('GET /api/me/orders', {})).items[0]?.state;

describe('by link and four digits', () => {
  test('POST /api/tracks shows every step to whoever has both, without an account and without names', async () => {
    const { link, code } = done;
    const seen = await town.district.world.client().must('POST /api/tracks', { body: { link, code } });
    expect(seen).toMatchObject({ id: done.order, state: 'done', mayRate: true, teamName: '青荷队' });
    expect(JSON.stringify(seen)).not.toMatch(/李奶奶|138[0*]{4}|柳荫路|王大明/);
  });

  test('POST /api/tracks/rating rates once; the same stars again are no second rating', async () => {
    const stranger = town.district.world.client();
    const { link, code } = done;
    const body = { link, code, stars: 5, tags };
    expect(await stranger.must('POST /api/tracks/rating', { body })).toMatchObject({ state: 'rated', stars: 5 });
    expect(await stranger.must('POST /api/tracks/rating', { body })).toMatchObject({ state: 'rated', stars: 5 });
    const other = await stranger.ask('POST /api/tracks/rating', { body: { ...body, stars: 1 } });
    expect(other.body).toMatchObject({ code: 'order_not_open' });
    const { items } = await helpersCandidates();
    expect(items[0]?.reasons.find(({ factor }) => factor === 'quality')?.value).toBe(42);
  });

  test.each(['POST /api/tracks', 'POST /api/tracks/rating'] as const)(
    '%s: a wrong code and a made-up link look the same, and after five tries one waits',
    async (route) => {
      const { world } = town.district;
      const stranger = world.client();
      const { link, code } = done;
      const wrong = String((Number(code) + 1) % 10_000).padStart(4, '0');
      const ask = (said: { link: string; code: string }) => stranger.ask(route, { body: { ...said, stars: 5 } });
      const forged = link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
      expect((await ask({ link: forged, code })).body).toMatchObject({ code: 'track_invalid' });
      for (let count = 0; count < 5; count++)
        expect((await ask({ link, code: wrong })).body).toMatchObject({ code: 'track_invalid' });
      expect((await ask({ link, code })).body).toMatchObject({ code: 'sign_in_paused' });
      world.now += 10 * 60_000;
      expect((await ask({ link, code })).ok).toBe(true);
    },
  );

  test('another order’s link with this order’s code opens nothing', async () => {
    await signInAgain(town, helpers);
    let other = done;
    while (other.code === done.code) other = { ...done, ...(await placeSoon()) };
    const stranger = town.district.world.client();
    const said = await stranger.ask('POST /api/tracks', { body: { link: other.link, code: done.code } });
    expect(said.body).toMatchObject({ code: 'track_invalid' });
  });
});

function placeSoon() {
  const { now } = town.district.world;
  return place(town, {
    from: new Date(now + hourMs).toISOString(),
    to: new Date(now + 2 * hourMs).toISOString(),
  });
}

async function helpersCandidates() {
  await signInAgain(town, helpers);
  const { id: order } = await placeSoon();
  return town.district.administrator.must('GET /api/orders/{order}/candidates', { params: { order } });
}

describe('ratings', () => {
  test('POST /api/orders/{order}/rating: the resident’s stars are the quality, before the leader’s', async () => {
    const { world, id: district } = town.district;
    const [volunteer = ''] = helpers.adults;
    await helpers.leader.must('PUT /api/shifts/{shift}/ratings', {
      params: { shift: done.shift },
      body: { ratings: [{ volunteer, quality: 3 }] },
    });
    await town.resident.must('POST /api/orders/{order}/rating', {
      params: { order: done.order },
      body: { stars: 5, tags },
    });
    const [item] = await world.store.get([recordAt(district, done.shift, volunteer)]);
    expect(item && recordOf(item)).toMatchObject({ residentStars: 5, rating: { quality: 3 }, ratedTimes: 2 });
    const again = () =>
      town.resident.ask('POST /api/orders/{order}/rating', { params: { order: done.order }, body: { stars: 5 } });
    await expectRefusal(world, 'order_not_open', again);
  });

  test('asked by phone, the desk writes it down; of another community it is not_found', async () => {
    const { administrator, world } = town.district;
    const other = await openNeighbourhood(town.district);
    const params = { order: done.order };
    const foreign = () => other.desk.ask('POST /api/orders/{order}/rating', { params, body: { stars: 5 } });
    await expectRefusal(world, 'not_found', foreign);
    await administrator.must('POST /api/orders/{order}/rating', { params, body: { stars: 4 } });
    const opened = await administrator.must('GET /api/orders/{order}', { params });
    expect(opened.steps.at(-1)).toMatchObject({ state: 'rated', by: 'district_admin' });
  });

  test('three days of silence close an order without stars, and leave the hours as they are', async () => {
    const { world } = town.district;
    world.now += 72 * hourMs - 1;
    await world.tick();
    await signInAgain(town, helpers);
    expect(await stateOf()).toBe('done');
    world.now += 1;
    await world.tick();
    expect(await stateOf()).toBe('closed');
    const late = () =>
      town.resident.ask('POST /api/orders/{order}/rating', { params: { order: done.order }, body: { stars: 5 } });
    await expectRefusal(world, 'order_not_open', late);
    const { records } = await helpers.leader.must('GET /api/shifts/{shift}', { params: { shift: done.shift } });
    expect(records).toMatchObject([{ minutes: 60 }]);
    const { items } = await helpersCandidates();
    expect(items[0]?.reasons.find(({ factor }) => factor === 'quality')?.value).toBe(40);
  });

  test('POST /api/orders/{order}/call-back: two stars and fewer are asked after once, in two days', async () => {
    const { administrator, world } = town.district;
    const params = { order: done.order };
    const close =
      (client = administrator) =>
      () =>
        client.ask('POST /api/orders/{order}/call-back', { params, body: { note: '已道歉，重新约了时间' } });
    await expectRefusal(world, 'order_not_open', close());
    await town.resident.must('POST /api/orders/{order}/rating', { params, body: { stars: 2, tags: ['late'] } });
    const lane = 'call_back' as const;
    const queue = () => administrator.must('GET /api/orders', { query: { unit: town.community, lane } });
    // Rated on Tuesday: by the end of Thursday.
    expect((await queue()).items).toMatchObject([{ id: done.order, stars: 2, due: '2026-03-05T16:00:00.000Z' }]);
    const other = await openNeighbourhood(town.district);
    await expectRefusal(world, 'not_found', close(other.desk));
    expect((await close()()).body).toMatchObject({ callBackNote: '已道歉，重新约了时间' });
    expect((await queue()).items).toEqual([]);
    await expectRefusal(world, 'order_not_open', close());
  });
});
