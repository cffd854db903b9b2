import { describe, expect, test } from 'vitest';
import { makeWorld, schoolMorning } from '../harness.ts';
import { openDistrict } from '../teams/school.ts';
import {
  approveAll,
  confirmAll,
  hourMs,
  openSquad,
  outcomes,
  recordShift,
  recordsOf,
  type Squad,
  setRule,
  shiftAsk,
} from './squad.ts';

const states = async (squad: Squad, shift: string) => (await recordsOf(squad, shift)).map(({ state }) => state);

describe('approval', () => {
  test('§6.1 publicity: points and the day of finality are frozen, five working days on', async () => {
    const squad = await openSquad();
    const shift = await recordShift(squad, { minutes: 120 });
    await confirmAll(squad, shift);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['done', 'done']);
    for (const record of await recordsOf(squad, shift)) {
      expect(record).toMatchObject({ state: 'published', points: 20, dueAt: '2026-03-09T16:00:00.000Z' });
    }
  });

  test('§6.2 cap per day: minutes past it earn no points, in the order of approval', async () => {
    const squad = await openSquad({ members: 1 });
    await setRule(squad, 'points_minutes_per_day_minor', 90);
    const first = await recordShift(squad, { minutes: 60 });
    const second = await recordShift(squad, { from: schoolMorning - 2 * hourMs, minutes: 60 });
    for (const shift of [first, second]) await confirmAll(squad, shift);
    for (const shift of [second, first]) await approveAll(squad, shift);
    expect((await recordsOf(squad, second))[0]).toMatchObject({ minutes: 60, points: 10 });
    expect((await recordsOf(squad, first))[0]).toMatchObject({ minutes: 60, points: 5 });
  });

  test('an unconfirmed record is not open, and its reason is told in Chinese', async () => {
    const squad = await openSquad({ members: 1 });
    const { items } = await approveAll(squad, await recordShift(squad));
    expect(items).toMatchObject([{ outcome: 'record_not_open', title: '这条记录现在不能这样处理' }]);
  });

  test('whoever confirmed as a leader cannot approve with another post', async () => {
    const squad = await openSquad({ members: 1 });
    const { administrator, east } = squad.district;
    const { posts } = await squad.leader.must('GET /api/session', {});
    const login = (await administrator.must('GET /api/staff', { query: { unit: east.unit } })).items.find(
      ({ posts: held }) => held.some(({ id }) => id === posts[0]?.id),
    )?.login;
    await administrator.must('POST /api/staff', {
      body: { login: login ?? '', name: '刘领队', role: 'approver', scope: east.unit },
    });
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    const session = await squad.leader.must('GET /api/session', {});
    const approving = session.posts.find(({ role }) => role === 'approver')?.id ?? '';
    await squad.leader.must('POST /api/session/post', { body: { post: approving } });
    const { items } = await squad.leader.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    expect(outcomes({ items })).toEqual(['self_approval']);
  });

  test('two approvers at the same moment approve once, and both are told the truth', async () => {
    const squad = await openSquad({ members: 3 });
    const other = await openSquad({ members: 0, district: squad.district });
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    const both = await Promise.all([approveAll(squad, shift), approveAll(other, shift)]);
    for (let row = 0; row < 3; row++) {
      expect(both.map(({ items }) => items[row]?.outcome).sort()).toEqual(['done', 'record_not_open']);
    }
  });

  test('waiting shifts are in the unit’s queue until they are approved', async () => {
    const squad = await openSquad();
    const { world, east } = squad.district;
    const shift = await recordShift(squad);
    const queued = async () =>
      (await squad.approver.must('GET /api/approvals', { query: { unit: east.unit } })).items.map(({ id }) => id);
    await world.settle();
    expect(await queued()).toEqual([]);
    await confirmAll(squad, shift);
    await world.settle();
    expect(await queued()).toEqual([shift]);
    await approveAll(squad, shift);
    await world.settle();
    expect(await queued()).toEqual([]);
  });
});

describe('scope', () => {
  test('another team’s leader and another school’s approver find nothing, as if it were not there', async () => {
    const district = await openDistrict(makeWorld());
    const squad = await openSquad({ district });
    const foreign = await openSquad({ members: 0, district: { ...district, east: district.west } });
    const shift = await recordShift(squad);
    const absent = squad.team;
    for (const params of [{ shift }, { shift: absent }]) {
      const refused = await foreign.leader.ask('POST /api/shifts/{shift}/confirmation', { params, body: {} });
      expect(refused.body).toMatchObject({ code: 'not_found' });
      const approval = await foreign.approver.ask('POST /api/shifts/{shift}/approval', { params, body: {} });
      expect(approval.body).toMatchObject({ code: 'not_found' });
      const read = await foreign.approver.ask('GET /api/shifts/{shift}', { params });
      expect(read.body).toMatchObject({ code: 'not_found' });
      const back = await foreign.approver.ask('POST /api/shifts/{shift}/return', { params, body: { reason: '退回' } });
      expect(back.body).toMatchObject({ code: 'not_found' });
      const amend = { params: { ...params, volunteer: squad.members[0] ?? '' }, body: shiftAsk({}, []) };
      expect((await foreign.leader.ask('PUT /api/shifts/{shift}/records/{volunteer}', amend)).body).toMatchObject({
        code: 'not_found',
      });
    }
    const list = await foreign.leader.ask('GET /api/shifts', { query: { team: squad.team } });
    expect(list.body).toMatchObject({ code: 'not_found' });
    const queue = await foreign.approver.ask('GET /api/approvals', { query: { unit: district.east.unit } });
    expect(queue.body).toMatchObject({ code: 'not_found' });
    expect(new Set(await states(squad, shift))).toEqual(new Set(['recorded']));
  });

  test('lists refuse a cursor that was not theirs', async () => {
    const squad = await openSquad();
    const { east } = squad.district;
    await recordShift(squad);
    await recordShift(squad);
    const first = await squad.leader.must('GET /api/shifts', { query: { team: squad.team, limit: 1 } });
    expect(first.items).toHaveLength(1);
    const second = await squad.leader.must('GET /api/shifts', {
      query: { team: squad.team, limit: 1, cursor: first.next },
    });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    const foreign = await squad.approver.ask('GET /api/approvals', { query: { unit: east.unit, cursor: first.next } });
    expect(foreign.body).toMatchObject({ code: 'cursor_invalid' });
    const broken = await squad.leader.ask('GET /api/shifts', { query: { team: squad.team, cursor: 'x' } });
    expect(broken.body).toMatchObject({ code: 'cursor_invalid' });
  });
});
