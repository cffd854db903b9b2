import { describe, expect, test } from 'vitest';
import { recordAt } from '../../functions/hours/rows.ts';
import { expectRefusal } from '../teams/school.ts';
import {
  approveAll,
  confirmAll,
  hourMs,
  openSquad,
  outcomes,
  recordShift,
  recordsOf,
  type Squad,
  shiftAsk,
} from './squad.ts';

const states = async (squad: Squad, shift: string) => (await recordsOf(squad, shift)).map(({ state }) => state);
const sendBack = ({ approver }: Squad, shift: string, volunteers?: string[]) =>
  approver.must('POST /api/shifts/{shift}/return', { params: { shift }, body: { volunteers, reason: '时间写错了' } });

describe('confirmation', () => {
  test('confirms a class of sixty in one call, a result for each', async () => {
    const squad = await openSquad({ members: 60 });
    const shift = await recordShift(squad);
    expect(outcomes(await confirmAll(squad, shift))).toEqual(Array.from({ length: 60 }, () => 'done'));
    expect(new Set(await states(squad, shift))).toEqual(new Set(['confirmed']));
  });

  test('§6.1 overlap: time that another confirmed record holds is refused, neighbouring time passes', async () => {
    const squad = await openSquad({ members: 1 });
    const first = await recordShift(squad, { minutes: 60 });
    const start = Date.parse((await recordsOf(squad, first))[0]?.from ?? '');
    const overlapping = await recordShift(squad, { from: start + hourMs - 60_000, minutes: 60 });
    const adjacent = await recordShift(squad, { from: start + hourMs, minutes: 60 });
    expect(outcomes(await confirmAll(squad, first))).toEqual(['done']);
    expect(outcomes(await confirmAll(squad, overlapping))).toEqual(['time_overlap']);
    expect(outcomes(await confirmAll(squad, adjacent))).toEqual(['done']);
    expect(await states(squad, overlapping)).toEqual(['recorded']);
  });

  test('of overlapping shifts confirmed at the same moment exactly one wins', async () => {
    const squad = await openSquad({ members: 1 });
    const shifts = await Promise.all([1, 2, 3, 4].map(() => recordShift(squad)));
    const results = await Promise.all(shifts.map((shift) => confirmAll(squad, shift)));
    expect(results.flatMap(outcomes).sort()).toEqual(['done', 'time_overlap', 'time_overlap', 'time_overlap']);
  });

  test('time across midnight and a month’s end is taken in both months', async () => {
    const squad = await openSquad({ members: 1 });
    const { world } = squad.district;
    world.now = Date.parse('2026-04-01T02:00:00Z');
    await squad.signIn();
    const late = await recordShift(squad, { from: Date.parse('2026-03-31T15:00:00Z'), minutes: 120 });
    const early = await recordShift(squad, { from: Date.parse('2026-03-31T16:30:00Z'), minutes: 60 });
    expect(outcomes(await confirmAll(squad, late))).toEqual(['done']);
    expect(outcomes(await confirmAll(squad, early))).toEqual(['time_overlap']);
  });

  test('confirming again is harmless', async () => {
    const squad = await openSquad();
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    const before = await recordsOf(squad, shift);
    expect(outcomes(await confirmAll(squad, shift))).toEqual(['done', 'done']);
    expect(await recordsOf(squad, shift)).toEqual(before);
  });

  test('a record that is final or published is not open', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    expect(outcomes(await sendBack(squad, shift))).toEqual(['record_not_open']);
    const params = { shift, volunteer: squad.members[0] ?? '' };
    const { from, to } = shiftAsk({}, []);
    await expectRefusal(squad.district.world, 'record_not_open', () =>
      squad.leader.ask('PUT /api/shifts/{shift}/records/{volunteer}', { params, body: { from, to } }),
    );
  });
});

describe('refusals', () => {
  test('a leader who took part cannot confirm the own hours', async () => {
    const squad = await openSquad({ members: 1 });
    const { world, id: district } = squad.district;
    const shift = await recordShift(squad);
    const { person } = await squad.leader.must('GET /api/session', {});
    const [own] = await world.store.get([recordAt(district, shift, squad.members[0] ?? '')]);
    if (!own) throw new Error('no record');
    const { pk, sk, ...attributes } = own;
    const put = { ...attributes, volunteer: person };
    await world.store.transact('own', [{ ...recordAt(district, shift, person), put }]);
    const { items } = await confirmAll(squad, shift);
    expect(items.find(({ id }) => id === person)?.outcome).toBe('own_hours');
    expect(items.find(({ id }) => id !== person)?.outcome).toBe('done');
  });

  test('an amended time cannot lie in the future', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await recordShift(squad);
    const params = { shift, volunteer: squad.members[0] ?? '' };
    const { from } = shiftAsk({}, []);
    const body = { from, to: new Date(squad.district.world.now + 60_000).toISOString() };
    await expectRefusal(squad.district.world, 'shift_not_ended', () =>
      squad.leader.ask('PUT /api/shifts/{shift}/records/{volunteer}', { params, body }),
    );
  });
});

describe('sending back', () => {
  test('frees the time, shows the reason, and the amended record goes the same way again', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await recordShift(squad, { minutes: 120 });
    await confirmAll(squad, shift);
    expect(outcomes(await sendBack(squad, shift))).toEqual(['done']);
    expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'sent_back', reason: '时间写错了' });
    const same = await recordShift(squad, { minutes: 60 });
    expect(outcomes(await confirmAll(squad, same))).toEqual(['done']);
    expect(outcomes(await sendBack(squad, same))).toEqual(['done']);
    const params = { shift, volunteer: squad.members[0] ?? '' };
    const { from } = shiftAsk({ minutes: 120 }, []);
    const body = { from, to: new Date(Date.parse(from) + hourMs).toISOString() };
    const amended = await squad.leader.must('PUT /api/shifts/{shift}/records/{volunteer}', { params, body });
    expect(amended).toMatchObject({ state: 'recorded', minutes: 60 });
    expect(outcomes(await confirmAll(squad, shift))).toEqual(['done']);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['done']);
  });

  test('a record nobody confirmed may be sent back too, and once', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await recordShift(squad);
    expect(outcomes(await sendBack(squad, shift))).toEqual(['done']);
    expect(outcomes(await sendBack(squad, shift))).toEqual(['done']);
    expect(outcomes(await confirmAll(squad, shift))).toEqual(['record_not_open']);
  });
});
