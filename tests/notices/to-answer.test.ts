/** What a unit has to answer: objections, registrations and requests are told to its staff and counted. */
import { expect, test } from 'vitest';
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import type { Client } from '../../scripts/local/client.ts';
import { bothCounts } from '../figures/campus.ts';
import { birthDateAt, type Child, guardianOf, openFamily } from '../guardians/family.ts';
import { addMember, approveAll, confirmAll, openSquad, recordShift } from '../hours/squad.ts';
import { appoint, type District, everythingStored, openDistrict, welcome } from '../teams/school.ts';
import { inboxOf, kindsOf } from './inboxes.ts';

/** All that the streams have said, once more and the last first. */
async function repeat({ world }: District): Promise<void> {
  const told = world.store
    .readChanges(0, 100_000)
    .map(({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence), at: world.now }));
  await project(world.tools, told.toReversed(), world.now);
}
async function waitingIn({ world, id, east }: District, client: Client) {
  await world.settle();
  const { counted, fromZero } = await bothCounts({ world, id });
  expect(counted).toEqual(fromZero);
  return (await client.must('GET /api/figures', { query: { unit: east.unit } })).waiting;
}
const ofOthers = { recorded: 0, confirmed: 0, published: 0 };
const noticesStored = async ({ world }: District) =>
  JSON.stringify((await everythingStored(world)).filter(({ sk }) => sk.startsWith('N#')));

test('an objection is told once to everybody who may decide it, and counted until it is decided', async () => {
  const squad = await openSquad({ members: 0 });
  const { district, approver, leader } = squad;
  const { world, east, administrator } = district;
  const school = await appoint(district, 'unit_admin', east.unit);
  const pupil = await welcome(district, east);
  await leader.must('POST /api/teams/{team}/members', {
    params: { team: squad.team },
    body: { volunteers: [pupil.id] },
  });
  const shift = await recordShift(squad, {}, [pupil.id, await addMember(squad)]);
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  await world.settle();
  const said = { params: { shift }, body: { reason: 'wrong_time' as const, text: '我五点就走了' } };
  await pupil.client.must('POST /api/me/records/{shift}/objection', said);
  expect(await waitingIn(district, school)).toEqual({
    ...ofOthers,
    published: 1,
    objected: 1,
    registrations: 0,
    requests: 0,
  });
  await repeat(district);
  for (const client of [approver, school]) {
    const told = { kind: 'objection_to_decide', facts: { shift, day: '2026-03-02', unit: east.unit } };
    expect(await inboxOf(client)).toMatchObject([told]);
  }
  for (const client of [leader, administrator]) expect(await kindsOf(client)).toEqual([]);
  expect(await noticesStored(district)).not.toMatch(/张小明|五点/);
  const body = { decision: 'dismissed' as const, answer: '查过签到表' };
  await approver.must('POST /api/shifts/{shift}/objections/{volunteer}', {
    params: { shift, volunteer: pupil.id },
    body,
  });
  expect(await waitingIn(district, school)).toMatchObject({ published: 2, objected: 0 });
  expect(await kindsOf(school)).toEqual(['objection_to_decide']);
});

test('a self-registration is told to the school, or above it where nobody answers there', async () => {
  const district = await openDistrict();
  const { world, east, administrator } = district;
  const register = (number: string) =>
    world.client().must('POST /api/schools/{code}/registrations', {
      params: { code: east.code },
      body: { name: '李晓雨', number, grade: 9, classNumber: 2, birthDate: '2011-01-11' },
    });
  await register('20260001');
  await world.settle();
  expect(await kindsOf(administrator)).toEqual(['registration_to_decide']);
  const school = await appoint(district, 'unit_admin', east.unit);
  const approver = await appoint(district, 'approver', east.unit);
  world.now += 1000;
  await register('20260002');
  const waiting = { ...ofOthers, objected: 0, registrations: 2, requests: 0 };
  expect(await waitingIn(district, school)).toEqual(waiting);
  const { items } = await school.must('GET /api/registrations', { query: { unit: east.unit } });
  const [, { id: registration } = { id: '' }] = items;
  expect(await inboxOf(school)).toMatchObject([
    { kind: 'registration_to_decide', facts: { registration, unit: east.unit } },
  ]);
  expect(await kindsOf(approver)).toEqual([]);
  expect(await kindsOf(administrator)).toEqual(['registration_to_decide']);
  for (const { id } of items) {
    const body = { decision: 'refuse' as const, answer: '不是本校学生' };
    await school.must('POST /api/registrations/{registration}/decision', { params: { registration: id }, body });
  }
  expect(await waitingIn(district, school)).toEqual({ ...waiting, registrations: 0 });
  expect(await noticesStored(district)).not.toMatch(/李晓雨|2026000/);
});

test('a request to correct is told to the school once, not what was written, and counted until answered', async () => {
  const family = await openFamily([birthDateAt.eleven]);
  const { district } = family;
  const school = await appoint(district, 'unit_admin', district.east.unit);
  const guardian = await guardianOf(family, family.children[0] as Child);
  const asked = { about: 'deletion', text: '请删除旧的手机号' } as const;
  const { id: request } = await guardian.must('POST /api/me/correction-requests', { body: asked });
  expect(await waitingIn(district, school)).toMatchObject({ registrations: 0, requests: 1 });
  await repeat(district);
  const told = { kind: 'request_to_answer', facts: { request, unit: district.east.unit } };
  expect(await inboxOf(school)).toMatchObject([told]);
  const body = { decision: 'corrected' as const, answer: '已经删除' };
  await school.must('POST /api/correction-requests/{request}/answer', { params: { request }, body });
  expect(await waitingIn(district, school)).toMatchObject({ requests: 0 });
  expect(await kindsOf(school)).toEqual(['request_to_answer']);
  expect(await noticesStored(district)).not.toMatch(/王小雨|手机号/);
});
