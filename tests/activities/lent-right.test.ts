import { describe, expect, test } from 'vitest';
import { addMember } from '../hours/squad.ts';
import type { Pupil } from '../teams/school.ts';
import {
  goTo,
  hourMs,
  iso,
  joinTeam,
  minuteMs,
  openStage,
  outcomes,
  publish,
  roomy,
  session,
  shiftEnd,
  shiftStart,
  signUpAll,
} from './stage.ts';

describe('the lent right, PUT /api/activity-shifts/{shift}/helper', () => {
  test('a pupil checks the others in and out, nobody alone, and changes nothing else', async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const helper = await joinTeam(stage);
    const one = await addMember(stage.squad);
    const params = { shift };
    const lend = (volunteer?: string) =>
      stage.leader.ask('PUT /api/activity-shifts/{shift}/helper', { params, body: { volunteer } });
    expect((await lend(helper.id)).body).toMatchObject({ code: 'not_signed_up' });
    await signUpAll(stage, shift, [helper.id, one]);
    await lend(helper.id);
    await goTo(stage, shiftStart, [helper]);
    const { client } = helper;
    const noteAs = (what: 'in' | 'out' | 'take_back' | 'paper', volunteers: string[]) =>
      client.ask('POST /api/activity-shifts/{shift}/attendance', { params, body: { what, means: 'scan', volunteers } });
    const said = await noteAs('in', [one, helper.id]);
    expect(said.ok && outcomes(said.body)).toEqual(['in', 'own_hours']);
    expect((await noteAs('take_back', [one])).body).toMatchObject({ code: 'not_found' });
    expect((await noteAs('paper', [one])).body).toMatchObject({ code: 'not_found' });
    const seen = await client.must('GET /api/activity-shifts/{shift}', { params });
    expect(seen).toMatchObject({ mayLead: false });
    expect(seen.people.map(({ number }) => number)).toEqual(['', '']);
    const codes = await client.must('GET /api/activity-shifts/{shift}/codes', { params, query: { phase: 'in' } });
    expect(codes.items).toHaveLength(40);
    for (const route of ['departures', 'excuses', 'records'] as const) {
      const body = { volunteers: [one], at: iso(shiftStart), reason: '病' };
      const refused = await client.ask(`POST /api/activity-shifts/{shift}/${route}`, { params, body });
      expect(refused.body).toMatchObject({ code: 'post_not_allowed' });
    }
    expect(await session(stage, shift)).toMatchObject({ helper: helper.id });
    await lend();
    expect((await session(stage, shift)).helper).toBeUndefined();
    expect((await noteAs('in', [one])).body).toMatchObject({ code: 'not_found' });
  });

  test('the pupil is told of it, and sees on the activity’s own page that it is so', async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const [helper, other] = [await joinTeam(stage), await joinTeam(stage)];
    await signUpAll(stage, shift, [helper.id, other.id]);
    const params = { shift };
    const mayCheckIn = async ({ client }: Pupil) =>
      (await client.must('GET /api/open-shifts/{shift}', { params })).mayCheckIn;
    const told = async ({ client }: Pupil) => {
      await stage.world.settle();
      const { items } = await client.must('GET /api/me/notices', { query: {} });
      return items.filter(({ kind }) => kind === 'activity_right_lent').map(({ facts }) => facts.activity);
    };
    const lend = (volunteer?: string) =>
      stage.leader.must('PUT /api/activity-shifts/{shift}/helper', { params, body: { volunteer } });
    expect(await mayCheckIn(helper)).toBe(false);
    await lend(helper.id);
    expect([await mayCheckIn(helper), await mayCheckIn(other)]).toEqual([true, false]);
    stage.world.now += minuteMs;
    await lend(helper.id);
    expect([await told(helper), await told(other)]).toEqual([[shift], []]);
    await lend();
    expect(await mayCheckIn(helper)).toBe(false);
    expect(await told(helper)).toEqual([shift]);
  });

  const lent = async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const [helper, one] = [await joinTeam(stage), await addMember(stage.squad)];
    await signUpAll(stage, shift, [helper.id, one]);
    const params = { shift };
    const body = { volunteer: helper.id };
    await stage.leader.must('PUT /api/activity-shifts/{shift}/helper', { params, body });
    const look = async () => (await helper.client.ask('GET /api/activity-shifts/{shift}', { params })).body;
    const noteAs = async (what: 'in' | 'out', at: number) => {
      const body = { what, means: 'scan' as const, volunteers: [one], at: iso(at) };
      return (await helper.client.ask('POST /api/activity-shifts/{shift}/attendance', { params, body })).body;
    };
    return { stage, params, helper, look, noteAs };
  };
  test('ends when the pupil withdraws: neither the list of names nor a code is open any more', async () => {
    const { stage, params, helper, look, noteAs } = await lent();
    expect(await look()).toMatchObject({ mayLead: false });
    await helper.client.must('POST /api/open-shifts/{shift}/withdrawal', { params, body: {} });
    expect(await look()).toMatchObject({ code: 'not_found' });
    expect(await noteAs('in', stage.world.now)).toMatchObject({ code: 'not_found' });
    const codes = { params, query: { phase: 'in' } } as const;
    expect((await helper.client.ask('GET /api/activity-shifts/{shift}/codes', codes)).body).toMatchObject({
      code: 'not_found',
    });
  });

  test('ends with the shift, once what was noted without network has had its day', async () => {
    const { stage, helper, look, noteAs } = await lent();
    const last = shiftEnd + 30 * minuteMs + 24 * hourMs;
    await goTo(stage, last - 1, [helper]);
    expect(await noteAs('in', shiftEnd + 30 * minuteMs)).toMatchObject({ items: [{ outcome: 'attendance_closed' }] });
    expect(await look()).toMatchObject({ mayLead: false });
    await goTo(stage, last + 1, [helper]);
    expect(await look()).toMatchObject({ code: 'not_found' });
    expect(await noteAs('out', shiftEnd)).toMatchObject({ code: 'not_found' });
  });
});
