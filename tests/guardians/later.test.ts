/** A shift recorded while consents are missing, and a consent taken back after service. */
import { describe, expect, test } from 'vitest';
import {
  addMember,
  approveAll,
  confirmAll,
  dayMs,
  openSquad,
  recordShift,
  recordsOf,
  shiftAsk,
} from '../hours/squad.ts';
import { expectRefusal, openDesk } from '../teams/school.ts';
import { guardianOf, openFamily, paper, pin } from './family.ts';

const eleven = '2014-10-01';

/** A team of a fourteen-year-old and of a child without consent, who both served. */
async function served() {
  const squad = await openSquad({ members: 1 });
  const family = await openFamily([eleven], squad.district);
  const [child] = family.children;
  if (!child) throw new Error('No child');
  await paper(family, [child]);
  const { administrator, world } = squad.district;
  const joining = { params: { team: squad.team }, body: { volunteers: [child.id] } };
  await administrator.must('POST /api/teams/{team}/members', joining);
  const guardian = await guardianOf(family, child, `guard-${child.number}`);
  await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
  const { shift, leftOut } = await squad.leader.must('POST /api/shifts', {
    body: shiftAsk({}, [...squad.members, child.id]),
  });
  return { squad, family, child, guardian, world, shift: shift.id, leftOut };
}
const params = (shift: string) => ({ params: { shift } });

describe('a shift recorded while a consent is missing', () => {
  test('leaves the pupil out, and lets the leader add the pupil once it has come, as if recorded then', async () => {
    const { squad, family, child, shift, leftOut } = await served();
    expect(leftOut).toMatchObject([{ id: child.id, outcome: 'consent_missing' }]);
    const late = async () => (await squad.leader.must('GET /api/shifts/{shift}/late-records', params(shift))).items;
    expect(await late()).toMatchObject([{ volunteer: child.id, name: '王小雨', state: 'waiting' }]);
    const add = async (volunteers?: string[]) =>
      (await squad.leader.must('POST /api/shifts/{shift}/late-records', { ...params(shift), body: { volunteers } }))
        .items;
    expect(await add([child.id])).toMatchObject([{ id: child.id, outcome: 'consent_missing' }]);
    expect(await add([family.district.east.unit])).toMatchObject([{ outcome: 'not_found' }]);
    // Four working days later: what is entered now would be make-up of grade D.
    family.district.world.now += 7 * dayMs;
    await squad.signIn();
    const back = family.district.world.client();
    await back.must('POST /api/sessions', { body: { login: `guard-${child.number}`, password: pin } });
    await back.must('POST /api/me/consent', {
      body: { textVersion: '2026-1', scopes: ['roster', 'hours', 'publicity', 'rewards'] },
    });
    expect(await late()).toMatchObject([{ state: 'ready' }]);
    expect(await add()).toEqual([{ id: child.id, outcome: 'done' }]);
    expect(await add([child.id])).toEqual([{ id: child.id, outcome: 'done' }]);
    const records = await recordsOf(squad, shift);
    expect(records).toHaveLength(2);
    expect(records.find(({ volunteer }) => volunteer === child.id)).toMatchObject({ state: 'recorded', grade: 'C' });
    expect(await late()).toMatchObject([{ state: 'added' }]);
  });

  test('keeps that way open for 30 days', async () => {
    const { squad, guardian, child, world, shift } = await served();
    world.now += 31 * dayMs;
    await squad.signIn();
    await guardian.must('POST /api/sessions', { body: { login: `guard-${child.number}`, password: pin } });
    const scopes: ('roster' | 'hours')[] = ['roster', 'hours'];
    await guardian.must('POST /api/me/consent', { body: { textVersion: '2026-1', scopes } });
    const body = { volunteers: [child.id] };
    const said = await squad.leader.must('POST /api/shifts/{shift}/late-records', { ...params(shift), body });
    expect(said.items).toMatchObject([{ outcome: 'shift_too_old' }]);
    expect(await recordsOf(squad, shift)).toHaveLength(1);
  });

  test('is nothing to another team’s leader', async () => {
    const { squad, world, shift } = await served();
    const other = await openSquad({ members: 0, district: squad.district });
    await expectRefusal(world, 'not_found', () =>
      other.leader.ask('GET /api/shifts/{shift}/late-records', params(shift)),
    );
    await expectRefusal(world, 'not_found', () =>
      other.leader.ask('POST /api/shifts/{shift}/late-records', { ...params(shift), body: {} }),
    );
  });
});

describe('a consent taken back after the service', () => {
  test('takes a name off the public list, and keeps the count and the record', async () => {
    const squad = await openSquad({ members: 1 });
    const { world, east, administrator } = squad.district;
    const [pupil = ''] = squad.members;
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    await world.settle();
    const list = async () => {
      const asked = { params: { school: east.code } };
      return (await world.client().must('GET /api/publicity/{school}', asked)).items[0];
    };
    expect((await list())?.people).toHaveLength(1);
    const withdrawal = { params: { volunteer: pupil }, body: { on: '2026-03-02' } };
    await administrator.must('POST /api/volunteers/{volunteer}/consent/withdrawal', withdrawal);
    await world.settle();
    expect(await list()).toMatchObject({ people: [], classes: [{ people: 1 }] });
    const [record] = await recordsOf(squad, shift);
    expect(record).toMatchObject({ state: 'published', name: '张*明' });
  });

  test('stops redeeming, and so does a consent without rewards', async () => {
    const squad = await openSquad({ members: 0 });
    const family = await openFamily([eleven], squad.district);
    const { administrator, east, world } = squad.district;
    const [child] = family.children;
    if (!child) throw new Error('No child');
    await paper(family, [child]);
    const guardian = await guardianOf(family, child);
    const { items } = await administrator.must('POST /api/classes/{class}/activation-codes', {
      params: { class: family.className },
      body: {},
    });
    const pupil = world.client();
    await pupil.must('POST /api/activations', { body: { code: items[0]?.code ?? '', pin } });
    const desk = await openDesk(administrator, east.unit);
    const goods = { unit: east.unit, name: '笔记本', kind: 'stationery', price: 10 } as const;
    const { id: item } = await administrator.must('POST /api/items', { body: goods });
    const redeem = () => pupil.ask('POST /api/redemptions', { body: { item, desk, price: 10 } });
    expect((await redeem()).body).toMatchObject({ code: 'balance_too_low' });
    const scopes: ('roster' | 'hours')[] = ['roster', 'hours'];
    await guardian.must('POST /api/me/consent', { body: { textVersion: '2026-1', scopes } });
    await expectRefusal(world, 'consent_missing', redeem);
    await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
    await expectRefusal(world, 'consent_missing', redeem);
  });
});

test('a pupil under ten takes part accompanied and gets a stamp, no hours and no points', async () => {
  const squad = await openSquad({ members: 0 });
  const child = await addMember(squad, { birthDate: '2017-10-01', consented: true });
  const shift = await recordShift(squad, { accompanied: true }, [child]);
  const [record] = await recordsOf(squad, shift);
  expect(record).toMatchObject({ credit: 'stamp', minutes: 0 });
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'published', minutes: 0, points: 0 });
});
