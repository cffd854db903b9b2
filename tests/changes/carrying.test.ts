/**
 * Sign-ups follow the person: those of a registration that was merged are the other one's, and its own again when the
 * merge is taken back; whoever moves to another school is freed.
 */
import { describe, expect, test } from 'vitest';
import {
  activityAsk,
  codeOf,
  dayMs,
  hourMs,
  iso,
  joinTeam,
  note,
  outcomes,
  type Stage,
  session,
  signUp,
  signUpAll,
  stateOf,
} from '../activities/stage.ts';
import { openSquad } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import { askMerge, mergeNow, openTwice, separateNow, type Twice } from './merge-stage.ts';
import { acceptMove, openMoving, proposeMove } from './move-stage.ts';

const stageOf = (twice: Twice): Stage => ({
  squad: twice,
  world: twice.district.world,
  district: twice.district,
  leader: twice.leader,
  team: twice.team,
});
type More = Parameters<typeof activityAsk>[0];
/** A shift of two hours, so many hours from tomorrow noon. */
async function publishAt({ leader, world }: Stage, hours = 0, more: More = {}): Promise<string> {
  const from = world.now + dayMs + hours * hourMs;
  const shifts = [{ from: iso(from), to: iso(from + 2 * hourMs) }];
  return (await leader.must('POST /api/activities', { body: activityAsk({ shifts, ...more }) })).shifts[0]?.id ?? '';
}
const freeIn = async (stage: Stage, shift: string) => (await session(stage, shift)).roles.map(({ free }) => free);
const one = { roles: [{ name: '保洁员', places: 1 }] };

describe('sign-ups of a registration that is merged', () => {
  test('go to the one that goes on, with their place or their turn in the waiting list', async () => {
    const twice = await openTwice();
    const stage = stageOf(twice);
    const [held, full] = [await publishAt(stage), await publishAt(stage, 4, one)];
    const [first, last] = [await joinTeam(stage), await joinTeam(stage)];
    await signUp(twice.other, held);
    await signUp(first, full);
    await signUp(twice.other, full);
    stage.world.now += 1000;
    await signUp(last, full);
    await mergeNow(twice);
    expect(await stateOf(stage, held, twice.pupil.id)).toBe('signed');
    expect(await stateOf(stage, full, twice.pupil.id)).toBe('waiting');
    const { signUps } = await twice.pupil.client.must('GET /api/me/data', {});
    expect(signUps.map(({ state }) => state)).toEqual(expect.arrayContaining(['signed', 'waiting', 'freed']));
    const params = { shift: full };
    await first.client.must('POST /api/open-shifts/{shift}/withdrawal', { params, body: {} });
    await stage.world.settle();
    expect(await stateOf(stage, full, twice.pupil.id)).toBe('offered');
    await twice.pupil.client.must('POST /api/open-shifts/{shift}/acceptance', { params, body: {} });
    expect(await freeIn(stage, full)).toEqual([0]);
  });

  test('are freed where the one that goes on is in it already or has promised the time', async () => {
    const twice = await openTwice();
    const stage = stageOf(twice);
    const [same, early, late] = [await publishAt(stage), await publishAt(stage, 4), await publishAt(stage, 5)];
    await signUp(twice.pupil, same);
    await signUp(twice.other, same);
    await signUp(twice.pupil, early);
    await signUp(twice.other, late);
    await mergeNow(twice);
    expect(await stateOf(stage, late, twice.other.id)).toBeUndefined();
    expect(await stateOf(stage, late, twice.pupil.id)).toBeUndefined();
    for (const [shift, free] of [
      [same, 1],
      [early, 1],
      [late, 2],
    ] as const)
      expect(await freeIn(stage, shift)).toEqual([free]);
    expect(await codeOf(twice.pupil, late)).toBe('sign_up_overlap');
  });

  test('come back when the merge is taken back, except what the person has withdrawn from meanwhile', async () => {
    const twice = await openTwice();
    const stage = stageOf(twice);
    const [kept, left, own] = [await publishAt(stage), await publishAt(stage, 4), await publishAt(stage, 8)];
    await signUp(twice.other, kept);
    await signUp(twice.other, left);
    await signUp(twice.pupil, own);
    const { id } = await mergeNow(twice);
    const params = { shift: left };
    await twice.pupil.client.must('POST /api/open-shifts/{shift}/withdrawal', { params, body: {} });
    await separateNow(twice, id);
    expect(await stateOf(stage, kept, twice.other.id)).toBe('signed');
    expect(await stateOf(stage, kept, twice.pupil.id)).toBeUndefined();
    expect(await stateOf(stage, left, twice.other.id)).toBeUndefined();
    expect(await stateOf(stage, left, twice.pupil.id)).toBeUndefined();
    expect(await stateOf(stage, own, twice.pupil.id)).toBe('signed');
    await twice.other.signIn();
    const clash = await publishAt(stage, 1);
    expect(await codeOf(twice.other, clash)).toBe('sign_up_overlap');
    expect(await codeOf(twice.pupil, clash)).toBe('signed');
  });

  test('POST /api/merges: who came to a shift without records yet is settled first: merge_records_open', async () => {
    const twice = await openTwice();
    const stage = stageOf(twice);
    // It begins in a quarter of an hour.
    const shift = await publishAt(stage, -23.75);
    await signUpAll(stage, shift, [twice.other.id]);
    await note(stage, shift, { what: 'in', means: 'scan', volunteers: [twice.other.id] });
    await expectRefusal(stage.world, 'merge_records_open', () => askMerge(twice));
  });
});

