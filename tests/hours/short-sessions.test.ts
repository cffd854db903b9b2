/** Short sessions of one duty on one day: POST /api/shifts/{shift}/confirmation counts them together. */
import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { expectRefusal, welcome } from '../teams/school.ts';
import { approveAll, confirmAll, hourMs, openSquad, outcomes, recordShift, recordsOf, type Squad } from './squad.ts';

const minuteMs = 60_000;
const at = (minutes: number) => schoolMorning - 3 * hourMs + minutes * minuteMs;

async function confirmed(squad: Squad, ...sessions: readonly (readonly [from: number, minutes: number])[]) {
  const shifts: string[] = [];
  for (const [from, minutes] of sessions) {
    const shift = await recordShift(squad, { from: at(from), minutes });
    expect(outcomes(await confirmAll(squad, shift))).toEqual(['done']);
    shifts.push(shift);
  }
  return shifts;
}
const minutesOf = async (squad: Squad, shifts: readonly string[]) => {
  const records = await Promise.all(shifts.map((shift) => recordsOf(squad, shift)));
  return records.map(([record]) => record?.minutes);
};

describe('§6.1 minimum: sessions of a duty on one day', () => {
  test('count together from a quarter of an hour on, each minute once', async () => {
    const squad = await openSquad({ members: 1 });
    const shifts = await confirmed(squad, [0, 10], [60, 10], [120, 10]);
    expect(await minutesOf(squad, shifts)).toEqual([0, 18, 6]);
    expect((await recordsOf(squad, shifts[1] ?? ''))[0]?.computed).toEqual([
      { step: 'served', minutes: 10 },
      { step: 'summed', minutes: 10 },
      { step: 'rounding', minutes: -2 },
    ]);
  });

  test('count along with one that is long enough, and count nothing while they are too short together', async () => {
    const squad = await openSquad({ members: 1 });
    expect(await minutesOf(squad, await confirmed(squad, [0, 7], [60, 7]))).toEqual([0, 0]);
    expect(await minutesOf(squad, await confirmed(squad, [120, 30]))).toEqual([42]);
  });

  test('are not summed with another duty, or with another day', async () => {
    const squad = await openSquad({ members: 1 });
    const [other = ''] = await confirmed(squad, [0, 10]);
    const name = '图书角整理';
    const record = (await recordsOf(squad, other))[0];
    const body = {
      ...{ name, place: '图书馆', content: '整理图书', category: 'other' as const, risk: '无', contact: '值班老师' },
      from: new Date(at(60)).toISOString(),
      to: new Date(at(70)).toISOString(),
      participants: [{ volunteer: record?.volunteer ?? '' }],
    };
    const { shift } = await squad.leader.must('POST /api/shifts', { body });
    await confirmAll(squad, shift.id);
    const [yesterday = ''] = await confirmed(squad, [-24 * 60, 10]);
    expect(await minutesOf(squad, [other, shift.id, yesterday])).toEqual([0, 0, 0]);
  });

  test('stay taken while another counts them, and are free when that one is sent back', async () => {
    const squad = await openSquad({ members: 1 });
    const [first = '', second = ''] = await confirmed(squad, [0, 10], [60, 10]);
    const sendBack = async (shift: string) =>
      outcomes(
        await squad.approver.must('POST /api/shifts/{shift}/return', { params: { shift }, body: { reason: '再核对' } }),
      );
    expect(await sendBack(first)).toEqual(['record_summed']);
    expect(await sendBack(second)).toEqual(['done']);
    expect(await minutesOf(squad, await confirmed(squad, [120, 12]))).toEqual([18]);
  });

  test('POST /api/shifts/{shift}/objections/{volunteer}: the one that counts them is decided on first', async () => {
    const squad = await openSquad({ members: 0 });
    const pupil = await welcome(squad.district, squad.district.east);
    const body = { volunteers: [pupil.id] };
    await squad.leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body });
    squad.members.push(pupil.id);
    const [first = '', second = ''] = await confirmed(squad, [0, 10], [60, 10]);
    const uphold = (shift: string) =>
      squad.approver.ask('POST /api/shifts/{shift}/objections/{volunteer}', {
        params: { shift, volunteer: pupil.id },
        body: { decision: 'upheld', answer: '查过签到表' },
      });
    for (const shift of [first, second]) {
      await approveAll(squad, shift);
      const said = { params: { shift }, body: { reason: 'not_there' } } as const;
      await pupil.client.must('POST /api/me/records/{shift}/objection', said);
    }
    await expectRefusal(squad.district.world, 'record_summed', () => uphold(first));
    expect((await uphold(second)).body).toEqual({ state: 'rejected' });
    expect((await uphold(first)).body).toEqual({ state: 'rejected' });
  });
});
