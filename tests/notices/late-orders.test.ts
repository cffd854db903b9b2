/** What the clock says of an order that somebody has forgotten: to the desk, and to the team that has it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { NoticeKind } from '../../shared/rules/notice-kinds.ts';
import { schoolMorning } from '../harness.ts';
import { dayMs, hourMs } from '../hours/squad.ts';
import {
  acceptedOrder,
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  pass,
  place,
  signInAgain,
  visit,
} from '../orders/neighbourhood.ts';
import { everythingStored } from '../teams/school.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});
const world = () => town.district.world;
const late: readonly NoticeKind[] = [
  'order_triage_late',
  'order_overdue',
  'order_call_back_late',
  'team_order_overdue',
];
const minuteMs = 60_000;
/** The orders agreed on begin at 10:00 on the day after `schoolMorning` and end at 12:00. */
const visitEnd = schoolMorning + 26 * hourMs;

/** Brings the clock to a moment, twice, and gives what is said then of what is late. */
async function saidAt(now: number): Promise<NoticeKind[]> {
  await world().settle();
  const before = new Set((await messages()).map(({ pk, sk }) => pk + sk));
  world().now = now;
  for (let again = 0; again < 2; again++) await world().tick();
  const come = (await messages()).filter(({ pk, sk }) => !before.has(pk + sk));
  return come.map(({ kind }) => kind as NoticeKind).sort();
}
const messages = async () =>
  (await everythingStored(world())).filter(({ sk, kind }) => sk.startsWith('N#') && late.includes(kind as NoticeKind));

describe('an order that a team accepted', () => {
  test('and does not begin is asked after an hour past its time, and once its last day is over', async () => {
    const { id } = await acceptedOrder(town, helpers);
    expect(await saidAt(visitEnd + hourMs - minuteMs)).toEqual([]);
    expect(await saidAt(visitEnd + hourMs)).toEqual(['order_overdue', 'team_order_overdue']);
    expect(await saidAt(schoolMorning + 7 * dayMs - minuteMs)).toEqual([]);
    expect(await saidAt(schoolMorning + 7 * dayMs)).toEqual(['order_overdue', 'team_order_overdue']);
    expect(await saidAt(schoolMorning + 30 * dayMs)).toEqual([]);
    await helpers.signIn();
    const [told] = (await helpers.leader.must('GET /api/me/notices', {})).items;
    expect(told).toMatchObject({ kind: 'team_order_overdue', facts: { order: id, day: '2026-03-03' } });
    expect(JSON.stringify(await messages())).not.toMatch(/李奶奶|138[0*]{4}|柳荫|王大明|猫|剪短/);
  });

  test('and begins but does not end is asked after an hour past its usual length', async () => {
    const { id: order } = await acceptedOrder(town, helpers);
    world().now = visitEnd - 10 * minuteMs;
    await helpers.signIn();
    await helpers.leader.must('POST /api/orders/{order}/start', { params: { order }, body: {} });
    expect(await saidAt(visitEnd + hourMs)).toEqual([]);
    expect(await saidAt(visitEnd + 110 * minuteMs)).toEqual(['order_overdue', 'team_order_overdue']);
  });

  test('and serves in time, or hands back, is not asked after', async () => {
    const served = await acceptedOrder(town, helpers);
    const { id: order } = await acceptedOrder(town, helpers);
    await helpers.leader.must('POST /api/orders/{order}/hand-back', {
      params: { order },
      body: { reason: '人手不够' },
    });
    await visit(town, helpers, served.id);
    expect(await saidAt(visitEnd + hourMs)).toEqual([]);
    expect(await saidAt(schoolMorning + 8 * dayMs)).toEqual([]);
  });

  test('and is to serve at an earlier time is asked after by that time', async () => {
    const { id: order } = await acceptedOrder(town, helpers);
    const at = (hours: number) => new Date(schoolMorning + hours * hourMs).toISOString();
    const body = { from: at(20), to: at(22), reason: '改期' };
    await town.desk.must('POST /api/orders/{order}/extension', { params: { order }, body });
    expect(await saidAt(schoolMorning + 23 * hourMs)).toEqual(['order_overdue', 'team_order_overdue']);
    expect(await saidAt(visitEnd + hourMs)).toEqual([]);
  });
});

describe('the desk', () => {
  test('hears once that an order was not looked at in time, and not of one that was', async () => {
    const { id, due = '' } = await place(town);
    await pass(town, (await place(town)).id);
    expect(await saidAt(Date.parse(due) - minuteMs)).toEqual([]);
    expect(await saidAt(Date.parse(due))).toEqual(['order_triage_late']);
    expect((await messages()).map(({ facts }) => facts)).toMatchObject([{ order: id, until: due }]);
    expect(await saidAt(Date.parse(due) + dayMs)).toEqual([]);
  });

  test('hears once of a low rating that nobody called back about, and not of one that was', async () => {
    const [forgotten, called] = [await acceptedOrder(town, helpers), await acceptedOrder(town, helpers)];
    world().now = visitEnd - hourMs;
    await signInAgain(town, helpers);
    for (const { id: order } of [forgotten, called]) {
      await helpers.leader.must('POST /api/orders/{order}/start', { params: { order }, body: {} });
      await helpers.leader.must('POST /api/orders/{order}/finish', { params: { order }, body: { did: '剪发' } });
      await town.resident.must('POST /api/orders/{order}/rating', { params: { order }, body: { stars: 1 } });
    }
    const { administrator: desk } = town.district;
    const note = { params: { order: called.id }, body: { note: '已经道歉' } };
    await desk.must('POST /api/orders/{order}/call-back', note);
    // Rated on a Tuesday: two working days.
    const due = Date.parse('2026-03-05T16:00:00Z');
    expect(await saidAt(due - minuteMs)).toEqual([]);
    expect(await saidAt(due)).toEqual(['order_call_back_late']);
    expect((await messages()).map(({ facts }) => facts)).toMatchObject([{ order: forgotten.id }]);
    expect(await saidAt(due + 5 * dayMs)).toEqual([]);
  });
});
