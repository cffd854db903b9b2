/** What is entered late: POST /api/shifts with a reason, two approvers from outside the team, and limits. */
import { describe, expect, test } from 'vitest';
import { joiningWrite } from '../../functions/teams/rows.ts';
import { expectRefusal } from '../teams/school.ts';
import {
  administratorOf,
  approveAll,
  confirmAll,
  dayMs,
  hourMs,
  openSquad,
  outcomes,
  photograph,
  recordShift,
  recordsOf,
  type Squad,
  shiftAsk,
} from './squad.ts';

const undo = 'POST /api/shifts/{shift}/approval/undo';

/** Saturday, 7 March 2026: a free day, a week before the leader remembers it. */
const saturday = Date.parse('2026-03-07T01:00:00Z');
async function openLate(members = 1) {
  const squad = await openSquad({ members });
  const second = await openSquad({ members: 0, district: squad.district });
  squad.district.world.now = saturday + 9 * dayMs;
  await squad.signIn();
  await second.signIn();
  return { squad, second };
}
const state = async (squad: Squad, shift: string) => (await recordsOf(squad, shift))[0];

describe('§6.1 manual make-up: what is entered late', () => {
  test('needs a reason, which the approver reads', async () => {
    const { squad } = await openLate();
    const { makeUpReason, ...body } = shiftAsk({ from: saturday }, squad.members);
    await expectRefusal(squad.district.world, 'make_up_reason_missing', () =>
      squad.leader.ask('POST /api/shifts', { body }),
    );
    const { shift } = await squad.leader.must('POST /api/shifts', { body: { ...body, makeUpReason } });
    expect(shift.makeUpReason).toBe(makeUpReason);
  });

  test('needs the photo of its paper before anybody confirms it; what is in time does not', async () => {
    const { squad } = await openLate();
    const { shift } = await squad.leader.must('POST /api/shifts', {
      body: shiftAsk({ from: saturday }, squad.members),
    });
    expect(outcomes(await confirmAll(squad, shift.id))).toEqual(['make_up_photo_missing']);
    expect(await state(squad, shift.id)).toMatchObject({ state: 'recorded' });
    await photograph(squad, shift.id);
    expect(outcomes(await confirmAll(squad, shift.id))).toEqual(['done']);
    const inTime = await recordShift(squad, { from: squad.district.world.now - 3 * hourMs, minutes: 60 });
    expect(outcomes(await confirmAll(squad, inTime))).toEqual(['done']);
  });

  test('needs two approvers, and the first one’s second word changes nothing', async () => {
    const { squad, second } = await openLate();
    const shift = await recordShift(squad, { from: saturday });
    await confirmAll(squad, shift);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['done']);
    expect(await state(squad, shift)).toMatchObject({ state: 'confirmed', waitsFor: 'second_approver' });
    expect(outcomes(await approveAll(squad, shift))).toEqual(['done']);
    expect(await state(squad, shift)).toMatchObject({ state: 'confirmed' });
    expect(outcomes(await approveAll(second, shift))).toEqual(['done']);
    expect(await state(squad, shift)).toMatchObject({ state: 'published', grade: 'D', points: 10 });
  });

  test('loses the first approval when it is taken back in time, or sent back', async () => {
    const { squad, second } = await openLate();
    const { world } = squad.district;
    const shift = await recordShift(squad, { from: saturday });
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    expect(outcomes(await squad.approver.must(undo, { params: { shift }, body: {} }))).toEqual(['done']);
    expect(await state(squad, shift)).toMatchObject({ waitsFor: 'approver' });
    await approveAll(squad, shift);
    world.now += 11 * 60_000;
    expect(outcomes(await squad.approver.must(undo, { params: { shift }, body: {} }))).toEqual(['undo_too_late']);
    const body = { reason: '名单不对' };
    await second.approver.must('POST /api/shifts/{shift}/return', { params: { shift }, body });
    expect(await state(squad, shift)).toMatchObject({ waitsFor: 'leader' });
  });

  test('is not approved by whoever leads the team', async () => {
    const { squad, second } = await openLate();
    const { administrator, east, world } = squad.district;
    await administrator.must('POST /api/sessions', { body: administratorOf() });
    const { account } = await squad.approver.must('GET /api/session', {});
    const { items } = await administrator.must('GET /api/staff', { query: { unit: east.unit } });
    const login = items.find((one) => one.account === account)?.login ?? '';
    const params = { team: squad.team };
    await administrator.must('POST /api/teams/{team}/leaders', { params, body: { login, name: '陈老师' } });
    const shift = await recordShift(squad, { from: saturday });
    await confirmAll(squad, shift);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['approver_in_team']);
    expect(outcomes(await approveAll(second, shift))).toEqual(['done']);
    const inTime = await recordShift(squad, { from: world.now - 3 * hourMs, minutes: 60 });
    await confirmAll(squad, inTime);
    expect(outcomes(await approveAll(squad, inTime))).toEqual(['done']);
  });

  test('is not approved by a member of the team, first or second, though what is in time is', async () => {
    const { squad, second } = await openLate();
    const { world, id } = squad.district;
    const { person } = await squad.approver.must('GET /api/session', {});
    await world.store.transact('JOIN', [joiningWrite(id, squad.team, person, world.now)]);
    const shift = await recordShift(squad, { from: saturday });
    await confirmAll(squad, shift);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['approver_in_team']);
    expect(await state(squad, shift)).toMatchObject({ waitsFor: 'approver' });
    expect(outcomes(await approveAll(second, shift))).toEqual(['done']);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['approver_in_team']);
    const inTime = await recordShift(squad, { from: world.now - 3 * hourMs, minutes: 60 });
    await confirmAll(squad, inTime);
    expect(outcomes(await approveAll(squad, inTime))).toEqual(['done']);
  });

  test('counts no more than the planned duration and eight hours a month', async () => {
    const { squad } = await openLate();
    const day = async (from: number) => {
      const shift = await recordShift(squad, { from, minutes: 240 });
      expect(outcomes(await confirmAll(squad, shift))).toEqual(['done']);
      return (await state(squad, shift))?.minutes;
    };
    expect([await day(saturday), await day(saturday + dayMs), await day(saturday - 6 * dayMs)]).toEqual([240, 240, 0]);
  });

  test('is closed to a team with whose shift too much of its month would be late', async () => {
    const { squad } = await openLate(5);
    await expectRefusal(squad.district.world, 'make_up_share_reached', () =>
      squad.leader.ask('POST /api/shifts', { body: shiftAsk({ from: saturday, minutes: 240 }, squad.members) }),
    );
    await recordShift(squad, { from: saturday, minutes: 180 });
    await squad.district.world.settle();
    const body = shiftAsk({ from: saturday + 4 * hourMs, minutes: 60 }, squad.members);
    await expectRefusal(squad.district.world, 'make_up_share_reached', () =>
      squad.leader.ask('POST /api/shifts', { body }),
    );
    const inTime = await recordShift(squad, { from: squad.district.world.now - 3 * hourMs, minutes: 60 });
    expect(await state(squad, inTime)).toMatchObject({ grade: 'C' });
  });
});
