import { describe, expect, test } from 'vitest';
import { addMember, addPupil, recordsOf } from '../hours/squad.ts';
import type { Pupil } from '../teams/school.ts';
import {
  codeAt,
  goTo,
  hourMs,
  iso,
  joinTeam,
  minuteMs,
  note,
  openStage,
  outcomes,
  publish,
  record,
  roomy,
  session,
  shiftEnd,
  shiftStart,
  signUpAll,
} from './stage.ts';

const scan = (pupil: Pupil, code: string) => pupil.client.must('POST /api/me/attendance', { body: { code } });

describe('four ways to check in', () => {
  test('code, card, list and paper give the grades A, B, C and C, and the record says how', async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const phone = await joinTeam(stage);
    const [carded = '', ticked = '', paper = ''] = [
      await addMember(stage.squad),
      await addMember(stage.squad),
      await addMember(stage.squad),
    ];
    await signUpAll(stage, shift, [phone.id, carded, ticked, paper]);
    await goTo(stage, shiftStart - 5 * minuteMs, [phone]);
    await scan(phone, (await codeAt(stage, shift)).code);
    await note(stage, shift, { what: 'in', means: 'scan', volunteers: [carded] });
    await note(stage, shift, { what: 'in', means: 'tick', volunteers: [ticked] });
    await goTo(stage, shiftEnd + 4 * minuteMs, [phone]);
    await scan(phone, (await codeAt(stage, shift, 'out')).code);
    await note(stage, shift, { what: 'out', means: 'tick', volunteers: [carded, ticked] });
    await note(stage, shift, { what: 'paper', means: 'tick', volunteers: [paper] });
    expect((await record(stage, shift)).body).toMatchObject({ items: [{}, {}, {}, {}] });
    const records = await recordsOf(stage.squad, shift);
    const gradeOf = (id: string) => records.find(({ volunteer }) => volunteer === id)?.grade;
    expect([phone.id, carded, ticked, paper].map(gradeOf)).toEqual(['A', 'B', 'C', 'C']);
    const own = records.find(({ volunteer }) => volunteer === phone.id);
    expect(own).toMatchObject({
      from: iso(shiftStart),
      to: iso(shiftEnd + 4 * minuteMs),
      minutes: 120,
      attended: { in: iso(shiftStart - 5 * minuteMs), inBy: 'code', out: iso(shiftEnd + 4 * minuteMs), outBy: 'code' },
      computed: [
        { step: 'served', minutes: 129 },
        { step: 'outside_plan', minutes: -5 },
        { step: 'rounding', minutes: expect.any(Number) },
      ],
    });
  });

  test('by hand only within the window, once, and never somebody who did not sign up', async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const [one, stranger] = [await addMember(stage.squad), await addPupil(stage.district)];
    await signUpAll(stage, shift, [one]);
    const both = { means: 'tick' as const, volunteers: [one, stranger] };
    await goTo(stage, shiftStart - 31 * minuteMs);
    expect(outcomes(await note(stage, shift, { what: 'in', ...both }))).toEqual(['attendance_closed', 'not_signed_up']);
    await goTo(stage, shiftStart);
    expect(outcomes(await note(stage, shift, { what: 'out', ...both }))).toEqual(['not_checked_in', 'not_signed_up']);
    expect(outcomes(await note(stage, shift, { what: 'in', ...both }))).toEqual(['in', 'not_signed_up']);
    expect(outcomes(await note(stage, shift, { what: 'in', ...both }))).toEqual(['in', 'not_signed_up']);
    const paper = await note(stage, shift, { what: 'paper', ...both });
    expect(outcomes(paper)).toEqual(['attendance_closed', 'not_signed_up']);
  });

  test('a tick by mistake is taken back as if nothing had been', async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const one = await addMember(stage.squad);
    await signUpAll(stage, shift, [one]);
    await goTo(stage, shiftStart);
    await note(stage, shift, { what: 'in', means: 'scan', volunteers: [one] });
    await note(stage, shift, { what: 'take_back', means: 'tick', volunteers: [one] });
    const { people } = await session(stage, shift);
    expect(people).toMatchObject([{ state: 'signed' }]);
    expect(people[0]?.in).toBeUndefined();
  });

  test('a walk-in of the school is added on the spot, without a place; somebody without consent is not', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const [child, mate] = [await addPupil(stage.district, { birthDate: '2013-05-01' }), await addPupil(stage.district)];
    await goTo(stage, shiftStart);
    const walkIn = { what: 'in' as const, means: 'scan' as const, walkIn: true, volunteers: [mate, child] };
    expect(outcomes(await note(stage, shift, walkIn))).toEqual(['in', 'consent_missing']);
    expect(await session(stage, shift)).toMatchObject({ roles: [{ free: 2 }], people: [{ walkIn: true }] });
    await note(stage, shift, { what: 'take_back', means: 'tick', volunteers: [mate] });
    expect(await session(stage, shift)).toMatchObject({ people: [] });
  });

  test('what a leader noted without network is accepted with its time for a day, and says so', async () => {
    const stage = await openStage();
    const shift = await publish(stage, roomy);
    const one = await addMember(stage.squad);
    await signUpAll(stage, shift, [one]);
    await goTo(stage, shiftEnd + 3 * hourMs);
    const at = iso(shiftStart + minuteMs);
    const claim = { what: 'in' as const, means: 'scan' as const, volunteers: [one] };
    expect(outcomes(await note(stage, shift, { ...claim, at }))).toEqual(['in']);
    expect(await session(stage, shift)).toMatchObject({ people: [{ in: at, late: true }] });
    const future = await stage.leader.ask('POST /api/activity-shifts/{shift}/attendance', {
      params: { shift },
      body: { ...claim, at: iso(stage.world.now + hourMs) },
    });
    expect(future.body).toMatchObject({ code: 'attendance_closed' });
  });
});

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
