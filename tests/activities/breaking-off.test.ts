import { describe, expect, test } from 'vitest';
import { addMember, recordsOf } from '../hours/squad.ts';
import type { Pupil } from '../teams/school.ts';
import {
  goTo,
  hourMs,
  iso,
  joinAll,
  minuteMs,
  note,
  openStage,
  outcomes,
  publish,
  record,
  roomy,
  type Stage,
  session,
  shiftEnd,
  shiftStart,
  signUp,
  stateOf,
} from './stage.ts';

const callOff = ({ leader, world }: Stage, shift: string) =>
  leader
    .must('POST /api/activity-shifts/{shift}/cancellation', { params: { shift }, body: { reason: 'weather' } })
    .finally(() => world.settle());
const kindsTo = async ({ client }: Pupil) =>
  (await client.must('GET /api/me/notices', { query: {} })).items.map(({ kind }) => kind);
const mineOf = async ({ client }: Pupil) => (await client.must('GET /api/me/sign-ups', { query: {} })).items[0];

/** Half an hour before the storm one goes home; another stays, a third never came. */
const storm = shiftStart + hourMs;
async function underWay() {
  const stage = await openStage();
  const shift = await publish(stage, roomy);
  const [stays, left, missing] = (await joinAll(stage, 3)) as [Pupil, Pupil, Pupil];
  for (const pupil of [stays, left, missing]) await signUp(pupil, shift);
  await goTo(stage, shiftStart, [stays, left, missing]);
  await note(stage, shift, { what: 'in', means: 'tick', volunteers: [stays.id, left.id] });
  await goTo(stage, storm - hourMs / 2, [stays, left, missing]);
  await note(stage, shift, { what: 'out', means: 'tick', volunteers: [left.id] });
  await goTo(stage, storm, [stays, left, missing]);
  await stage.world.settle();
  return { stage, shift, stays, left, missing };
}

describe('calling off before the beginning, POST /api/activity-shifts/{shift}/cancellation', () => {
  test('§6.6 organiser cancels: who checked in early is freed and told too, and nothing is recorded', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const [early, other] = (await joinAll(stage, 2)) as [Pupil, Pupil];
    await signUp(early, shift);
    await signUp(other, shift);
    await goTo(stage, shiftStart - 10 * minuteMs, [early, other]);
    await note(stage, shift, { what: 'in', means: 'tick', volunteers: [early.id] });
    expect(await callOff(stage, shift)).toMatchObject({ cancelled: { brokenOff: false }, to: iso(shiftEnd) });
    for (const pupil of [early, other]) {
      expect(await mineOf(pupil)).toMatchObject({ state: 'freed' });
      expect(await kindsTo(pupil)).toContain('activity_called_off');
    }
    expect((await mineOf(early))?.in).toBeUndefined();
    expect(await session(stage, shift)).toMatchObject({ people: [], roles: [{ free: 2 }] });
    await goTo(stage, shiftEnd);
    expect((await record(stage, shift)).body).toMatchObject({ code: 'shift_cancelled' });
    expect(outcomes(await note(stage, shift, { what: 'paper', means: 'tick', volunteers: [early.id] }))).toEqual([
      'shift_cancelled',
    ]);
  });
});

