/** Whoever was freed from a shift, by a change or by mistake, can come back to it as long as it is held. */
import { expect, test } from 'vitest';
import { addPupil } from '../hours/squad.ts';
import {
  codeOf,
  goTo,
  hourMs,
  iso,
  joinTeam,
  note,
  openStage,
  outcomes,
  publish,
  session,
  shiftEnd,
  shiftStart,
  signUp,
  signUpAll,
  stateOf,
} from './stage.ts';

test('a walk-in who was added by mistake and taken back is added again on really coming', async () => {
  const stage = await openStage();
  const shift = await publish(stage);
  const mate = await addPupil(stage.district);
  await goTo(stage, shiftStart);
  const came = { what: 'in' as const, means: 'tick' as const, volunteers: [mate] };
  await note(stage, shift, { ...came, walkIn: true });
  await note(stage, shift, { ...came, what: 'take_back' });
  expect(outcomes(await note(stage, shift, came))).toEqual(['not_signed_up']);
  expect(outcomes(await note(stage, shift, { ...came, walkIn: true }))).toEqual(['in']);
  expect(await session(stage, shift)).toMatchObject({ people: [{ walkIn: true, state: 'in' }] });
});

test('whoever a new time did not suit signs up again when the old one holds after all', async () => {
  const stage = await openStage();
  const pupil = await joinTeam(stage);
  const shift = await publish(stage);
  const later = { from: iso(shiftStart + 4 * hourMs), to: iso(shiftEnd + 4 * hourMs) };
  await signUp(pupil, shift);
  await signUp(pupil, await publish(stage, { shifts: [later] }));
  for (const time of [later, { from: iso(shiftStart), to: iso(shiftEnd) }]) {
    await stage.leader.must('PUT /api/activity-shifts/{shift}', { params: { shift }, body: { time } });
    await stage.world.settle();
    expect(await stateOf(stage, shift, pupil.id)).toBeUndefined();
  }
  expect(await codeOf(pupil, shift)).toBe('signed');
});

test('nobody comes back to a shift that was called off', async () => {
  const stage = await openStage();
  const pupil = await joinTeam(stage);
  const shift = await publish(stage);
  await signUp(pupil, shift);
  const off = { params: { shift }, body: { reason: 'weather' } } as const;
  await stage.leader.must('POST /api/activity-shifts/{shift}/cancellation', off);
  await stage.world.settle();
  expect(await codeOf(pupil, shift)).toBe('shift_cancelled');
  expect(outcomes(await signUpAll(stage, shift, [pupil.id]))).toEqual(['shift_cancelled']);
  await goTo(stage, shiftStart);
  const walkIn = { what: 'in' as const, means: 'tick' as const, walkIn: true, volunteers: [pupil.id] };
  expect(outcomes(await note(stage, shift, walkIn))).toEqual(['shift_cancelled']);
});
