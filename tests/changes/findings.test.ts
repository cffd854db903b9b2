/** A record that was made up on purpose: POST /api/findings, decided by another person, and lifted the same way. */
import { describe, expect, test } from 'vitest';
import { type Finding, proposal } from '../../functions/changes/rows.ts';
import { listForReview } from '../../functions/hours/review.ts';
import { recordAt } from '../../functions/hours/rows.ts';
import { confirmAll, dayMs, hourMs, recordShift, recordsOf, setRule } from '../hours/squad.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { type Affair, corrected, decide, eight, openAffair, propose, reason, served } from './affair.ts';
import { accuse, found, gifts, idOf, junior, lift, liftedBy, openWithStars } from './finding-stage.ts';

/** The leader, who entered the records, is given another post and acts in it. */
async function actAs({ district, leader }: Affair, role: 'approver' | 'unit_admin') {
  const { administrator, east } = district;
  const { items } = await administrator.must('GET /api/staff', { query: { unit: east.unit } });
  const { login = '', name = '' } = items.find((one) => one.name === '刘领队') ?? {};
  await administrator.must('POST /api/staff', { body: { login, name, role, scope: east.unit } });
  await leader.must('POST /api/session/post', { body: { post: `${role}-${east.unit}` } });
}
describe('§6.3 2: a finding about a volunteer', () => {
  test('keeps stars away for twelve months, and hours count all the same', async () => {
    const affair = await openWithStars();
    const { world } = affair.district;
    await setRule(affair, 'star_junior_1_minutes', 150);
    await found(affair, 'volunteer');
    await setRule(affair, 'star_junior_1_minutes', 60);
    await served(affair, 60, eight + 2 * hourMs);
    expect(await junior(affair)).toMatchObject({
      level: 0,
      minutes: 60,
      waitsFor: ['finding'],
      blockedUntil: '2027-03-07',
    });
    expect(await gifts(affair)).toBe(0);
    world.now = Date.parse('2027-03-06T15:59:59Z');
    await world.tick();
    await affair.pupil.signIn();
    expect(await junior(affair)).toMatchObject({ level: 0 });
    world.now += 2000;
    await world.tick();
    expect(await junior(affair)).toMatchObject({ level: 1, waitsFor: [] });
    expect(await gifts(affair)).toBe(1);
  });

  test('is lifted by two people, and the star comes with the clock’s next turn', async () => {
    const affair = await openWithStars();
    await setRule(affair, 'star_junior_1_minutes', 150);
    const finding = await found(affair, 'volunteer');
    await setRule(affair, 'star_junior_1_minutes', 60);
    await served(affair, 60, eight + 2 * hourMs);
    await liftedBy(affair, finding);
    affair.district.world.now += 1000;
    await affair.district.world.tick();
    expect(await junior(affair)).toMatchObject({ level: 1, waitsFor: [] });
    expect(await gifts(affair)).toBe(1);
    await expectRefusal(affair.district.world, 'finding_lifted', () => lift(affair.first, finding));
  });
});

