import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import {
  accept,
  offeredTo,
  openHelpers,
  openNeighbourhood,
  openTo,
  orderAsk,
  pass,
  place,
  signInAgain,
  stateOf,
} from './neighbourhood.ts';
import { eachInTown, town } from './town.ts';

eachInTown();

describe('dispatch', () => {
  test('a passed order is offered to the best three of those who can do it, with the reasons shown', async () => {
    const able = [await openHelpers(town), await openHelpers(town), await openHelpers(town), await openHelpers(town)];
    const unable = await openHelpers(town, { skills: ['repair'] });
    const { id } = await place(town);
    const asked = { params: { order: id } };
    const { items } = await town.desk.must('GET /api/orders/{order}/candidates', asked);
    expect(items).toHaveLength(4);
    expect(items[0]?.reasons.map(({ factor }) => factor)).toEqual(['distance', 'free', 'load', 'fairness', 'quality']);
    expect(items[0]?.points).toBe(items[0]?.reasons.reduce((sum, { points }) => sum + points, 0));
    await pass(town, id);
    const offered = await Promise.all(able.map(async ({ leader }) => (await offeredTo(leader)).length));
    expect(offered.reduce((sum, count) => sum + count)).toBe(3);
    expect(await offeredTo(unable.leader)).toEqual([]);
    expect(await stateOf(town, id)).toBe('offered');
  });

  test('places of teams and orders are kept to 100 metres, and the near team comes before the far one', async () => {
    const [far, near] = [await openHelpers(town), await openHelpers(town)];
    const describeAt = ({ leader }: typeof far, latitude: number) => {
      const body = { takes: true, skills: ['hair' as const], slots: [], loadMax: 3 };
      const spot = { latitude, longitude: 120.155_149 };
      return leader.must('PUT /api/team-orders/profile', { body: { ...body, spot } });
    };
    await describeAt(far, 30.4);
    expect((await describeAt(near, 30.274_151)).spot).toEqual({ latitude: 30.274, longitude: 120.155 });
    const { profile } = await near.leader.must('GET /api/team-orders', {});
    expect(profile?.spot).toEqual({ latitude: 30.274, longitude: 120.155 });
    const { id: order } = await place(town, { spot: { latitude: 30.274_449, longitude: 120.155_451 } });
    const { items } = await town.desk.must('GET /api/orders/{order}/candidates', { params: { order } });
    expect(items.map(({ team }) => team)).toEqual([near.team, far.team]);
    expect(items[0]?.reasons.find(({ factor }) => factor === 'distance')?.value).toBe(0);
  });

  test('without anybody who can do it an order is open at once', async () => {
    const { id } = await place(town);
    expect((await pass(town, id)).state).toBe('open');
  });

  test('no team is offered more than it can take at once', async () => {
    const helpers = await openHelpers(town, { loadMax: 2 });
    const orders = [await place(town), await place(town), await place(town)];
    for (const { id } of orders) await pass(town, id);
    expect(await offeredTo(helpers.leader)).toHaveLength(2);
    expect(await stateOf(town, orders[2]?.id ?? '')).toBe('open');
    const params = { order: orders[2]?.id ?? '' };
    const grab = () => helpers.leader.ask('POST /api/orders/{order}/acceptance', { params, body: {} });
    await expectRefusal(town.district.world, 'team_load_full', grab);
    const refuse = { params: { order: orders[0]?.id ?? '' }, body: {} };
    await helpers.leader.must('POST /api/orders/{order}/refusal', refuse);
    expect((await helpers.leader.must('POST /api/orders/{order}/acceptance', { params, body: {} })).state).toBe(
      'accepted',
    );
  });

  test('an offer nobody answers opens to all after a day, and goes to the desk after two more', async () => {
    const { world } = town.district;
    const helpers = await openHelpers(town);
    const late = await openHelpers(town, { skills: ['hair', 'meals'] });
    const from = new Date(schoolMorning + 10 * 24 * hourMs).toISOString();
    const to = new Date(schoolMorning + 10 * 24 * hourMs + hourMs).toISOString();
    const { id } = await place(town, { from, to });
    await pass(town, id);
    world.now += 24 * hourMs - 1;
    await world.tick();
    await helpers.signIn();
    expect(await offeredTo(helpers.leader)).toEqual([id]);
    world.now += 1;
    expect((await world.tick()).orders).toBe(1);
    expect((await world.tick()).orders).toBe(0);
    await Promise.all([helpers.signIn(), late.signIn()]);
    expect(await offeredTo(helpers.leader)).toEqual([]);
    expect(await openTo(late.leader)).toEqual([id]);
    world.now += 48 * hourMs;
    await world.tick();
    await signInAgain(town, helpers);
    expect(await stateOf(town, id)).toBe('with_desk');
    expect(await openTo(helpers.leader)).toEqual([]);
    const unit = town.community;
    const { items } = await town.district.administrator.must('GET /api/orders', { query: { unit, lane: 'desk' } });
    expect(items.map((item) => item.id)).toEqual([id]);
  });

  test('an urgent offer lasts two hours, and no offer lasts beyond the time agreed on', async () => {
    await openHelpers(town, { skills: ['meals'] });
    const soon = {
      kind: 'meal',
      from: new Date(schoolMorning + hourMs).toISOString(),
      to: new Date(schoolMorning + 3 * hourMs).toISOString(),
    };
    const later = { ...soon, from: orderAsk().from, to: orderAsk().to };
    const [near, far] = [await place(town, soon), await place(town, { ...later, urgent: true })];
    expect((await pass(town, near.id)).due).toBe(new Date(schoolMorning + hourMs).toISOString());
    expect((await pass(town, far.id)).due).toBe(new Date(schoolMorning + 2 * hourMs).toISOString());
  });

  test('the last refusal opens an order, and who refused is not asked again', async () => {
    const [one, two] = [await openHelpers(town), await openHelpers(town)];
    const { id } = await place(town);
    await pass(town, id);
    const asked = { params: { order: id }, body: {} };
    await one.leader.must('POST /api/orders/{order}/refusal', asked);
    expect(await stateOf(town, id)).toBe('offered');
    await two.leader.must('POST /api/orders/{order}/refusal', asked);
    expect(await stateOf(town, id)).toBe('open');
    const { items } = await town.desk.must('GET /api/orders/{order}/candidates', { params: { order: id } });
    expect(items).toEqual([]);
  });

  test('POST /api/orders/{order}/dispatch: the desk’s own choice must be able and have room', async () => {
    const [able, unable, full] = [
      await openHelpers(town),
      await openHelpers(town, { skills: ['repair'] }),
      await openHelpers(town, { loadMax: 1 }),
    ];
    const { world } = town.district;
    const first = await place(town);
    await pass(town, first.id);
    await accept(full, first.id);
    const { id: order } = await place(town);
    const ask = (teams?: string[]) => () =>
      town.desk.ask('POST /api/orders/{order}/dispatch', { params: { order }, body: { teams } });
    await expectRefusal(world, 'order_not_open', ask());
    await pass(town, order);
    await expectRefusal(world, 'team_cannot_take', ask([unable.team]));
    await expectRefusal(world, 'team_load_full', ask([full.team]));
    await able.leader.must('POST /api/orders/{order}/refusal', { params: { order }, body: {} });
    const said = await ask([able.team])();
    expect(said.body).toMatchObject({ state: 'offered' });
    expect(await offeredTo(able.leader)).toEqual([order]);
    const other = await openNeighbourhood(town.district);
    const foreign = () => other.desk.ask('POST /api/orders/{order}/dispatch', { params: { order }, body: {} });
    await expectRefusal(world, 'not_found', foreign);
  });
});
