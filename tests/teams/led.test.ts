import { expect, test } from 'vitest';
import { appointLeader, openDistrict } from './school.ts';
import { found } from './team-actions.ts';

test('whoever leads several teams sees all of them, the one of the present post first', async () => {
  const district = await openDistrict();
  const { administrator, east } = district;
  const [first, second] = [await found(district, east), await found(district, east)];
  await found(district, east);
  const leader = await appointLeader(district, first.id);
  const login = (await administrator.must('GET /api/staff', { query: { unit: east.unit } })).items.find(
    ({ posts }) => posts[0]?.scope === first.id,
  )?.login;
  const body = { login: login ?? '', name: '刘领队' };
  await administrator.must('POST /api/teams/{team}/leaders', { params: { team: second.id }, body });
  const listed = async () => (await leader.must('GET /api/teams', {})).items.map(({ id }) => id);
  expect(await listed()).toEqual([first.id, second.id]);
  const { posts } = await leader.must('GET /api/session', {});
  await leader.must('POST /api/session/post', {
    body: { post: posts.find(({ scope }) => scope === second.id)?.id ?? '' },
  });
  expect(await listed()).toEqual([second.id, first.id]);
});
