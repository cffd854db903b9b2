/** What an order says to whoever asked, to the community and to teams: once each, and to nobody else. */
import { beforeEach, describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { hourMs } from '../hours/squad.ts';
import {
  accept,
  acceptedOrder,
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  orderAsk,
  pass,
  place,
  signInAgain,
  visit,
  whom,
} from '../orders/neighbourhood.ts';
import { everythingStored } from '../teams/school.ts';
import { inboxOf, kindsOf } from './inboxes.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});
const world = () => town.district.world;
const settled = async () => world().settle();
const minuteMs = 60_000;

describe('a resident', () => {
  test('hears of each step of an order once, with days and ids and nobody’s name', async () => {
    const { id } = await acceptedOrder(town, helpers);
    await settled();
    await visit(town, helpers, id);
    await settled();
    const notices = await inboxOf(town.resident);
    expect(notices.map(({ kind }) => kind).sort()).toEqual(
      [
        ...['order_received', 'order_offered', 'order_accepted', 'order_visitors_named'],
        ...['order_started', 'order_finished'],
      ].sort(),
    );
    expect(notices[0]).toMatchObject({ kind: 'order_finished', facts: { order: id, day: '2026-03-03' } });
    expect(JSON.stringify(notices)).not.toMatch(/李奶奶|138[0*]{4}|柳荫|王大明|青荷队/);
  });

  test('is reminded of the stars a day before it is too late, and told when the order closes without', async () => {
    const { id } = await acceptedOrder(town, helpers);
    await visit(town, helpers, id);
    await settled();
    world().now += 47 * hourMs;
    await world().tick();
    await signInAgain(town);
    expect(await kindsOf(town.resident)).not.toContain('order_to_rate');
    world().now += 2 * hourMs;
    await world().tick();
    world().now += 24 * hourMs;
    await world().tick();
    await signInAgain(town);
    expect((await kindsOf(town.resident)).slice(-2)).toEqual(['order_to_rate', 'order_closed']);
  });

  test('is told that it is turned down, moved, handed back or cancelled, whatever the switches say', async () => {
    const turn = await place(town);
    const params = { order: turn.id };
    const body = { decision: 'turn_down' as const, reason: '当天没有人' };
    await town.desk.must('POST /api/orders/{order}/triage', { params, body });
    const { id: order } = await acceptedOrder(town, helpers);
    const at = (hours: number) => new Date(schoolMorning + hours * hourMs).toISOString();
    const later = { from: at(30), to: at(32), reason: '改到下午' };
    await town.desk.must('POST /api/orders/{order}/extension', { params: { order }, body: later });
    await helpers.leader.must('POST /api/orders/{order}/hand-back', {
      params: { order },
      body: { reason: '人手不够' },
    });
    await town.desk.must('POST /api/orders/{order}/cancellation', { params: { order }, body: { reason: '不需要了' } });
    await settled();
    const told = await kindsOf(town.resident);
    const always = ['order_turned_down', 'order_time_changed', 'order_handed_back', 'order_cancelled'] as const;
    expect(told).toEqual(expect.arrayContaining([...always]));
    const { items } = await town.resident.must('GET /api/me/notice-switches', {});
    for (const kind of always) expect(items).toContainEqual({ kind, on: true, always: true });
    expect(items.map(({ kind }) => kind)).not.toContain('team_order_offered');
  });

  test('without an account hears nothing: whoever noted the order down is told instead', async () => {
    const body = orderAsk({ unit: town.community, contact: whom });
    const { id } = await town.desk.must('POST /api/orders', { body });
    await pass(town, id);
    await accept(helpers, id);
    await settled();
    expect((await kindsOf(town.desk)).sort()).toEqual(['order_accepted', 'order_offered', 'order_to_triage']);
    expect(await kindsOf(town.resident)).toEqual([]);
  });
});

describe('the community’s desk', () => {
  test('hears what waits for it: a new order, one that nobody took, one given back, a low rating', async () => {
    const { id } = await acceptedOrder(town, helpers);
    const idle = await place(town);
    await pass(town, idle.id);
    await helpers.leader.must('POST /api/orders/{order}/refusal', { params: { order: idle.id }, body: {} });
    const back = await acceptedOrder(town, helpers);
    const giving = { params: { order: back.id }, body: { reason: '人手不够' } };
    await helpers.leader.must('POST /api/orders/{order}/hand-back', giving);
    await visit(town, helpers, id);
    await world().tick();
    await town.resident.must('POST /api/orders/{order}/rating', {
      params: { order: id },
      body: { stars: 1, tags: [] },
    });
    await settled();
    const { administrator } = town.district;
    const stored = (await everythingStored(world())).filter(({ sk }) => sk.startsWith('N#'));
    const kinds = new Set(stored.map(({ kind }) => kind));
    for (const kind of ['order_to_triage', 'order_unclaimed', 'order_handed_back', 'order_to_call_back'])
      expect(kinds).toContain(kind);
    // The district has a desk there, and hears nothing of it.
    expect(await kindsOf(administrator)).toEqual([]);
  });

  test('that nobody keeps is the district’s', async () => {
    const { administrator, id: parent } = town.district;
    const unit = { kind: 'community', name: '河湾社区', parent } as const;
    const { id: community } = await administrator.must('POST /api/units', { body: unit });
    await administrator.must('POST /api/orders', { body: orderAsk({ unit: community, contact: whom }) });
    await settled();
    expect(await kindsOf(administrator)).toEqual(['order_to_triage']);
  });
});

describe('a team’s leader', () => {
  test('hears of an offer, is reminded two hours before it ends, and of what is open to all', async () => {
    const far = { from: new Date(schoolMorning + 72 * hourMs), to: new Date(schoolMorning + 74 * hourMs) };
    const { id } = await place(town, { from: far.from.toISOString(), to: far.to.toISOString() });
    await pass(town, id);
    await settled();
    world().now += 22 * hourMs - minuteMs;
    await world().tick();
    await helpers.signIn();
    expect(await kindsOf(helpers.leader)).toEqual(['team_order_offered']);
    world().now += 2 * minuteMs;
    await world().tick();
    world().now += 2 * hourMs;
    await world().tick();
    await helpers.signIn();
    expect(await kindsOf(helpers.leader)).toEqual(['team_order_offered', 'team_order_expiring', 'team_order_open']);
  });

  test('who has answered is not reminded, and one whose team cannot hears of nothing', async () => {
    const gardeners = await openHelpers(town, { skills: ['repair'] });
    const { id } = await place(town);
    await pass(town, id);
    await accept(helpers, id);
    await settled();
    world().now += 23 * hourMs;
    await world().tick();
    await helpers.signIn();
    await gardeners.signIn();
    expect(await kindsOf(helpers.leader)).toEqual(['team_order_offered']);
    expect(await kindsOf(gardeners.leader)).toEqual([]);
  });

  test('is told when the desk takes the order away', async () => {
    const { id: order } = await acceptedOrder(town, helpers);
    await town.desk.must('POST /api/orders/{order}/dispatch', { params: { order }, body: { reason: '没有来' } });
    await settled();
    expect(await kindsOf(helpers.leader)).toContain('team_order_gone');
  });
});
