import { describe, expect, test } from 'vitest';
import { blockStarsWrites } from '../../functions/rewards/block-stars.ts';
import { givenName } from '../../functions/rewards/given-name.ts';
import { heldLevel, starsHeldAt } from '../../functions/rewards/star-rows.ts';
import { joiningWrite } from '../../functions/teams/rows.ts';
import { approveAll, confirmAll, openSquad, recordShift } from '../hours/squad.ts';
import { openDistrict, welcome } from '../teams/school.ts';
import { serve, setRule } from './served.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Rules hold for everybody at once: no months to wait. */
async function openWithoutMonths() {
  const district = await openDistrict();
  await setRule(district.administrator, 'stars_months_min', 0);
  return district;
}

describe('stars', () => {
  test('§6.3 1: a pupil has its stage’s star by the minutes of that stage, the national one by all', async () => {
    const district = await openWithoutMonths();
    const pupil = await welcome(district, district.east, { stage: 'junior' });
    const stars = async () => (await pupil.client.must('GET /api/me/stars', {})).items;
    expect(await stars()).toEqual([
      { scheme: 'junior', level: 0, minutes: 0, nextLevel: 1, missingMinutes: 600, waitsFor: [] },
      { scheme: 'national', level: 0, minutes: 0, nextLevel: 1, missingMinutes: 6000, waitsFor: [] },
    ]);
    await serve(district, pupil.id, { hours: 90, stage: 'primary' });
    await serve(district, pupil.id, { hours: 19 });
    expect(await stars()).toEqual([
      { scheme: 'junior', level: 1, minutes: 1140, nextLevel: 2, missingMinutes: 60, waitsFor: [] },
      { scheme: 'national', level: 1, minutes: 6540, nextLevel: 2, missingMinutes: 11460, waitsFor: [] },
    ]);
  });

  test('§6.3 2: three months of registration come first, and it is said what is missing and until when', async () => {
    const district = await openDistrict();
    const { world } = district;
    const pupil = await welcome(district, district.east);
    await serve(district, pupil.id, { hours: 10 });
    const junior = async () => (await pupil.client.must('GET /api/me/stars', {})).items[0];
    expect(await junior()).toMatchObject({ level: 0, waitsFor: ['months'], monthsMetOn: '2026-06-02' });
    world.now = Date.parse('2026-06-01T16:00:00Z');
    await pupil.signIn();
    expect(await junior()).toMatchObject({ level: 1, waitsFor: [] });
  });

  test('§6.3 2: at most a fifth of the hours was entered late; a level once reached stays', async () => {
    const district = await openWithoutMonths();
    const pupil = await welcome(district, district.east);
    const junior = async () => (await pupil.client.must('GET /api/me/stars', {})).items[0];
    await serve(district, pupil.id, { hours: 3, isLate: true });
    await serve(district, pupil.id, { hours: 7 });
    expect(await junior()).toMatchObject({ level: 0, waitsFor: ['evidence'] });
    await serve(district, pupil.id, { hours: 5 });
    expect(await junior()).toMatchObject({ level: 1, waitsFor: [] });
    await serve(district, pupil.id, { hours: 4, isLate: true });
    expect(await junior()).toMatchObject({ level: 1 });
    await serve(district, pupil.id, { hours: 1 });
    expect(await junior()).toMatchObject({ level: 1, waitsFor: ['evidence'] });
  });

  test('§6.3 2: the average rating is three or more; without ratings that is no condition', async () => {
    const district = await openWithoutMonths();
    const pupil = await welcome(district, district.east);
    const junior = async () => (await pupil.client.must('GET /api/me/stars', {})).items[0];
    await serve(district, pupil.id, { hours: 10, rating: 2 });
    expect(await junior()).toMatchObject({ level: 0, waitsFor: ['rating'] });
    await serve(district, pupil.id, { hours: 1, rating: 4 });
    expect(await junior()).toMatchObject({ level: 1, waitsFor: [] });
  });

  test('§6.3 3: a star takes effect by the clock, when its hours have been public for five working days', async () => {
    const squad = await openSquad({ members: 1, district: await openWithoutMonths() });
    const { world, id } = squad.district;
    const [pupil = ''] = squad.members;
    await setRule(squad.district.administrator, 'star_junior_1_minutes', 120);
    const shift = await recordShift(squad, { minutes: 120 });
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    await world.settle();
    const level = async () => heldLevel((await world.store.get([starsHeldAt(id, pupil)]))[0], 'junior');
    world.now = Date.parse('2026-03-09T15:59:59Z');
    await world.tick();
    expect(await level()).toBe(0);
    world.now += 1000;
    await world.tick();
    expect(await level()).toBe(1);
  });

  test.each([
    ['dismissed', 1],
    ['upheld', 0],
  ] as const)('§6.3 3: an objection to the hours freezes the star with them: %s, it is %i', async (decision, level) => {
    const squad = await openSquad({ members: 0, district: await openWithoutMonths() });
    const { district, approver, team } = squad;
    const { world, id, administrator } = district;
    const pupil = await welcome(district, district.east);
    await world.store.transact('JOIN', [joiningWrite(id, team, pupil.id, world.now)]);
    await setRule(administrator, 'star_junior_1_minutes', 120);
    const shift = await recordShift(squad, { minutes: 120 }, [pupil.id]);
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    await world.settle();
    const [params, body] = [{ shift }, { reason: 'wrong_time' as const }];
    await pupil.client.must('POST /api/me/records/{shift}/objection', { params, body });
    const held = async () => heldLevel((await world.store.get([starsHeldAt(id, pupil.id)]))[0], 'junior');
    const pass = async (days: number) => {
      world.now += days * dayMs;
      await world.tick();
      await squad.signIn();
    };
    await pass(30);
    expect(await held()).toBe(0);
    const decided = { params: { shift, volunteer: pupil.id }, body: { decision, answer: '查过签到表' } };
    await approver.must('POST /api/shifts/{shift}/objections/{volunteer}', decided);
    await pass(0);
    expect(await held()).toBe(0);
    await pass(30);
    expect(await held()).toBe(level);
  });

  test('§6.3 4: they are not lowered by time: a year later the level is the same', async () => {
    const district = await openWithoutMonths();
    const pupil = await welcome(district, district.east);
    await serve(district, pupil.id, { hours: 20 });
    district.world.now += 365 * dayMs;
    await pupil.signIn();
    expect((await pupil.client.must('GET /api/me/stars', {})).items[0]).toMatchObject({ level: 2 });
  });

  test('the clock settles them for somebody to whom nothing was ever posted', async () => {
    const district = await openWithoutMonths();
    const { world, id } = district;
    const { id: volunteer } = await welcome(district, district.east);
    const ended = { district: id, volunteers: [volunteer], finding: 'lifted', now: world.now };
    await world.store.transact('BLOCK', await blockStarsWrites(world.tools, ended));
    world.now += 1;
    await world.tick();
    const [row] = await world.store.get([starsHeldAt(id, volunteer)]);
    expect(row).toMatchObject({ ver: 2, held: {} });
    expect(row).not.toHaveProperty('dueAt');
  });
});

test('a desk calls people by their given name', () => {
  const called = ['张小明', '王芳', '欧阳娜娜', '欧阳', '䶮羽', '买买提·吐尔逊', '丽'].map(givenName);
  expect(called).toEqual(['小明', '芳', '娜娜', '阳', '羽', '买买提', '丽']);
});
