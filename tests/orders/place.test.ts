import { describe, expect, test } from 'vitest';
import { residentAt } from '../../functions/orders/rows.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import type { RefusedKind } from '../../shared/rules/service-menu.ts';
import { schoolMorning } from '../harness.ts';
import { dayMs, hourMs } from '../hours/squad.ts';
import { everythingStored, expectRefusal } from '../teams/school.ts';
import { openNeighbourhood, orderAsk, place, signInAgain, whom } from './neighbourhood.ts';
import { eachInTown, town } from './town.ts';

eachInTown();
const at = (ms: number) => new Date(schoolMorning + ms).toISOString();

describe('POST /api/orders', () => {
  test('a resident orders, is told by when the community answers, and has nothing to pay anywhere', async () => {
    const order = await place(town);
    expect(order).toMatchObject({
      state: 'placed',
      title: '上门理发',
      unitName: '柳荫社区',
      late: false,
      mayCancel: true,
    });
    expect(order.code).toMatch(/^\d{4}$/);
    // Placed on a Monday: by the end of Tuesday.
    expect(order.due).toBe('2026-03-03T16:00:00.000Z');
    expect(Object.keys(order).join(' ')).not.toMatch(/price|pay|fee|cost|yuan/i);
  });

  test('an urgent order is looked at within four hours of the office’s time', async () => {
    const { due } = await place(town, { kind: 'meal', urgent: true });
    expect(due).toBe('2026-03-02T06:00:00.000Z');
    town.district.world.now = Date.parse('2026-03-02T08:30:00Z');
    await signInAgain(town);
    const evening = await place(town, { kind: 'meal', urgent: true });
    // Half an hour is left on Monday, three and a half come on Tuesday from nine.
    expect(evening.due).toBe('2026-03-03T04:30:00.000Z');
  });

  test('the same order comes by whatever channel, and the channel is kept', async () => {
    const mine = await place(town);
    const neighbours = await place(town, { contact: { ...whom, name: '赵爷爷' } });
    const called = { body: orderAsk({ unit: town.community, contact: whom, channel: 'phone' }) };
    const phoned = await town.desk.must('POST /api/orders', called);
    const grid = await town.desk.must('POST /api/orders', {
      body: orderAsk({ unit: town.community, contact: whom, channel: 'grid' }),
    });
    const { items } = await town.desk.must('GET /api/orders', { query: { unit: town.community } });
    const channels = new Map(items.map(({ id, channel }) => [id, channel]));
    expect([mine, neighbours, phoned, grid].map(({ id }) => channels.get(id))).toEqual([
      'self',
      'neighbour',
      'phone',
      'grid',
    ]);
    expect(Object.keys(phoned).sort()).toEqual(Object.keys({ ...mine }).sort());
  });

  test.each<[RefusedKind, ProblemCode]>([
    ['medical', 'order_medical'],
    ['police', 'order_police'],
    ['petition', 'order_petition'],
    ['religion', 'order_religion'],
    ['biometric', 'order_biometric'],
    ['watched_people', 'order_watched_people'],
  ])('%s is no work for volunteers: the answer names the authority', async (kind, code) => {
    const { world } = town.district;
    await expectRefusal(world, code, () => town.resident.ask('POST /api/orders', { body: orderAsk({ kind }) }));
  });

  test.each<[string, Partial<Parameters<typeof orderAsk>[0]>, ProblemCode]>([
    ['a kind that is not on the menu', { kind: 'dragon_taming' }, 'order_kind_closed'],
    ['urgency where there is none', { urgent: true }, 'order_not_urgent'],
    ['a time that has passed', { from: at(-hourMs) }, 'order_window_invalid'],
    ['a time that ends before it starts', { from: at(2 * hourMs), to: at(hourMs) }, 'order_window_invalid'],
    ['a day two months ahead', { from: at(60 * dayMs), to: at(60 * dayMs + hourMs) }, 'order_window_invalid'],
    ['a whole week', { from: at(hourMs), to: at(7 * dayMs) }, 'order_window_invalid'],
  ])('%s is refused', async (_, change, code) => {
    const { world } = town.district;
    await expectRefusal(world, code, () => town.resident.ask('POST /api/orders', { body: orderAsk(change) }));
  });

  test('a desk orders for its own communities only, and never without whom and where', async () => {
    const { world, east } = town.district;
    const ask = (change: Parameters<typeof orderAsk>[0]) => () =>
      town.desk.ask('POST /api/orders', { body: orderAsk(change) });
    await expectRefusal(world, 'not_found', ask({ unit: east.unit, contact: whom }));
    await expectRefusal(world, 'shape_invalid', ask({ unit: town.community }));
  });

  test('one key is one order', async () => {
    const body = orderAsk();
    const key = crypto.randomUUID();
    const first = await town.resident.must('POST /api/orders', { body, key });
    const again = await town.resident.must('POST /api/orders', { body, key });
    expect(again).toEqual(first);
    expect((await town.resident.must('GET /api/me/orders', {})).items).toHaveLength(1);
  });

  test('neither list nor queue shows a name, a phone or a door, and no row keeps them in the open', async () => {
    await place(town);
    const queue = await town.desk.must('GET /api/orders', { query: { unit: town.community } });
    const stored = await everythingStored(town.district.world);
    for (const text of [JSON.stringify(queue), JSON.stringify(stored)])
      expect(text).not.toMatch(/李奶奶|13800000000|柳荫路|家里有一只猫|想剪短/);
  });
});

