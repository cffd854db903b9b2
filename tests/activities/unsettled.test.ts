import { describe, expect, test } from 'vitest';
import { addMember } from '../hours/squad.ts';
import { appointLeader } from '../teams/school.ts';
import {
  dayMs,
  goTo,
  hourMs,
  iso,
  minuteMs,
  note,
  openStage,
  publish,
  record,
  roomy,
  type Stage,
  shiftEnd,
  shiftStart,
  signUpAll,
} from './stage.ts';

const unsettled = async ({ leader, world }: Stage) => {
  await world.settle();
  return (await leader.must('GET /api/unsettled-shifts', {})).items.map(({ id }) => id);
};

/** A shift so many hours after the usual one, with one who is signed up. */
const peopled = (stage: Stage, hours: number) => peopledAt(stage, shiftStart + hours * hourMs, 2 * hourMs);
async function peopledAt(stage: Stage, from: number, length: number) {
  const shifts = [{ from: iso(from), to: iso(from + length) }];
  const [shift, volunteer] = [await publish(stage, { ...roomy, shifts }), await addMember(stage.squad)];
  await signUpAll(stage, shift, [volunteer]);
  return { shift, volunteers: [volunteer] };
}

describe('what waits for its leader, GET /api/unsettled-shifts', () => {
  test('a shift waits for its records; where nobody was noted, as long as paper may be entered', async () => {
    const stage = await openStage();
    const [done, forgotten, paper] = [await peopled(stage, 0), await peopled(stage, 2), await peopled(stage, 4)];
    const tick = (shift: string, what: 'in' | 'out', volunteers: string[]) =>
      note(stage, shift, { what, means: 'tick', volunteers });
    await goTo(stage, shiftStart);
    await tick(done.shift, 'in', done.volunteers);
    expect(await unsettled(stage)).toEqual([]);
    await goTo(stage, shiftEnd);
    await tick(done.shift, 'out', done.volunteers);
    await tick(forgotten.shift, 'in', forgotten.volunteers);
    expect(await unsettled(stage)).toEqual([done.shift]);
    await goTo(stage, shiftEnd + 5 * hourMs);
    expect(await unsettled(stage)).toEqual([done.shift, forgotten.shift, paper.shift]);
    await goTo(stage, shiftEnd + 6 * dayMs);
    expect(await unsettled(stage)).toEqual([done.shift]);
    await record(stage, done.shift);
    expect(await unsettled(stage)).toEqual([]);
  });

  test('a shift that was called off waits only if somebody had come', async () => {
    const stage = await openStage();
    const [before, during] = [await peopled(stage, 0), await peopled(stage, 2)];
    const callOff = (shift: string) =>
      stage.leader.must('POST /api/activity-shifts/{shift}/cancellation', {
        params: { shift },
        body: { reason: 'weather' },
      });
    await callOff(before.shift);
    await goTo(stage, shiftEnd);
    await note(stage, during.shift, { what: 'in', means: 'tick', volunteers: during.volunteers });
    await goTo(stage, shiftEnd + hourMs);
    await callOff(during.shift);
    expect(await unsettled(stage)).toEqual([during.shift]);
  });

  test('another team’s leader sees nothing of it', async () => {
    const stage = await openStage();
    const { administrator, east } = stage.district;
    const { id } = await administrator.must('POST /api/teams', { body: { unit: east.unit, name: '白鹭队' } });
    const stranger = await appointLeader(stage.district, id);
    const { shift, volunteers } = await peopledAt(stage, stage.world.now + minuteMs, minuteMs);
    await note(stage, shift, { what: 'in', means: 'tick', volunteers });
    stage.world.now += 2 * minuteMs;
    expect(await unsettled(stage)).toEqual([shift]);
    expect(await stranger.must('GET /api/unsettled-shifts', {})).toEqual({ items: [] });
  });
});

describe('GET /api/activity-shifts', () => {
  test('lists the shifts between two moments', async () => {
    const stage = await openStage();
    const [one, two] = [await peopled(stage, 0), await peopled(stage, 2)];
    const listed = async (from: number, to?: number) => {
      const query = { team: stage.team, from: iso(from), to: to === undefined ? undefined : iso(to) };
      return (await stage.leader.must('GET /api/activity-shifts', { query })).items.map(({ id }) => id);
    };
    expect(await listed(shiftStart)).toEqual([one.shift, two.shift]);
    expect(await listed(shiftStart, shiftStart + hourMs)).toEqual([one.shift]);
    expect(await listed(shiftStart + hourMs, shiftStart + 3 * hourMs)).toEqual([two.shift]);
  });
});
