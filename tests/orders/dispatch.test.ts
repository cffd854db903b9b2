import { beforeEach, describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import {
  accept,
  type Neighbourhood,
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

let town: Neighbourhood;
beforeEach(async () => {
  town = await openNeighbourhood();
});

describe('triage', () => {
  test('POST /api/orders/{order}/triage: an order that is turned down says why, and goes nowhere', async () => {
    const helpers = await openHelpers(town);
    const { id } = await place(town);
    const body = { decision: 'turn_down', reason: '请先看病' } as const;
    await town.desk.must('POST /api/orders/{order}/triage', { params: { order: id }, body });
    const { items } = await town.resident.must('GET /api/me/orders', {});
    expect(items[0]).toMatchObject({ state: 'turned_down', mayCancel: false });
    expect(items[0]?.steps.at(-1)).toMatchObject({ by: 'unit_admin', reason: '请先看病' });
    expect(await offeredTo(helpers.leader)).toEqual([]);
  });

  test('what teams read of the need is what the community has let through', async () => {
    const helpers = await openHelpers(town);
    const { id } = await place(town);
    const body = { decision: 'pass', need: '剪短发', riskLevel: 1 } as const;
    await town.desk.must('POST /api/orders/{order}/triage', { params: { order: id }, body });
    const { offered } = await helpers.leader.must('GET /api/team-orders', {});
    expect(offered[0]).toMatchObject({ need: '剪短发', risk: '家里有一只猫', riskLevel: 1, phrases: ['hard_to_walk'] });
    expect(JSON.stringify(offered)).not.toMatch(/李奶奶|138|柳荫路/);
  });

  test('an order is triaged once: order_not_open for the second', async () => {
    const { id } = await place(town);
    await pass(town, id);
    const again = () =>
      town.desk.ask('POST /api/orders/{order}/triage', { params: { order: id }, body: { decision: 'pass' } });
    await expectRefusal(town.district.world, 'order_not_open', again);
  });

  test.each(['GET /api/orders/{order}', 'GET /api/orders/{order}/candidates'] as const)(
    '%s: another community’s order is not_found',
    async (route) => {
      const other = await openNeighbourhood(town.district);
      const { id: order } = await place(town);
      await expectRefusal(town.district.world, 'not_found', () => other.desk.ask(route, { params: { order } }));
      await expectRefusal(town.district.world, 'not_found', () =>
        other.desk.ask('POST /api/orders/{order}/triage', { params: { order }, body: { decision: 'pass' } }),
      );
    },
  );
});

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