describe('the service menu', () => {
  test('GET /api/service-menu shows the district’s menu, as it has changed it', async () => {
    const { administrator } = town.district;
    const before = await town.resident.must('GET /api/service-menu', {});
    expect(before.items.find(({ kind }) => kind === 'haircut')).toMatchObject({
      title: '上门理发',
      minutes: 60,
      homeVisit: true,
    });
    const { kind: _, ...haircut } = before.items.find(({ kind }) => kind === 'haircut') ?? { kind: '' };
    const changed = { ...(haircut as Omit<(typeof before.items)[number], 'kind'>), open: false };
    await administrator.must('PUT /api/service-menu/{kind}', { params: { kind: 'haircut' }, body: changed });
    const { world } = town.district;
    await expectRefusal(world, 'order_kind_closed', () => town.resident.ask('POST /api/orders', { body: orderAsk() }));
    const fresh = { ...changed, title: '剪报读报', open: true };
    await administrator.must('PUT /api/service-menu/{kind}', { params: { kind: 'reading' }, body: fresh });
    expect(await place(town, { kind: 'reading' })).toMatchObject({ title: '剪报读报' });
  });
});

describe('residents', () => {
  test('POST /api/residents: a login that is taken and a unit elsewhere are refused', async () => {
    const { world, east } = town.district;
    const body = { ...whom, unit: town.community, login: town.login };
    await expectRefusal(world, 'login_taken', () => town.desk.ask('POST /api/residents', { body }));
    const elsewhere = { ...body, unit: east.unit, login: 'somebody.else' };
    await expectRefusal(world, 'not_found', () => town.desk.ask('POST /api/residents', { body: elsewhere }));
  });

  test('GET /api/me/contact: a resident sees what the desk keeps; without an entry it is not_found', async () => {
    expect(await town.resident.must('GET /api/me/contact', {})).toEqual(whom);
    const { world, id } = town.district;
    await world.store.transact('gone', [{ ...residentAt(id, town.residentId), remove: true }]);
    await expectRefusal(world, 'not_found', () => town.resident.ask('GET /api/me/contact', {}));
  });
});

describe('lists', () => {
  test('GET /api/orders: foreign units are not_found; a made-up cursor is cursor_invalid', async () => {
    const { world, east } = town.district;
    const ask = (query: object) => () => town.desk.ask('GET /api/orders', { query: query as { unit: string } });
    await expectRefusal(world, 'not_found', ask({ unit: east.unit }));
    await expectRefusal(world, 'cursor_invalid', ask({ unit: town.community, cursor: 'made.up' }));
  });

  test('GET /api/me/orders: a made-up cursor is cursor_invalid, and another’s orders are not there', async () => {
    await place(town);
    const { world } = town.district;
    const ask = () => town.resident.ask('GET /api/me/orders', { query: { cursor: 'made.up' } });
    await expectRefusal(world, 'cursor_invalid', ask);
    const other = await openNeighbourhood(town.district);
    expect((await other.resident.must('GET /api/me/orders', {})).items).toEqual([]);
  });
});
