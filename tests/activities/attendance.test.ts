import { describe, expect, test } from 'vitest';
import { addMember, addPupil, recordsOf } from '../hours/squad.ts';
import type { Pupil } from '../teams/school.ts';
import {
  codeAt,
  dayMs,
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

  test('§6.1 check-in window: by hand only within it, once, and never somebody who did not sign up', async () => {
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

  test('whoever stands on the paper list without a sign-up is added as planned, once, and only in time', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const [mate, busy] = [await addPupil(stage.district), await joinTeam(stage)];
    const child = await addPupil(stage.district, { birthDate: '2013-05-01' });
    const elsewhere = await publish(stage, roomy);
    await signUpAll(stage, elsewhere, [busy.id]);
    const paper = { what: 'paper' as const, means: 'tick' as const, volunteers: [mate] };
    await goTo(stage, shiftEnd - minuteMs);
    expect(outcomes(await note(stage, shift, { ...paper, walkIn: true }))).toEqual(['attendance_closed']);
    await goTo(stage, shiftEnd + hourMs);
    expect(outcomes(await note(stage, shift, paper))).toEqual(['not_signed_up']);
    const all = { ...paper, walkIn: true, volunteers: [mate, child, busy.id] };
    expect(outcomes(await note(stage, shift, all))).toEqual(['out', 'consent_missing', 'sign_up_overlap']);
    expect(outcomes(await note(stage, shift, { ...paper, walkIn: true }))).toEqual(['out']);
    const times = { in: iso(shiftStart), out: iso(shiftEnd), inBy: 'paper', outBy: 'paper', grade: 'C', walkIn: true };
    expect(await session(stage, shift)).toMatchObject({ people: [times], roles: [{ free: 2 }] });
    expect((await record(stage, shift)).body).toMatchObject({ items: [{ id: mate, outcome: 'done' }] });
    await goTo(stage, shiftEnd + 7 * dayMs);
    const late = { ...paper, walkIn: true, volunteers: [await addPupil(stage.district)] };
    expect(outcomes(await note(stage, shift, late))).toEqual(['attendance_closed']);
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
