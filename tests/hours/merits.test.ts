import { describe, expect, test } from 'vitest';
import { appoint, everythingStored, expectRefusal, welcome } from '../teams/school.ts';
import { addMember, addPupil, openSquad, outcomes } from './squad.ts';

const training = {
  kind: 'training' as const,
  name: '急救入门',
  organiser: '区红十字会',
  day: '2026-02-28',
  content: '心肺复苏和包扎',
  minutes: 90,
};
const award = { kind: 'award' as const, name: '优秀小志愿者', organiser: '区教育局', day: '2026-03-01' };
const key = '6f9ddc0e-6d3c-4f0b-9a54-0d9a5cf2f002';

describe('training and awards, POST /api/merits and GET /api/me/merits', () => {
  test('are kept with name, content, minutes, organiser and day, and shown to the person', async () => {
    const squad = await openSquad({ members: 0 });
    const pupil = await welcome(squad.district, squad.district.east);
    const volunteers = [pupil.id];
    await squad.leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body: { volunteers } });
    await squad.leader.must('POST /api/merits', { body: { ...training, volunteers } });
    const school = await appoint(squad.district, 'unit_admin', squad.district.east.unit);
    await school.must('POST /api/merits', { body: { ...award, volunteers } });
    const { items } = await pupil.client.must('GET /api/me/merits', {});
    expect(items).toMatchObject([award, training]);
    await expectRefusal(squad.district.world, 'cursor_invalid', () =>
      pupil.client.ask('GET /api/me/merits', { query: { cursor: 'a.b' } }),
    );
  });

  test('§6.2 other merits: they stand beside service and bring neither hours nor points', async () => {
    const squad = await openSquad({ members: 0 });
    const pupil = await welcome(squad.district, squad.district.east);
    const school = await appoint(squad.district, 'unit_admin', squad.district.east.unit);
    for (const merit of [training, award]) {
      await school.must('POST /api/merits', { body: { ...merit, volunteers: [pupil.id] } });
    }
    await squad.district.world.settle();
    expect((await pupil.client.must('GET /api/me/merits', {})).items).toHaveLength(2);
    const balance = await pupil.client.must('GET /api/me/balance', {});
    expect(balance).toMatchObject({ points: 0, minutes: 0, entries: 0 });
  });

  test('are registered once under one key, however often it is sent', async () => {
    const squad = await openSquad({ members: 0 });
    const pupil = await welcome(squad.district, squad.district.east);
    const school = await appoint(squad.district, 'unit_admin', squad.district.east.unit);
    const body = { ...award, volunteers: [pupil.id, pupil.id] };
    for (let time = 0; time < 2; time++) {
      expect(outcomes(await school.must('POST /api/merits', { body, key }))).toEqual(['done']);
    }
    expect((await pupil.client.must('GET /api/me/merits', {})).items).toHaveLength(1);
  });

  test('leave out who is not in the team or the school, and who is without a consent', async () => {
    const squad = await openSquad({ members: 1 });
    const stranger = await addPupil(squad.district);
    const child = await addMember(squad, { birthDate: '2013-05-01' });
    const body = { ...award, volunteers: [...squad.members, stranger] };
    const answer = await squad.leader.must('POST /api/merits', { body });
    expect(answer.items).toMatchObject([
      { id: squad.members[0], outcome: 'done' },
      { id: child, outcome: 'consent_missing' },
      { id: stranger, outcome: 'person_not_eligible' },
    ]);
    const other = await appoint(squad.district, 'unit_admin', squad.district.west.unit);
    expect(outcomes(await other.must('POST /api/merits', { body: { ...award, volunteers: [stranger] } }))).toEqual([
      'person_not_eligible',
    ]);
  });

  test('a training without content and length is no training', async () => {
    const squad = await openSquad({ members: 1 });
    const body = { ...award, kind: 'training' as const, volunteers: squad.members };
    expect(await squad.leader.ask('POST /api/merits', { body })).toMatchObject({ status: 400 });
  });
});

describe('what is registered for somebody, GET /api/volunteers/{volunteer}/merits', () => {
  const list = 'GET /api/volunteers/{volunteer}/merits';
  const withdraw = 'POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal';

  async function openRegistered() {
    const squad = await openSquad({ members: 0 });
    const { district, leader } = squad;
    const pupil = await welcome(district, district.east);
    const volunteers = [pupil.id];
    await leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body: { volunteers } });
    const school = await appoint(district, 'unit_admin', district.east.unit);
    await leader.must('POST /api/merits', { body: { ...training, volunteers } });
    await school.must('POST /api/merits', { body: { ...award, volunteers } });
    const params = { volunteer: pupil.id };
    const items = async (client = school) => (await client.must(list, { params })).items;
    return { squad, pupil, school, params, items };
  }

  test('is seen by the leader and the school, with who registered it and what one may take back', async () => {
    const { squad, items, school, params } = await openRegistered();
    expect(await items(squad.leader)).toMatchObject([
      { ...award, mayWithdraw: false },
      { ...training, addedBy: '刘领队', mayWithdraw: true },
    ]);
    expect((await items()).map(({ mayWithdraw }) => mayWithdraw)).toEqual([true, true]);
    await expectRefusal(squad.district.world, 'cursor_invalid', () =>
      school.ask(list, { params, query: { cursor: 'a.b' } }),
    );
    const foreign = await appoint(squad.district, 'unit_admin', squad.district.west.unit);
    await expectRefusal(squad.district.world, 'not_found', () => foreign.ask(list, { params }));
    const other = { params: { volunteer: await addPupil(squad.district, { consented: true }) } };
    expect((await school.must(list, other)).items).toEqual([]);
    await expectRefusal(squad.district.world, 'not_found', () => squad.leader.ask(list, other));
  });

  test('is taken back once, with a reason that stays and that nobody reads in the table', async () => {
    const { squad, pupil, items, school, params } = await openRegistered();
    const { world } = squad.district;
    const [given, trained] = await items();
    const taking = (client: typeof school, merit = '', once?: string) =>
      client.ask(withdraw, { params: { ...params, merit }, body: { reason: '张小明没有参加' }, key: once });
    await expectRefusal(world, 'post_not_allowed', () => taking(squad.leader, given?.id));
    await expectRefusal(world, 'not_found', () => taking(school, pupil.id));
    for (let time = 0; time < 2; time++) {
      const { body } = await taking(squad.leader, trained?.id, key);
      expect(body).toMatchObject({ id: trained?.id, withdrawnBy: '刘领队', mayWithdraw: false });
    }
    await expectRefusal(world, 'merit_withdrawn', () => taking(school, trained?.id));
    const withdrawn = { at: new Date(world.now).toISOString(), reason: '张小明没有参加' };
    expect(await items(squad.leader)).toMatchObject([award, { ...training, withdrawn }]);
    const mine = (await pupil.client.must('GET /api/me/merits', {})).items;
    expect(mine).toMatchObject([award, { ...training, withdrawn }]);
    expect(mine[0]).not.toHaveProperty('withdrawn');
    await squad.leader.must('POST /api/qualifications', { body: { name: '急救', volunteers: [pupil.id] } });
    const data = await pupil.client.must('GET /api/me/data', {});
    expect(data).toMatchObject({ merits: mine, qualifications: ['急救'] });
    expect(JSON.stringify(await everythingStored(world))).not.toContain('没有参加');
  });
});