describe('§6.5 7: a finding about whoever entered the record', () => {
  test('lists all that was entered late in twelve months to be looked into, once, and nothing else', async () => {
    const affair = await openAffair();
    const { world, east } = affair.district;
    const late = [
      await recordShift(affair, { from: eight - 8 * dayMs, minutes: 60 }),
      await recordShift(affair, { from: eight - 9 * dayMs, minutes: 90 }),
    ];
    await recordShift(affair, { from: eight - hourMs, minutes: 30 });
    for (const shift of late) await confirmAll(affair, shift);
    await world.settle();
    await found(affair, 'recorder');
    const { items } = await affair.first.must('GET /api/anomalies', { query: { unit: east.unit } });
    const listed = items.filter(({ kind }) => kind === 'fraud_review');
    expect(listed.map(({ shift }) => shift?.id).sort()).toEqual(late.sort());
    expect(listed.every(({ staff }) => staff.includes('刘领队'))).toBe(true);
  });

  test('suspends the right to confirm and approve until it is lifted', async () => {
    const affair = await openAffair();
    const { world } = affair.district;
    const finding = await found(affair, 'recorder');
    const shift = await recordShift(affair, { from: eight + 2 * hourMs, minutes: 30 });
    const params = { shift };
    const confirm = () => affair.leader.ask('POST /api/shifts/{shift}/confirmation', { params, body: {} });
    await expectRefusal(world, 'right_suspended', confirm);
    const lifting = idOf(await lift(affair.first, finding));
    await actAs(affair, 'approver');
    const [ofPupil, ofClass] = [
      { shift, volunteer: affair.pupil.id },
      { shift, objection: shift },
    ];
    const [ofChange, said] = [{ change: lifting }, { decision: 'dismissed' as const, answer: '查过了' }];
    const asApprover: readonly (() => Promise<{ ok: boolean }>)[] = [
      () => affair.leader.ask('POST /api/shifts/{shift}/approval', { params, body: {} }),
      () => affair.leader.ask('POST /api/shifts/{shift}/objections/{volunteer}', { params: ofPupil, body: said }),
      () => affair.leader.ask('POST /api/shifts/{shift}/class-objections/{objection}', { params: ofClass, body: said }),
      () => affair.leader.ask('POST /api/changes/{change}/decision', { params: ofChange, body: { approved: true } }),
    ];
    for (const ask of asApprover) await expectRefusal(world, 'right_suspended', ask as typeof confirm);
    await decide(affair.second, lifting);
    await affair.leader.must('POST /api/session/post', { body: { post: `leader-${affair.team}` } });
    expect((await confirm()).ok).toBe(true);
    expect((await recordsOf(affair, shift))[0]?.state).toBe('confirmed');
  });

  test('reaches back no further than the days it is about', async () => {
    const affair = await openAffair();
    const { world, id: district, east } = affair.district;
    const shifts = [8, 9].map((days) => recordShift(affair, { from: eight - days * dayMs, minutes: 60 }));
    const [later = '', earlier = ''] = await Promise.all(shifts);
    for (const shift of [later, earlier]) await confirmAll(affair, shift);
    await world.settle();
    const [row] = await world.store.get([recordAt(district, later, affair.pupil.id)]);
    const recordedBy = String(row?.recordedBy);
    const days = { from: '2026-02-27', to: '2026-03-07' };
    await listForReview(world.tools, { district, teams: [affair.team], recordedBy, ...days, at: world.now });
    const { items } = await affair.first.must('GET /api/anomalies', { query: { unit: east.unit } });
    expect(items.map(({ shift }) => shift?.id)).toEqual([later]);
  });
});

describe('POST /api/findings and POST /api/findings/{change}/lifting', () => {
  test('refuse what was not taken back, what is another unit’s, and whoever is part of it', async () => {
    const affair = await openAffair();
    const { world, west } = affair.district;
    const shift = await served(affair);
    await expectRefusal(world, 'record_not_open', () => accuse(affair.first, affair, shift, 'volunteer'));
    await corrected(affair, shift, 0);
    const stranger = await appoint(affair.district, 'unit_admin', west.unit);
    await expectRefusal(world, 'not_found', () => accuse(stranger, affair, shift, 'volunteer'));
    await expectRefusal(world, 'not_found', () => lift(affair.first, world.tools.newId(world.now)));
    const finding = idOf(await accuse(affair.first, affair, shift, 'volunteer'));
    const decision = { params: { change: finding }, body: { approved: true } };
    await expectRefusal(world, 'second_person_needed', () =>
      affair.first.ask('POST /api/changes/{change}/decision', decision),
    );
    await expectRefusal(world, 'finding_lifted', () => lift(affair.first, finding));
    const correction = await propose(affair, await served(affair, 60, eight + 2 * hourMs), 0);
    await expectRefusal(world, 'finding_lifted', () => lift(affair.first, correction.id));
  });

  test('are not for whoever entered the record, nor about oneself', async () => {
    const affair = await openAffair();
    const { world, id: district, east } = affair.district;
    const finding = await found(affair, 'recorder');
    await actAs(affair, 'unit_admin');
    const shift = await served(affair, 60, eight + 2 * hourMs).catch(() => '');
    expect(shift).toBe('');
    await expectRefusal(world, 'second_person_needed', () => lift(affair.leader, finding));
    const { account } = await affair.first.must('GET /api/session', {});
    const own = { ...affair, pupil: { ...affair.pupil, id: account } };
    await expectRefusal(world, 'own_account', () => accuse(affair.first, own, finding, 'volunteer'));
    const about: Finding = {
      ...{ id: world.tools.newId(world.now), district, unit: east.unit, volunteer: account, reason, shift: finding },
      ...{ kind: 'finding', service: '路口引导', about: 'volunteer', recordedBy: 'nobody', teams: [] },
      ...{ state: 'approved', proposedBy: 'nobody', proposedAt: 1 },
    };
    await world.store.transact(about.id, [proposal(about)]);
    await expectRefusal(world, 'own_account', () => lift(affair.first, about.id));
  });
});
