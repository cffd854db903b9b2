import { describe, expect, test } from 'vitest';
import { recordAt } from '../../functions/hours/rows.ts';
import { activate } from '../../scripts/local/actions.ts';
import type { Client } from '../../scripts/local/client.ts';
import { schoolMorning } from '../harness.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import {
  administratorOf,
  approveAll,
  confirmAll,
  dayMs,
  hourMs,
  openSquad,
  recordShift,
  type Squad,
  setRule,
  shiftAsk,
} from './squad.ts';

const minuteMs = 60_000;
const listOf = async ({ district }: Squad, state: 'open' | 'closed' = 'open') => {
  await district.world.settle();
  const query = { unit: district.east.unit, state };
  return (await district.administrator.must('GET /api/anomalies', { query })).items;
};
const kindsOf = async (squad: Squad) => (await listOf(squad)).map(({ kind }) => kind);
/** Enters a shift, confirms it and has it approved so many minutes later. */
async function approvedAfter(squad: Squad, minutes: number, from = schoolMorning - 3 * hourMs): Promise<string> {
  const shift = await recordShift(squad, { from });
  await confirmAll(squad, shift);
  squad.district.world.now += minutes * minuteMs;
  await approveAll(squad, shift);
  return shift;
}

describe('the list of anomalies', () => {
  test('hours approved within five minutes of being entered are listed, and later ones are not', async () => {
    const squad = await openSquad();
    await approvedAfter(squad, 6);
    expect(await kindsOf(squad)).toEqual([]);
    const shift = await approvedAfter(squad, 4, schoolMorning - 6 * hourMs);
    expect(await listOf(squad)).toMatchObject([
      { kind: 'approved_at_once', shift: { id: shift, name: '路口引导' }, teamName: '青荷队', day: '2026-03-02' },
    ]);
    expect((await listOf(squad))[0]?.staff.toSorted()).toEqual(['刘领队', '陈老师'].toSorted());
  });

  test('the same happening is listed once, however often the stream tells it', async () => {
    const squad = await openSquad();
    const shift = await approvedAfter(squad, 1);
    const first = await listOf(squad);
    const { world, id } = squad.district;
    const again = recordAt(id, shift, squad.members[0] ?? '');
    await world.store.transact('touch', [{ ...again, update: { set: { touched: 1 } } }]);
    expect(await listOf(squad)).toEqual(first);
    expect(first).toHaveLength(1);
  });

  test('make-up of more than a fifth of a team’s month is listed with its share', async () => {
    const squad = await openSquad();
    await setRule(squad, 'make_up_team_minutes_free', 0);
    squad.district.world.now = schoolMorning + dayMs;
    await squad.signIn();
    await recordShift(squad, { from: schoolMorning + 22 * hourMs, minutes: 120 });
    await squad.district.world.settle();
    squad.district.world.now = schoolMorning + 6 * dayMs;
    await squad.signIn();
    await recordShift(squad, { from: schoolMorning - 3 * hourMs, minutes: 36 });
    expect(await signedIn(squad)).toMatchObject([{ kind: 'make_up_share', day: '2026-03-01', percent: 23 }]);
  });

  test('five services of a month entered late and all of one length are listed', async () => {
    const squad = await openSquad();
    squad.district.world.now = schoolMorning + 10 * dayMs;
    await squad.signIn();
    for (let day = 0; day < 4; day++) await recordShift(squad, { from: schoolMorning + day * dayMs, minutes: 30 });
    expect(await signedIn(squad)).toEqual([]);
    await recordShift(squad, { from: schoolMorning + 4 * dayMs, minutes: 30 });
    expect(await signedIn(squad)).toMatchObject([{ kind: 'same_lengths', shifts: 5 }]);
  });

  test('a duty that is as long every time is ordinary; five different services of one length are listed', async () => {
    const squad = await openSquad();
    const { leader, members } = squad;
    const enter = (name: string, hour: number, minutes = 30) =>
      leader.must('POST /api/shifts', {
        body: { ...shiftAsk({ from: schoolMorning - hour * hourMs, minutes }, members), name },
      });
    for (const hour of [1, 2, 3, 4, 5, 6]) await enter('路口引导', hour);
    for (const [hour, name] of [
      [7, '扫雪'],
      [8, '浇花'],
      [9, '整理图书'],
    ] as const)
      await enter(name, hour);
    expect(await kindsOf(squad)).toEqual([]);
    await enter('慰问老人', 10);
    expect(await listOf(squad)).toMatchObject([{ kind: 'same_lengths', shifts: 10, day: '2026-03-01' }]);
  });

  test('five different services are ordinary when somebody stayed less long in one of them', async () => {
    const squad = await openSquad();
    const [first = '', second = ''] = squad.members;
    const from = schoolMorning - 9 * hourMs;
    const participants = [
      { volunteer: first },
      { volunteer: second, to: new Date(from + 20 * minuteMs).toISOString() },
    ];
    const body = { ...shiftAsk({ from, minutes: 30 }, []), participants };
    await squad.leader.must('POST /api/shifts', { body });
    for (const [hour, name] of ['扫雪', '浇花', '整理图书', '慰问老人', '清洁'].entries()) {
      const served = { from: schoolMorning - (hour + 1) * hourMs, minutes: 30 };
      await squad.leader.must('POST /api/shifts', { body: { ...shiftAsk(served, squad.members), name } });
    }
    expect(await kindsOf(squad)).toEqual([]);
  });

  test('an approver who is among those who served is listed', async () => {
    const squad = await openSquad();
    const shift = await approvedAfter(squad, 10);
    const { world, id } = squad.district;
    const late = recordAt(id, shift, squad.members[1] ?? '');
    await world.store.transact('alias', [{ ...late, update: { set: { approvedBy: squad.members[0] ?? '' } } }]);
    expect(await kindsOf(squad)).toEqual(['approver_took_part']);
  });

  test('two people who approve each other’s are listed', async () => {
    const squad = await openSquad();
    const { world, id } = squad.district;
    const one = await approvedAfter(squad, 10);
    const two = await approvedAfter(squad, 10, schoolMorning - 8 * hourMs);
    expect(await kindsOf(squad)).toEqual([]);
    const at = recordAt(id, two, squad.members[0] ?? '');
    const [row] = await world.store.get([at]);
    const turned = { confirmedBy: row?.approvedBy ?? '', approvedBy: row?.confirmedBy ?? '' };
    await world.store.transact('turn', [{ ...at, update: { set: turned } }]);
    const [found, ...others] = await listOf(squad);
    expect([found?.kind, found?.staff.length, others]).toEqual(['mutual_approvals', 2, []]);
    expect(one).not.toBe(two);
  });
});

