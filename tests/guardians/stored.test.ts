/** What is stored about a pupil: to be downloaded, to be corrected, and to see who of the staff looked. */
import { describe, expect, test } from 'vitest';
import { appoint, appointLeader, everythingStored, expectRefusal } from '../teams/school.ts';
import { birthDateAt, type Child, guardianOf, openFamily, paper, pupilOf } from './family.ts';

describe('the download', () => {
  test('holds everything about the child for the guardian and for the pupil, and nothing of others', async () => {
    const family = await openFamily([birthDateAt.eleven, birthDateAt.eleven]);
    const [child, other] = family.children as [Child, Child];
    await paper(family, [child, other]);
    const [guardian, pupil] = [await guardianOf(family, child, 'reads.all'), await pupilOf(family, child)];
    await guardian.must('POST /api/me/correction-requests', { body: { about: 'name', text: '名字是小宇' } });
    const data = await guardian.must('GET /api/me/data', {});
    expect(data).toMatchObject({
      person: { id: child.id, name: '王小雨', number: child.number, birthDate: birthDateAt.eleven },
      consents: [{ method: 'paper', textVersion: '2026-1' }],
      guardians: [{ login: 'reads.all' }],
      requests: [{ text: '名字是小宇', state: 'open' }],
      balance: { points: 0, minutes: 0 },
    });
    expect(await pupil.must('GET /api/me/data', {})).toEqual(data);
    expect(JSON.stringify(data)).not.toContain(other.number);
  });
});

describe('a request to correct', () => {
  test('is answered by the school once, in writing, and the guardian reads the answer', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { administrator, world, east, west } = family.district;
    const guardian = await guardianOf(family, family.children[0] as Child);
    const body = { about: 'deletion', text: '请删除旧的手机号' } as const;
    const { id } = await guardian.must('POST /api/me/correction-requests', { body });
    const list = { query: { unit: east.unit } };
    expect((await administrator.must('GET /api/correction-requests', list)).items).toMatchObject([
      { id, name: '王小雨', text: body.text, state: 'open' },
    ]);
    const answer = (client: typeof administrator) => () =>
      client.ask('POST /api/correction-requests/{request}/answer', {
        params: { request: id },
        body: { decision: 'refused', answer: '手机号已经没有保存' },
      });
    const foreign = await appoint(family.district, 'unit_admin', west.unit);
    await expectRefusal(world, 'not_found', answer(foreign));
    await expectRefusal(world, 'not_found', () => foreign.ask('GET /api/correction-requests', list));
    expect((await answer(administrator)()).status).toBe(200);
    await expectRefusal(world, 'request_answered', answer(administrator));
    expect((await guardian.must('GET /api/me/correction-requests', {})).items).toMatchObject([
      { state: 'refused', answer: '手机号已经没有保存' },
    ]);
    for (const name of ['GET /api/me/correction-requests', 'GET /api/correction-requests'] as const) {
      const client = name.startsWith('GET /api/me') ? guardian : administrator;
      const asked = await client.ask(name, { query: { unit: east.unit, cursor: 'nonsense' } } as never);
      expect(asked.body).toMatchObject({ code: 'cursor_invalid' });
    }
    // Nobody reads in the table what was written.
    expect(JSON.stringify(await everythingStored(world))).not.toContain('手机号');
  });
});

describe('staff', () => {
  test('leave a line in the log with every opening of a file or a list, the pupil and guardian none', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { administrator, world, east } = family.district;
    const [child] = family.children as [Child];
    await paper(family, [child]);
    const guardian = await guardianOf(family, child);
    const lines = async () => (await everythingStored(world)).filter(({ pk }) => pk.includes('#A#'));
    await guardian.must('GET /api/me', {});
    await guardian.must('GET /api/me/balance', {});
    expect(await lines()).toEqual([]);
    const params = { volunteer: child.id };
    await administrator.must('GET /api/volunteers/{volunteer}', { params });
    await administrator.must('GET /api/classes/{class}/volunteers', { params: { class: family.className } });
    await administrator.must('GET /api/volunteers', { query: { unit: east.unit } });
    expect(await lines()).toHaveLength(3);
    const { items } = await administrator.must('GET /api/volunteers/{volunteer}/openings', { params });
    expect(items).toMatchObject([
      { role: 'district_admin', unitName: '青桥区', at: new Date(world.now).toISOString() },
    ]);
    expect(items[0]?.what).toContain('一名志愿者');
    expect((await guardian.must('GET /api/me/data', {})).openings).toEqual(items);
  });

  test('who do not keep the roster see nobody whose consent is missing or taken back', async () => {
    const family = await openFamily([birthDateAt.eleven, birthDateAt.eleven, birthDateAt.eleven]);
    const { district, className, children } = family;
    const [asked, hidden, missing] = children as [Child, Child, Child];
    await paper(family, [asked, hidden]);
    const { administrator, world, east } = district;
    const { id: team } = await administrator.must('POST /api/teams', { body: { unit: east.unit, name: '队' } });
    const volunteers = [asked.id, hidden.id];
    await administrator.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers } });
    const guardian = await guardianOf(family, hidden);
    await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
    const leader = await appointLeader(district, team);
    const approver = await appoint(district, 'approver', east.unit);
    const listed = await leader.must('GET /api/classes/{class}/volunteers', { params: { class: className } });
    expect(listed.items.map(({ id }) => id)).toEqual([asked.id]);
    expect((await leader.must('GET /api/teams/{team}/members', { params: { team } })).items).toHaveLength(1);
    for (const { id } of [hidden, missing]) {
      await expectRefusal(world, 'not_found', () =>
        approver.ask('GET /api/volunteers/{volunteer}', { params: { volunteer: id } }),
      );
    }
    const whole = await administrator.must('GET /api/classes/{class}/volunteers', { params: { class: className } });
    expect(whole.items.map(({ consent }) => consent)).toEqual(['given', 'withdrawn', 'missing']);
  });

  test('of another school find no log of a pupil', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const [child] = family.children as [Child];
    const west = await appoint(family.district, 'unit_admin', family.district.west.unit);
    const params = { volunteer: child.id };
    const ask = (query = {}) => west.ask('GET /api/volunteers/{volunteer}/openings', { params, query });
    await expectRefusal(family.district.world, 'not_found', ask);
    const { administrator } = family.district;
    const said = await administrator.ask('GET /api/volunteers/{volunteer}/openings', {
      params,
      query: { cursor: 'x' },
    });
    expect(said.body).toMatchObject({ code: 'cursor_invalid' });
  });
});
