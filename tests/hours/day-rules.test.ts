/** The rules of a service day through the API: POST /api/shifts, confirmation and approval. */
import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import {
  addMember,
  administratorOf,
  approveAll,
  confirmAll,
  dayMs,
  hourMs,
  openSquad,
  outcomes,
  recordShift,
  recordsOf,
  setRule,
  shiftAsk,
} from './squad.ts';

const minuteMs = 60_000;

describe('a school day', () => {
  test('§6.1 daily cap, minors: two hours count on a school day, whatever is confirmed first', async () => {
    const squad = await openSquad({ members: 1 });
    const first = await recordShift(squad, { minutes: 90 });
    const second = await recordShift(squad, { from: schoolMorning - 90 * minuteMs, minutes: 60 });
    for (const shift of [first, second]) expect(outcomes(await confirmAll(squad, shift))).toEqual(['done']);
    const [record] = await recordsOf(squad, second);
    expect(record).toMatchObject({ minutes: 30 });
    expect(record?.computed).toEqual([
      { step: 'served', minutes: 60 },
      { step: 'day_cap', minutes: -30 },
    ]);
  });

  test('gives back what was counted when a record is sent back', async () => {
    const squad = await openSquad({ members: 1 });
    const first = await recordShift(squad, { minutes: 120 });
    const second = await recordShift(squad, { from: schoolMorning - 60 * minuteMs, minutes: 30 });
    await confirmAll(squad, first);
    const params = { shift: first };
    await squad.approver.must('POST /api/shifts/{shift}/return', { params, body: { reason: '不对' } });
    await confirmAll(squad, second);
    expect((await recordsOf(squad, second))[0]).toMatchObject({ minutes: 30 });
  });

  test('keeps for past records the numbers they were made under', async () => {
    const squad = await openSquad({ members: 1 });
    const { world } = squad.district;
    world.now += dayMs;
    await squad.district.administrator.must('POST /api/sessions', { body: administratorOf() });
    await setRule(squad, 'day_minutes_max_school_day', 60);
    await squad.signIn();
    const old = await recordShift(squad, { minutes: 120 });
    const today = await recordShift(squad, { from: schoolMorning + dayMs - 3 * hourMs, minutes: 120 });
    for (const shift of [old, today]) await confirmAll(squad, shift);
    expect((await recordsOf(squad, old))[0]).toMatchObject({ minutes: 120 });
    expect((await recordsOf(squad, today))[0]).toMatchObject({ minutes: 60 });
  });
});

describe('a risky service', () => {
  test('§6.1 age: it needs an insurance number, and leaves out whoever is under eighteen', async () => {
    const squad = await openSquad({ members: 1 });
    const grown = await addMember(squad, { birthDate: '2007-01-01' });
    const body = { ...shiftAsk({}, squad.members), riskLevel: 2 };
    await expectRefusal(squad.district.world, 'insurance_missing', () =>
      squad.leader.ask('POST /api/shifts', { body }),
    );
    const { shift, leftOut } = await squad.leader.must('POST /api/shifts', {
      body: { ...body, insurance: 'PA-2026-1' },
    });
    expect(leftOut).toMatchObject([{ id: squad.members[0], outcome: 'too_young_for_risk' }]);
    expect(shift).toMatchObject({ riskLevel: 2, insurance: 'PA-2026-1' });
    expect((await recordsOf(squad, shift.id)).map(({ volunteer }) => volunteer)).toEqual([grown]);
  });
});

test('§6.1 daily cap, adult: the unit’s administrator approves a long day, the district a longer one', async () => {
  const squad = await openSquad({ members: 0 });
  const { administrator, east } = squad.district;
  await addMember(squad, { birthDate: '2000-01-01' });
  const unitAdmin = await appoint(squad.district, 'unit_admin', east.unit);
  const dayOf = async (from: string, minutes: number) => {
    const shift = await recordShift(squad, { from: Date.parse(from), minutes });
    await confirmAll(squad, shift);
    return shift;
  };
  const long = await dayOf('2026-02-27T16:00:00Z', 600);
  expect(outcomes(await approveAll(squad, long))).toEqual(['approval_rank_needed']);
  const approve = { params: { shift: long }, body: {} };
  expect(outcomes(await unitAdmin.must('POST /api/shifts/{shift}/approval', approve))).toEqual(['done']);
  const longer = { params: { shift: await dayOf('2026-02-28T16:00:00Z', 800) }, body: {} };
  expect(outcomes(await unitAdmin.must('POST /api/shifts/{shift}/approval', longer))).toEqual(['approval_rank_needed']);
  expect(outcomes(await administrator.must('POST /api/shifts/{shift}/approval', longer))).toEqual(['done']);
});

/** PUT /api/shifts/{shift}/records/{volunteer} */
test('an amended time is counted like a new one, and never beyond the plan', async () => {
  const squad = await openSquad({ members: 1 });
  const shift = await recordShift(squad, { minutes: 60 });
  const params = { shift, volunteer: squad.members[0] ?? '' };
  const start = schoolMorning - 3 * hourMs;
  const iso = (at: number) => new Date(at).toISOString();
  const amend = (from: number, to: number) =>
    squad.leader.ask('PUT /api/shifts/{shift}/records/{volunteer}', { params, body: { from: iso(from), to: iso(to) } });
  expect((await amend(start - hourMs, start + 2 * hourMs)).body).toMatchObject({ minutes: 90, from: iso(start) });
  await expectRefusal(squad.district.world, 'time_outside_shift', () => amend(start - hourMs, start));
});
