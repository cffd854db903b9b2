import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../teams/school.ts';
import { accept, acceptedOrder, offeredTo, openHelpers, openTo, pass, place, stateOf } from './neighbourhood.ts';
import { eachInTown, town } from './town.ts';

eachInTown();

describe('accepting', () => {
  test('exactly one team gets an order: the offers to the others end, and they read order_taken', async () => {
    const [one, two] = [await openHelpers(town), await openHelpers(town)];
    const { id } = await place(town);
    await pass(town, id);
    expect((await accept(one, id)).state).toBe('accepted');
    expect(await offeredTo(two.leader)).toEqual([]);
    const params = { order: id };
    const { world } = town.district;
    const late = () => two.leader.ask('POST /api/orders/{order}/acceptance', { params, body: {} });
    await expectRefusal(world, 'order_taken', late);
    const again = () => one.leader.ask('POST /api/orders/{order}/acceptance', { params, body: {} });
    await expectRefusal(world, 'order_not_open', again);
  });

  test('an order offered to others is not_found, an open one needs the skill', async () => {
    const { world } = town.district;
    const unable = await openHelpers(town, { skills: ['repair'] });
    const waiting = await place(town);
    const params = { order: waiting.id };
    const ask = () => unable.leader.ask('POST /api/orders/{order}/acceptance', { params, body: {} });
    await expectRefusal(world, 'not_found', ask);
    await pass(town, waiting.id);
    await expectRefusal(world, 'team_cannot_take', ask);
    expect(await openTo(unable.leader)).toEqual([]);
    const refuse = () => unable.leader.ask('POST /api/orders/{order}/refusal', { params, body: {} });
    await expectRefusal(world, 'order_not_open', refuse);
  });

  test('§6.6 team dropping: two accepted orders given back within a month put a team behind the others', async () => {
    const careless = await openHelpers(town);
    const { world } = town.district;
    for (let count = 0; count < 2; count++) {
      const { id } = await acceptedOrder(town, careless);
      const body = { reason: '人手不够' };
      await careless.leader.must('POST /api/orders/{order}/hand-back', { params: { order: id }, body });
      expect(await stateOf(town, id)).toBe('open');
      const again = () => careless.leader.ask('POST /api/orders/{order}/hand-back', { params: { order: id }, body });
      await expectRefusal(world, 'not_found', again);
    }
    const steady = await openHelpers(town);
    const { id: order } = await place(town);
    const { items } = await town.desk.must('GET /api/orders/{order}/candidates', { params: { order } });
    expect(items.map(({ team }) => team)).toEqual([steady.team, careless.team]);
    expect(items[1]?.reasons.at(-1)).toEqual({ factor: 'drops', value: 2, points: -100 });
  });

  test('an order given back is offered to the next team at once, and the resident reads why', async () => {
    const [one, two] = [await openHelpers(town), await openHelpers(town)];
    const { id: order } = await acceptedOrder(town, one);
    const body = { reason: '人手不够' };
    await one.leader.must('POST /api/orders/{order}/hand-back', { params: { order }, body });
    expect(await offeredTo(two.leader)).toEqual([order]);
    expect((await one.leader.must('GET /api/team-orders', {})).running).toEqual([]);
    expect((await town.resident.must('GET /api/me/orders', {})).items[0]?.steps.at(-1)).toMatchObject({
      state: 'offered',
      reason: '人手不够',
    });
  });
});

test('PUT /api/team-orders/profile: a team that stops taking orders is not asked', async () => {
  const helpers = await openHelpers(town);
  const profile = { takes: false, skills: ['hair' as const], slots: ['1-morning' as const], loadMax: 2 };
  await helpers.leader.must('PUT /api/team-orders/profile', { body: profile });
  const { id } = await place(town);
  expect((await pass(town, id)).state).toBe('open');
  expect((await helpers.leader.must('GET /api/team-orders', {})).profile).toEqual(profile);
});
