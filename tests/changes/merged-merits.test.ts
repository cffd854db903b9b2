/** What somebody was trained for, given and can do follows a merge, and goes back when the registrations are parted. */
import { expect, test } from 'vitest';
import { activityAsk, iso } from '../activities/stage.ts';
import { dayMs, hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import { mergeNow, openTwice, separateNow, type Twice } from './merge-stage.ts';

const award = { kind: 'award' as const, organiser: '区教育局', day: '2026-03-01' };

/** For whoever was trained in first aid, so many days from now. */
async function publishFirstAid({ leader, district: { world } }: Twice, days: number): Promise<string> {
  const from = world.now + days * dayMs;
  const shifts = [{ from: iso(from), to: iso(from + hourMs) }];
  const body = activityAsk({ conditions: { qualifications: ['急救'] }, shifts });
  const { shifts: published } = await leader.must('POST /api/activities', { body });
  return published[0]?.id ?? '';
}

test('the registration that goes on has the merits and skills of both, until they are parted', async () => {
  const twice = await openTwice();
  const { first, pupil, other, district } = twice;
  const [own, theirs] = [{ volunteers: [pupil.id] }, { volunteers: [other.id] }];
  await first.must('POST /api/merits', { body: { ...award, name: '优秀小志愿者', ...own } });
  await first.must('POST /api/merits', { body: { ...award, name: '文明少年', ...theirs } });
  await first.must('POST /api/qualifications', { body: { name: '手语', ...own } });
  await first.must('POST /api/qualifications', { body: { name: '急救', ...theirs } });
  const [soon, later] = [await publishFirstAid(twice, 1), await publishFirstAid(twice, 2)];
  const { client } = pupil;
  const known = async () => ({
    merits: (await client.must('GET /api/me/merits', {})).items.map(({ name }) => name),
    skills: (await client.must('GET /api/me/qualifications', {})).items,
    open: (await client.must('GET /api/open-shifts', { query: {} })).items.map(({ id }) => id),
  });
  const signUp = (shift: string) =>
    client.ask('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: {} });
  const apart = { merits: ['优秀小志愿者'], skills: ['手语'], open: [] };
  expect(await known()).toEqual(apart);
  await expectRefusal(district.world, 'qualification_missing', () => signUp(soon));
  const { id } = await mergeNow(twice);
  expect(await known()).toEqual({
    merits: ['优秀小志愿者', '文明少年'],
    skills: ['急救', '手语'],
    open: [soon, later],
  });
  expect((await signUp(soon)).body).toMatchObject({ state: 'signed' });
  const params = { volunteer: pupil.id };
  const registered = await first.must('GET /api/volunteers/{volunteer}/merits', { params });
  expect(registered.items.map(({ name }) => name)).toEqual(['优秀小志愿者', '文明少年']);
  const merit = registered.items[1]?.id ?? '';
  await first.must('POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal', {
    params: { ...params, merit },
    body: { reason: '登记错了人' },
  });
  const data = await client.must('GET /api/me/data', {});
  expect(data).toMatchObject({
    merits: [{ name: '优秀小志愿者' }, { name: '文明少年' }],
    qualifications: ['急救', '手语'],
  });
  await separateNow(twice, id);
  expect(await known()).toEqual(apart);
  await expectRefusal(district.world, 'qualification_missing', () => signUp(later));
  await other.signIn();
  const { items } = await other.client.must('GET /api/me/merits', {});
  expect(items).toMatchObject([{ name: '文明少年', withdrawn: { reason: '登记错了人' } }]);
});
