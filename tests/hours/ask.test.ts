/** The owner of a record asks whom it waits for: POST /api/me/records/{shift}/ask. */
import { expect, test } from 'vitest';
import { expectRefusal, welcome } from '../teams/school.ts';
import { approveAll, confirmAll, dayMs, openSquad, recordShift } from './squad.ts';

const ask = 'POST /api/me/records/{shift}/ask';

test('asks once at each step, and it shows on the list of whoever has to act', async () => {
  const squad = await openSquad({ members: 0 });
  const { world, east } = squad.district;
  const pupil = await welcome(squad.district, east);
  const body = { volunteers: [pupil.id] };
  await squad.leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body });
  squad.members.push(pupil.id);
  const shift = await recordShift(squad);
  const params = { shift };
  const follow = () => pupil.client.must('GET /api/me/records/{shift}', { params });
  expect((await follow()).asked).toBeUndefined();
  for (let time = 0; time < 2; time++) {
    expect(await pupil.client.must(ask, { params, body: {} })).toEqual({ asked: 'leader' });
  }
  await world.settle();
  const [led] = (await squad.leader.must('GET /api/shifts', { query: { team: squad.team } })).items;
  expect(led).toMatchObject({ asked: 1 });
  expect(await follow()).toMatchObject({ asked: true, waitsFor: 'leader', since: new Date(world.now).toISOString() });
  await confirmAll(squad, shift);
  expect(await follow()).toMatchObject({ waitsFor: 'approver' });
  expect((await follow()).asked).toBeUndefined();
  expect(await pupil.client.must(ask, { params, body: {} })).toEqual({ asked: 'approver' });
  await world.settle();
  const [queued] = (await squad.approver.must('GET /api/approvals', { query: { unit: east.unit } })).items;
  expect(queued).toMatchObject({ asked: 1 });
  await approveAll(squad, shift);
  await expectRefusal(world, 'record_not_open', () => pupil.client.ask(ask, { params, body: {} }));
  await expectRefusal(world, 'not_found', () => pupil.client.ask(ask, { params: { shift: squad.team }, body: {} }));
});

test('says on every list how late a record is', async () => {
  const squad = await openSquad({ members: 1 });
  const { world, east } = squad.district;
  const shift = await recordShift(squad);
  world.now += 11 * dayMs;
  await squad.signIn();
  const [led] = (await squad.leader.must('GET /api/shifts', { query: { team: squad.team } })).items;
  expect(led).toMatchObject({ late: 'alarm' });
  await confirmAll(squad, shift);
  await world.settle();
  world.now += 5 * dayMs;
  await squad.signIn();
  const [queued] = (await squad.approver.must('GET /api/approvals', { query: { unit: east.unit } })).items;
  expect(queued).toMatchObject({ late: 'legal' });
  const { records } = await squad.leader.must('GET /api/shifts/{shift}', { params: { shift } });
  expect(records).toMatchObject([{ waitsFor: 'approver', late: 'legal' }]);
});
