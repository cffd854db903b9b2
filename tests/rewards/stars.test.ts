import { expect, test } from 'vitest';
import { balanceOf, journalWrites, post } from '../../functions/ledger/index.ts';
import { givenName } from '../../functions/rewards/given-name.ts';
import { openDistrict, welcome } from '../teams/school.ts';

test('a pupil has the star of its stage by the minutes of that stage, and the national one by all', async () => {
  const district = await openDistrict();
  const { world, east, id } = district;
  const pupil = await welcome(district, east, { stage: 'junior' });
  const stars = async () => (await pupil.client.must('GET /api/me/stars', {})).items;
  expect(await stars()).toEqual([
    { scheme: 'junior', level: 0, minutes: 0, nextLevel: 1, missingMinutes: 600 },
    { scheme: 'national', level: 0, minutes: 0, nextLevel: 1, missingMinutes: 6000 },
  ]);
  const served = (count: number, stage: string) =>
    ({
      tx: `A#${stage}#1`,
      kind: 'service',
      points: 0,
      expiry: '20280831',
      reference: stage,
      minutes: { count, stage, schoolYear: 2025 },
    }) as const;
  const posting = { district: id, wallet: pupil.id, by: 'test', now: world.now, returnedDaysMin: 0 };
  const posted = post(balanceOf(undefined), [served(5400, 'primary'), served(1199, 'junior')], posting);
  if (!posted) throw new Error('Minutes could not be credited');
  await world.store.transact('served', [...journalWrites(posted), ...posted.writes]);
  expect(await stars()).toEqual([
    { scheme: 'junior', level: 1, minutes: 1199, nextLevel: 2, missingMinutes: 1 },
    { scheme: 'national', level: 1, minutes: 6599, nextLevel: 2, missingMinutes: 11401 },
  ]);
});

test('a desk calls people by their given name', () => {
  const called = ['张小明', '王芳', '欧阳娜娜', '欧阳', '䶮羽', '买买提·吐尔逊', '丽'].map(givenName);
  expect(called).toEqual(['小明', '芳', '娜娜', '阳', '羽', '买买提', '丽']);
});