describe('calling off after the beginning', () => {
  test('ends the shift there: who came counts until then, who left as noted, who did not come is freed', async () => {
    const { stage, shift, stays, left, missing } = await underWay();
    const off = await callOff(stage, shift);
    expect(off).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: 'weather', brokenOff: true },
      to: iso(storm),
    });
    expect(await mineOf(missing)).toMatchObject({ state: 'freed' });
    expect(await kindsTo(missing)).toContain('activity_called_off');
    expect(await mineOf(stays)).toMatchObject({ state: 'out', out: iso(storm), outBy: 'decided', to: iso(storm) });
    expect(await kindsTo(stays)).toContain('activity_checked_out');
    expect(await mineOf(left)).toMatchObject({ state: 'out', out: iso(storm - hourMs / 2), outBy: 'tick' });
    expect((await record(stage, shift)).body).toMatchObject({ items: [{ outcome: 'done' }, { outcome: 'done' }] });
    const records = await recordsOf(stage.squad, shift);
    const minutesOf = (id: string) => records.find(({ volunteer }) => volunteer === id)?.minutes;
    expect([minutesOf(stays.id), minutesOf(left.id), minutesOf(missing.id)]).toEqual([60, 30, undefined]);
    const amend = (to: number) =>
      stage.leader.ask('PUT /api/shifts/{shift}/records/{volunteer}', {
        params: { shift, volunteer: stays.id },
        body: { from: iso(shiftStart), to: iso(to) },
      });
    await goTo(stage, storm + hourMs);
    expect((await amend(storm + minuteMs)).body).toMatchObject({ code: 'time_beyond_attendance' });
    expect((await amend(storm - hourMs / 2)).body).toMatchObject({ minutes: 30 });
  });

  test('the rest of the time can be promised again, and nobody is absent afterwards', async () => {
    const { stage, shift, stays, left, missing } = await underWay();
    await callOff(stage, shift);
    const rest = [{ from: iso(storm + minuteMs), to: iso(shiftEnd) }];
    const other = await publish(stage, { ...roomy, shifts: rest });
    for (const pupil of [stays, left, missing]) expect(await signUp(pupil, other)).toMatchObject({ state: 'signed' });
    await goTo(stage, shiftEnd + hourMs, [missing]);
    await stage.world.tick();
    expect(await stateOf(stage, shift, missing.id)).toBeUndefined();
    const mine = await missing.client.must('GET /api/me/sign-ups', { query: {} });
    expect(mine.items.find((one) => one.shift === shift)).toMatchObject({ state: 'freed' });
  });

  test('nobody comes or goes after it; what was noted without network before it still arrives', async () => {
    const { stage, shift, stays, left } = await underWay();
    const late = await addMember(stage.squad);
    await callOff(stage, shift);
    await goTo(stage, storm + 10 * minuteMs);
    const tick = { means: 'tick' as const, walkIn: true, volunteers: [late] };
    expect(outcomes(await note(stage, shift, { what: 'in', ...tick }))).toEqual(['shift_cancelled']);
    const at = iso(storm - 20 * minuteMs);
    expect(outcomes(await note(stage, shift, { what: 'in', at, ...tick }))).toEqual(['in']);
    await stage.world.settle();
    const { people } = await session(stage, shift);
    expect(people.find(({ volunteer }) => volunteer === late)).toMatchObject({ in: at, out: iso(storm) });
    const gone = { what: 'out' as const, means: 'tick' as const, volunteers: [stays.id, left.id] };
    expect(outcomes(await note(stage, shift, gone))).toEqual(['out', 'out']);
    expect(await mineOf(stays)).toMatchObject({ out: iso(storm) });
  });

  test('a second calling off changes nothing, a shift that is over is not called off', async () => {
    const { stage, shift } = await underWay();
    await callOff(stage, shift);
    await goTo(stage, storm + 10 * minuteMs);
    expect(await callOff(stage, shift)).toMatchObject({ to: iso(storm) });
    expect(await callOffTooLate(stage)).toMatchObject({ code: 'shift_started' });
  });
});

/** A shift to its planned end, called off a minute later. */
async function callOffTooLate(stage: Stage) {
  const from = stage.world.now + hourMs;
  const shift = await publish(stage, { shifts: [{ from: iso(from), to: iso(from + hourMs) }] });
  await goTo(stage, from + hourMs + minuteMs);
  const said = await stage.leader.ask('POST /api/activity-shifts/{shift}/cancellation', {
    params: { shift },
    body: { reason: 'other' },
  });
  return said.body;
}
