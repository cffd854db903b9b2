/** An objection whose times are put right: POST /api/shifts/{shift}/objections/{volunteer} with `returned`. */
import { expect, test } from 'vitest';
import { kindsOf } from '../notices/inboxes.ts';
import { decideAs, follow, objectsTo, openPublished } from './objected.ts';
import { approveAll, confirmAll, dayMs, hourMs, recordsOf } from './squad.ts';

test('returned goes back to the leader, who puts its times right: as early as it was, and counts', async () => {
  const { squad, pupil, shift } = await openPublished();
  const { world } = squad.district;
  await objectsTo(pupil, shift);
  for (let time = 0; time < 2; time++) {
    expect((await decideAs(squad.approver, shift, pupil.id, 'returned')).body).toEqual({ state: 'sent_back' });
  }
  await world.settle();
  const said = await follow(pupil, shift);
  expect(said).toMatchObject({ state: 'sent_back', objection: { decision: 'returned', answer: '查过签到表' } });
  expect(await kindsOf(pupil.client)).toContain('objection_returned');
  expect(await kindsOf(squad.leader)).toContain('shift_sent_back');
  const [before] = (await recordsOf(squad, shift)).filter(({ volunteer }) => volunteer === pupil.id);
  const to = new Date(Date.parse(said.to) - hourMs).toISOString();
  const params = { shift, volunteer: pupil.id };
  await squad.leader.must('PUT /api/shifts/{shift}/records/{volunteer}', { params, body: { from: said.from, to } });
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  const [after] = (await recordsOf(squad, shift)).filter(({ volunteer }) => volunteer === pupil.id);
  expect(after).toMatchObject({ state: 'published', minutes: (before?.minutes ?? 0) - 60, grade: before?.grade });
  expect(await follow(pupil, shift)).toMatchObject({ mayObject: true });
  world.now += 8 * dayMs;
  await world.tick();
  await pupil.signIn();
  expect(await pupil.client.must('GET /api/me/balance', {})).toMatchObject({ minutes: after?.minutes });
});
