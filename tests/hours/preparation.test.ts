/** Preparation that a leader fixes for a shift: POST /api/shifts and POST /api/activities. */
import { describe, expect, test } from 'vitest';
import {
  activityAsk,
  goTo,
  iso,
  joinTeam,
  note,
  openStage,
  publish,
  record,
  roomy,
  shiftEnd,
  shiftStart,
  signUpAll,
} from '../activities/stage.ts';
import { principal, stricter } from '../district/stricter.ts';
import { schoolMorning } from '../harness.ts';
import { expectRefusal } from '../teams/school.ts';
import { approveAll, confirmAll, dayMs, hourMs, openSquad, outcomes, recordsOf, shiftAsk } from './squad.ts';

const minutesOf = async (squad: Parameters<typeof recordsOf>[0], shift: string) =>
  (await recordsOf(squad, shift)).map(({ minutes }) => minutes);

describe('the preparation of a shift', () => {
  test('§6.1 travel: it counts for everybody alike, also amended, and earns as the rest does', async () => {
    const squad = await openSquad({ members: 2 });
    const body = { ...shiftAsk({ minutes: 60 }, squad.members), preparationMinutes: 18 };
    const { shift } = await squad.leader.must('POST /api/shifts', { body });
    expect(shift).toMatchObject({ preparationMinutes: 18 });
    expect(await minutesOf(squad, shift.id)).toEqual([78, 78]);
    const [first = ''] = squad.members;
    const [from, to] = [schoolMorning - 3 * hourMs, schoolMorning - 2.5 * hourMs];
    const times = { from: iso(from), to: iso(to) };
    const params = { shift: shift.id, volunteer: first };
    const amended = await squad.leader.must('PUT /api/shifts/{shift}/records/{volunteer}', { params, body: times });
    expect(amended.computed).toEqual([
      { step: 'served', minutes: 30 },
      { step: 'preparation', minutes: 18 },
    ]);
    expect(outcomes(await confirmAll(squad, shift.id))).toEqual(['done', 'done']);
    await approveAll(squad, shift.id);
    const points = (await recordsOf(squad, shift.id)).map((one) => [one.minutes, one.points]);
    expect(points.sort()).toEqual([
      [48, 8],
      [78, 13],
    ]);
  });

  test('is refused beyond what the school allows, and nothing is recorded', async () => {
    const squad = await openSquad({ members: 1 });
    const { world } = squad.district;
    await stricter(await principal(squad.district), squad.district.east, 'preparation_minutes_max', 10);
    const ask = (preparationMinutes: number) =>
      squad.leader.ask('POST /api/shifts', { body: { ...shiftAsk({}, squad.members), preparationMinutes } });
    await expectRefusal(world, 'preparation_too_long', () => ask(11));
    expect((await ask(31)).body).toMatchObject({ code: 'shape_invalid' });
    expect((await ask(10)).status).toBe(201);
  });

  test('counts nothing in what is entered late', async () => {
    const squad = await openSquad({ members: 1 });
    const from = schoolMorning - 10 * dayMs;
    const body = { ...shiftAsk({ from, minutes: 60 }, squad.members), preparationMinutes: 30 };
    const { shift } = await squad.leader.must('POST /api/shifts', { body });
    expect(await minutesOf(squad, shift.id)).toEqual([60]);
  });
});

describe('the preparation of an activity', () => {
  test('is shown to whoever may join, and counts for those who came by the rules of that day', async () => {
    const stage = await openStage();
    const shift = await publish(stage, { ...roomy, preparationMinutes: 24 });
    const pupil = await joinTeam(stage);
    const open = await pupil.client.must('GET /api/open-shifts/{shift}', { params: { shift } });
    expect(open).toMatchObject({ preparationMinutes: 24 });
    await stricter(await principal(stage.district), stage.district.east, 'preparation_minutes_max', 12, '2026-03-04');
    const one = pupil.id;
    await signUpAll(stage, shift, [one]);
    await goTo(stage, shiftStart);
    await note(stage, shift, { what: 'in', means: 'tick', volunteers: [one] });
    await goTo(stage, shiftEnd);
    await note(stage, shift, { what: 'out', means: 'tick', volunteers: [one] });
    expect((await record(stage, shift)).status).toBe(200);
    const [made] = await recordsOf(stage.squad, shift);
    expect(made?.computed).toContainEqual({ step: 'preparation', minutes: 12 });
  });

  test('is refused beyond what the rules allow, for a copy as for the first', async () => {
    const stage = await openStage();
    const { leader, district, world } = stage;
    const shifts = [{ from: iso(shiftStart), to: iso(shiftEnd) }];
    const body = activityAsk({ shifts, preparationMinutes: 20 });
    const { activity } = await leader.must('POST /api/activities', { body });
    await stricter(await principal(district), district.east, 'preparation_minutes_max', 0);
    await expectRefusal(world, 'preparation_too_long', () => leader.ask('POST /api/activities', { body }));
    const params = { activity: activity.id };
    await expectRefusal(world, 'preparation_too_long', () =>
      leader.ask('POST /api/activities/{activity}/copies', { params, body: { shifts } }),
    );
  });
});