describe('an anomaly, POST /api/anomalies/{anomaly}/closure and GET /api/anomalies', () => {
  const close = (client: Client, anomaly: string, reason = '当面核对过签到表') =>
    client.ask('POST /api/anomalies/{anomaly}/closure', { params: { anomaly }, body: { reason } });

  test('is closed once, with a reason and a name, and stays readable', async () => {
    const squad = await openSquad();
    await approvedAfter(squad, 1);
    const [found] = await listOf(squad);
    const { administrator, world, east } = squad.district;
    const other = await appoint(squad.district, 'unit_admin', east.unit);
    for (let time = 0; time < 2; time++) expect((await close(administrator, found?.id ?? '')).status).toBe(200);
    await expectRefusal(world, 'change_decided', () => close(other, found?.id ?? ''));
    expect(await listOf(squad)).toEqual([]);
    const closed = { by: '周敏', reason: '当面核对过签到表' };
    expect(await listOf(squad, 'closed')).toMatchObject([{ id: found?.id, closed }]);
  });

  test('is not closed by whoever is part of it, and not seen from another school', async () => {
    const squad = await openSquad();
    const { administrator, east, west, world } = squad.district;
    const login = `head-${squad.team.slice(-6).toLowerCase()}`;
    const password = 'Cranes above the quiet lake 5';
    const posts = { login, name: '何校长', role: 'unit_admin', scope: east.unit } as const;
    const head = world.client();
    await activate(head, (await administrator.must('POST /api/staff', { body: posts })).code, password);
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await head.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    const [found] = await listOf(squad);
    await expectRefusal(world, 'second_person_needed', () => close(head, found?.id ?? ''));
    const stranger = await appoint(squad.district, 'unit_admin', west.unit);
    await expectRefusal(world, 'not_found', () => close(stranger, found?.id ?? ''));
    await expectRefusal(world, 'not_found', () => stranger.ask('GET /api/anomalies', { query: { unit: east.unit } }));
    await expectRefusal(world, 'cursor_invalid', () =>
      administrator.ask('GET /api/anomalies', { query: { unit: east.unit, cursor: 'a.b' } }),
    );
  });
});

/** After nights have passed the administrator signs in again. */
async function signedIn(squad: Squad) {
  const client = squad.district.world.client();
  await squad.district.world.settle();
  await client.must('POST /api/sessions', { body: administratorOf() });
  return (await client.must('GET /api/anomalies', { query: { unit: squad.district.east.unit } })).items;
}
