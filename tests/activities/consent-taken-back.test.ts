/** A consent taken back ends what was promised: nobody expects the child, lets it in or reads its name. */
import { expect, test } from 'vitest';
import { administratorOf } from '../hours/squad.ts';
import { openNeighbourhood, orderAsk } from '../orders/neighbourhood.ts';
import { expectRefusal, type Pupil } from '../teams/school.ts';
import { codeOf, openScene } from './code-scene.ts';
import {
  goTo,
  hourMs,
  iso,
  joinTeam,
  minuteMs,
  note,
  openStage,
  outcomes,
  publish,
  roomy,
  type Stage,
  session,
  shiftEnd,
  shiftStart,
  signUp,
  signUpAll,
  stateOf,
} from './stage.ts';

async function takeBack({ district }: Stage, { id }: Pupil) {
  // Whoever signed in two days ago signs in again.
  await district.administrator.must('POST /api/sessions', { body: administratorOf() });
  await district.administrator.must('POST /api/volunteers/{volunteer}/consent/withdrawal', {
    params: { volunteer: id },
    body: { on: '2026-03-01' },
  });
}

test('frees the place, which the next one is offered, and whoever waits or asked waits no more', async () => {
  const stage = await openStage();
  const [child, second, next] = [await joinTeam(stage), await joinTeam(stage), await joinTeam(stage)];
  const shift = await publish(stage, { roles: [{ name: '保洁员', places: 1 }] });
  for (const one of [child, second, next]) {
    await signUp(one, shift);
    stage.world.now += 1000;
  }
  for (const one of [second, child]) await takeBack(stage, one);
  await stage.world.settle();
  expect(await stateOf(stage, shift, child.id)).toBeUndefined();
  expect(await stateOf(stage, shift, second.id)).toBeUndefined();
  expect(await stateOf(stage, shift, next.id)).toBe('offered');
});

test('takes the child off a visit', async () => {
  const stage = await openStage();
  const child = await joinTeam(stage);
  const { leader, district } = stage;
  const town = await openNeighbourhood(district);
  const profile = { takes: true, skills: ['tutoring' as const], slots: [], loadMax: 5 };
  await leader.must('PUT /api/team-orders/profile', { body: profile });
  const at = (hours: number) => iso(stage.world.now + hours * hourMs);
  const body = orderAsk({ kind: 'tutoring', from: at(24), to: at(26) });
  const { id: order } = await town.resident.must('POST /api/orders', { body });
  const params = { order };
  await town.desk.must('POST /api/orders/{order}/triage', { params, body: { decision: 'pass' } });
  await leader.must('POST /api/orders/{order}/acceptance', { params, body: {} });
  await leader.must('PUT /api/orders/{order}/members', { params, body: { volunteers: [child.id] } });
  await takeBack(stage, child);
  await stage.world.settle();
  expect((await child.client.must('GET /api/me/visits', {})).items).toEqual([]);
});

test('POST /api/me/attendance: whoever scans the code before that is through hears consent_missing', async () => {
  const scene = await openScene();
  await takeBack(scene.stage, scene.pupil);
  const body = { code: codeOf(scene) };
  const ask = () => scene.pupil.client.ask('POST /api/me/attendance', { body });
  await expectRefusal(scene.stage.world, 'consent_missing', ask);
});

test('nor is the child checked in by card, by list or from paper; who was there before may still go', async () => {
  const stage = await openStage();
  const [there, child] = [await joinTeam(stage), await joinTeam(stage)];
  const volunteers = [there.id, child.id];
  const shift = await publish(stage, roomy);
  await signUpAll(stage, shift, volunteers);
  await goTo(stage, shiftStart, [there, child]);
  await note(stage, shift, { what: 'in', means: 'tick', volunteers: [there.id] });
  for (const one of [there, child]) await takeBack(stage, one);
  for (const means of ['scan', 'tick'] as const)
    expect(outcomes(await note(stage, shift, { what: 'in', means, volunteers }))).toEqual(['in', 'consent_missing']);
  await goTo(stage, shiftEnd + minuteMs);
  const late = await note(stage, shift, { what: 'paper', means: 'tick', volunteers });
  expect(outcomes(late)).toEqual(['out', 'consent_missing']);
});

test('leaves neither the name nor the number on the leader’s screen', async () => {
  const stage = await openStage();
  const child = await joinTeam(stage);
  const shift = await publish(stage, roomy);
  await signUp(child, shift);
  expect((await session(stage, shift)).people).toMatchObject([
    { person: '张小明', number: expect.stringMatching(/\d/) },
  ]);
  await takeBack(stage, child);
  expect((await session(stage, shift)).people).toMatchObject([{ person: '张*明', number: '' }]);
});
