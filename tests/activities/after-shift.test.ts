import { describe, expect, test } from 'vitest';
import { addMember, approveAll, confirmAll, recordsOf } from '../hours/squad.ts';
import {
  dayMs,
  goTo,
  hourMs,
  iso,
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
  signUpAll,
  stateOf,
} from './stage.ts';

describe('after the shift, POST /api/activity-shifts/{shift}/records', () => {
  /** Two came: one checked out in time, one forgot. */
  async function ended(): Promise<{ stage: Stage; shift: string; left: string; forgot: string }> {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const [left, forgot] = [await addMember(stage.squad), await addMember(stage.squad)];
    await signUpAll(stage, shift, [left, forgot]);
    await goTo(stage, shiftStart);
    await note(stage, shift, { what: 'in', means: 'scan', volunteers: [left, forgot] });
    expect((await record(stage, shift)).body).toMatchObject({ code: 'shift_not_ended' });
    await goTo(stage, shiftEnd);
    await note(stage, shift, { what: 'out', means: 'scan', volunteers: [left] });
    return { stage, shift, left, forgot };
  }
  const decide = ({ leader }: Stage, shift: string, volunteer: string, at: number) =>
    leader.must('POST /api/activity-shifts/{shift}/departures', {
      params: { shift },
      body: { volunteers: [volunteer], at: iso(at) },
    });

  test('§6.1 no check-out: nothing counts until the leader decides, at most to the planned end', async () => {
    const { stage, shift, left, forgot } = await ended();
    await goTo(stage, shiftEnd + hourMs);
    await record(stage, shift);
    expect((await recordsOf(stage.squad, shift)).map(({ volunteer }) => volunteer)).toEqual([left]);
    expect(await stateOf(stage, shift, forgot)).toBe('in');
    expect(outcomes(await decide(stage, shift, forgot, shiftEnd + minuteMs))).toEqual(['time_beyond_attendance']);
    expect(outcomes(await decide(stage, shift, forgot, shiftStart + hourMs))).toEqual(['out']);
    expect((await record(stage, shift)).body).toMatchObject({ items: [{ id: forgot, state: 'recorded' }] });
    const records = await recordsOf(stage.squad, shift);
    expect(records.find(({ volunteer }) => volunteer === forgot)).toMatchObject({ minutes: 60, grade: 'C' });
  });

  test('§6.1 no check-out: after three working days it is too late to decide', async () => {
    const { stage, shift, forgot } = await ended();
    await goTo(stage, shiftEnd + 7 * dayMs);
    expect(outcomes(await decide(stage, shift, forgot, shiftEnd))).toEqual(['attendance_closed']);
  });

  test('a month later nothing of it becomes a record', async () => {
    const { stage, shift } = await ended();
    await goTo(stage, shiftEnd + 40 * dayMs);
    expect((await record(stage, shift)).body).toMatchObject({ code: 'shift_too_old' });
  });

  test('of a shift that was called off there are no records', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const params = { shift };
    await stage.leader.must('POST /api/activity-shifts/{shift}/cancellation', { params, body: { reason: 'other' } });
    await goTo(stage, shiftEnd);
    expect((await record(stage, shift)).body).toMatchObject({ code: 'shift_cancelled' });
  });

  test('making the records twice makes them once', async () => {
    const { stage, shift, left } = await ended();
    expect((await record(stage, shift)).body).toMatchObject({ items: [{ id: left, outcome: 'done' }] });
    expect((await record(stage, shift)).body).toEqual({ items: [] });
    expect(await recordsOf(stage.squad, shift)).toHaveLength(1);
  });

  test('a leader shortens a record, and never stretches it beyond check-in and check-out', async () => {
    const { stage, shift, left } = await ended();
    await record(stage, shift);
    const params = { shift, volunteer: left };
    const amend = (from: number, to: number) =>
      stage.leader.ask('PUT /api/shifts/{shift}/records/{volunteer}', {
        params,
        body: { from: iso(from), to: iso(to) },
      });
    await goTo(stage, shiftEnd + hourMs);
    expect((await amend(shiftStart, shiftEnd + minuteMs)).body).toMatchObject({ code: 'time_beyond_attendance' });
    expect((await amend(shiftStart - minuteMs, shiftEnd)).body).toMatchObject({ code: 'time_beyond_attendance' });
    expect((await amend(shiftStart, shiftEnd - hourMs)).body).toMatchObject({ minutes: 60 });
  });

  test('a record goes its way: confirmed, approved, made public, final, with its minutes in the wallet', async () => {
    const { stage, shift, left } = await ended();
    await record(stage, shift);
    await confirmAll(stage.squad, shift);
    await approveAll(stage.squad, shift);
    await stage.world.tick();
    stage.world.now += 10 * dayMs;
    await stage.world.tick();
    await stage.squad.signIn();
    expect(await recordsOf(stage.squad, shift)).toMatchObject([{ volunteer: left, state: 'final', minutes: 120 }]);
  });

  test('head counts at start and end stand beside those who checked in', async () => {
    const { stage, shift } = await ended();
    const params = { shift };
    await stage.leader.must('PUT /api/activity-shifts/{shift}/head-counts', { params, body: { start: 3 } });
    await stage.leader.must('PUT /api/activity-shifts/{shift}/head-counts', { params, body: { end: 2 } });
    expect(await session(stage, shift)).toMatchObject({ headCounts: { start: 3, end: 2 }, counts: { in: 1, out: 1 } });
  });
});
