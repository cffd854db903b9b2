/** Preparation of services that follow each other: POST /api/shifts/{shift}/confirmation pays every minute once. */
import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { confirmAll, dayMs, openSquad, outcomes, recordsOf, type Squad, shiftAsk } from './squad.ts';

const minuteMs = 60_000;
/** Sunday, 1 March 2026, 9:00 in Shanghai: a free day, with room for four hours. */
const nine = schoolMorning - dayMs - 60 * minuteMs;
type Service = readonly [minutesAfterNine: number, minutes: number, preparation: number];

async function enter({ leader, members }: Squad, [after, minutes, preparationMinutes]: Service): Promise<string> {
  const ask = shiftAsk({ from: nine + after * minuteMs, minutes }, members);
  const { shift } = await leader.must('POST /api/shifts', { body: { ...ask, preparationMinutes } });
  return shift.id;
}
/** Entered and confirmed in this order. */
async function confirmed(squad: Squad, ...services: readonly Service[]): Promise<string[]> {
  const shifts: string[] = [];
  for (const service of services) {
    const shift = await enter(squad, service);
    expect(outcomes(await confirmAll(squad, shift))).toEqual(['done']);
    shifts.push(shift);
  }
  return shifts;
}
const counted = (squad: Squad, shifts: readonly string[]) =>
  Promise.all(shifts.map(async (shift) => (await recordsOf(squad, shift))[0]?.minutes));
const linesOf = async (squad: Squad, shift = '') => (await recordsOf(squad, shift))[0]?.computed;
const sendBack = async ({ approver }: Squad, shift = '') =>
  outcomes(await approver.must('POST /api/shifts/{shift}/return', { params: { shift }, body: { reason: '再核对' } }));

describe('the preparation of a service that follows another', () => {
  test('is not paid beside the other’s time, only in what lies between them', async () => {
    const squad = await openSquad({ members: 1 });
    const shifts = await confirmed(squad, [0, 60, 30], [60, 60, 30], [132, 30, 30]);
    expect(await counted(squad, shifts)).toEqual([90, 60, 42]);
    expect(await linesOf(squad, shifts[1])).toEqual([
      { step: 'served', minutes: 60 },
      { step: 'preparation', minutes: 30 },
      { step: 'counted_once', minutes: -30 },
    ]);
  });

  test('is paid once when the later one is confirmed first, and stays until the earlier is sent back', async () => {
    const squad = await openSquad({ members: 1 });
    const [later = '', earlier = ''] = await confirmed(squad, [60, 60, 30], [0, 60, 30]);
    expect(await counted(squad, [later, earlier])).toEqual([90, 60]);
    expect(await sendBack(squad, later)).toEqual(['record_summed']);
    expect(await sendBack(squad, earlier)).toEqual(['done']);
    expect(await sendBack(squad, later)).toEqual(['done']);
  });

  test('is not paid beside the preparation of another: a short service between the two', async () => {
    const squad = await openSquad({ members: 1 });
    const shifts = await confirmed(squad, [60, 60, 30], [40, 20, 30]);
    // 9:30 to 10:00 are paid as the later one's; of the short one 9:10 to 9:30 are left.
    expect(await counted(squad, shifts)).toEqual([90, 18]);
  });

  test('does not matter to a service of another time of the day, or to somebody else', async () => {
    const squad = await openSquad({ members: 2 });
    const [first = '', second = ''] = squad.members;
    const one = await enter({ ...squad, members: [first] }, [0, 60, 30]);
    const other = await enter({ ...squad, members: [second] }, [60, 60, 30]);
    const later = await enter({ ...squad, members: [first] }, [90, 30, 30]);
    for (const shift of [one, other, later]) await confirmAll(squad, shift);
    expect(await counted(squad, [one, other, later])).toEqual([90, 90, 60]);
  });
});