/** The pupil of a moving family with a team at the old school. */
async function openMovingStage() {
  const moving = await openMoving('2011-02-01');
  const { world, administrator } = moving;
  const school = (unit: string) => ({ unit, code: '', desk: '' });
  const [east, west] = [school(moving.east), school(moving.west)];
  const district = { world, id: moving.district, administrator, east, west };
  const squad = await openSquad({ members: 0, district });
  const stage: Stage = { squad, world, district, leader: squad.leader, team: squad.team };
  return { moving, stage };
}

describe('a pupil who moves', () => {
  test('is freed from the shifts of the old school, and the places are free', async () => {
    const { moving, stage } = await openMovingStage();
    const { world, pupil, client } = moving;
    const [here, all] = [
      await publishAt(stage, 0, { audience: 'unit' }),
      await publishAt(stage, 4, { audience: 'unit' }),
    ];
    for (const shift of [here, all])
      await client.must('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: { role: 0 } });
    await proposeMove(moving, '2026-03-01');
    await acceptMove(moving);
    await world.settle();
    for (const shift of [here, all]) expect(await stateOf(stage, shift, pupil)).toBeUndefined();
    const { items } = await client.must('GET /api/me/notices', {});
    expect(items.filter(({ kind }) => kind === 'activity_withdrawn')).toHaveLength(2);
    expect(await freeIn(stage, here)).toEqual([2]);
  });
});

describe('a pupil who was marked as left by mistake', () => {
  test('signs up again for the same shift, or is put on the list again, once the school takes it back', async () => {
    const { moving, stage } = await openMovingStage();
    const { world, pupil, client, eastStaff } = moving;
    const [own, listed] = [
      await publishAt(stage, 0, { audience: 'unit' }),
      await publishAt(stage, 4, { audience: 'unit' }),
    ];
    for (const shift of [own, listed]) await signUpAll(stage, shift, [pupil]);
    const ask = { params: { school: moving.east }, body: { volunteers: [pupil] } };
    await eastStaff.must('POST /api/schools/{school}/leavers', ask);
    await world.settle();
    for (const shift of [own, listed]) expect(await stateOf(stage, shift, pupil)).toBeUndefined();
    await eastStaff.must('POST /api/schools/{school}/leavers/return', ask);
    await world.settle();
    const again = { params: { shift: own }, body: { role: 0 } };
    expect(await client.must('POST /api/open-shifts/{shift}/sign-up', again)).toMatchObject({ state: 'signed' });
    expect(outcomes(await signUpAll(stage, listed, [pupil]))).toEqual(['signed']);
    for (const shift of [own, listed]) expect(await freeIn(stage, shift)).toEqual([1]);
  });
});
