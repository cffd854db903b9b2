import { describe, expect, test } from 'vitest';
import { Busy, type Store } from '../../functions/platform/store/port.ts';
import { makeWorld, schoolMorning } from '../harness.ts';
import { openDistrict } from '../teams/school.ts';
import { addMember, addPupil, dayMs, hourMs, openSquad, recordsOf, type Squad } from './squad.ts';

/** The week of the school morning, saved on its Friday at 18:00. */
const monday = '2026-03-02';
const fridayEvening = schoolMorning + 4 * dayMs + 8 * hourMs;
const times = { morning: { from: '07:20', to: '07:50' }, afternoon: { from: '16:30', to: '17:00' } };
const key = '6f9ddc0e-6d3c-4f0b-9a54-0d9a5cf2f001';

type Half = keyof typeof times;
const cell = (weekday: number, half: Half, volunteers: readonly string[]) => ({
  weekday,
  half,
  volunteers: [...volunteers],
});
const sheet = (cells: ReturnType<typeof cell>[]) => ({
  name: '校门口值日',
  place: '东门',
  content: '引导同学过马路',
  category: 'order' as const,
  risk: '站在人行道内',
  contact: '值班老师',
  makeUpReason: '星期一的和大家一起交',
  week: monday,
  times,
  cells,
});
const wholeWeek = (volunteers: readonly string[]) =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [cell(weekday, 'morning', volunteers), cell(weekday, 'afternoon', volunteers)]);

async function openWeek(store?: (store: Store) => Store, now = fridayEvening): Promise<Squad> {
  const squad = await openSquad({ members: 3, district: await openDistrict(makeWorld(store)) });
  squad.district.world.now = now;
  await squad.signIn();
  return squad;
}
const shiftsOf = async ({ leader, team }: Squad) => (await leader.must('GET /api/shifts', { query: { team } })).items;

describe('a week sheet, POST /api/week-sheets', () => {
  test('one save makes the shift of every half day with people in it, and their records', async () => {
    const squad = await openWeek();
    const [first = '', second = ''] = squad.members;
    const cells = [cell(1, 'morning', squad.members), cell(1, 'afternoon', [first]), cell(5, 'morning', [second])];
    const answer = await squad.leader.must('POST /api/week-sheets', { body: sheet(cells) });
    expect(answer.cells.map(({ outcome, recorded }) => [outcome, recorded])).toEqual([
      ['done', 3],
      ['done', 1],
      ['done', 1],
    ]);
    const shifts = await shiftsOf(squad);
    expect(shifts.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-05T23:20:00.000Z', '2026-03-05T23:50:00.000Z'],
      ['2026-03-02T08:30:00.000Z', '2026-03-02T09:00:00.000Z'],
      ['2026-03-01T23:20:00.000Z', '2026-03-01T23:50:00.000Z'],
    ]);
    const [record] = await recordsOf(squad, answer.cells[2]?.shift ?? '');
    expect(record).toMatchObject({ volunteer: second, minutes: 30, state: 'recorded' });
  });

  test('the same key makes ten shifts once, however often it is sent', async () => {
    const squad = await openWeek();
    const body = sheet(wholeWeek(squad.members));
    const once = await squad.leader.must('POST /api/week-sheets', { body, key });
    const again = await squad.leader.must('POST /api/week-sheets', { body, key });
    expect(again).toEqual(once);
    expect(await shiftsOf(squad)).toHaveLength(10);
  });

  test('a sheet that was cut off goes on where it stopped', async () => {
    let left = Number.POSITIVE_INFINITY;
    const failing = (store: Store): Store => ({
      ...store,
      get: (keys) => store.get(keys),
      query: (query) => store.query(query),
      scan: (scan) => store.scan(scan),
      transact: async (operation, writes) => {
        if (operation.startsWith('week#') && left-- <= 0) throw new Busy('Cut off');
        return store.transact(operation, writes);
      },
    });
    const squad = await openWeek(failing);
    const body = sheet(wholeWeek(squad.members));
    left = 4;
    const cut = await squad.leader.must('POST /api/week-sheets', { body, key });
    expect(cut.cells.filter(({ outcome }) => outcome === 'busy')).toHaveLength(6);
    left = Number.POSITIVE_INFINITY;
    const whole = await squad.leader.must('POST /api/week-sheets', { body, key });
    expect(whole.cells.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(whole.cells.slice(0, 4)).toEqual(cut.cells.slice(0, 4));
    expect(await shiftsOf(squad)).toHaveLength(10);
  });

  test('each cell answers for itself: who is left out, what has not ended, what is late without a reason', async () => {
    const squad = await openWeek(undefined, schoolMorning + 2 * dayMs + 8 * hourMs);
    const stranger = await addPupil(squad.district);
    const child = await addMember(squad, { birthDate: '2013-05-01' });
    const [first = ''] = squad.members;
    const cells = [
      cell(1, 'morning', [first, stranger, child]),
      cell(2, 'morning', [stranger]),
      cell(4, 'morning', [first]),
    ];
    const answer = await squad.leader.must('POST /api/week-sheets', { body: sheet(cells) });
    expect(answer.cells).toMatchObject([
      { outcome: 'done', recorded: 1, leftOut: [{ id: stranger }, { id: child, outcome: 'consent_missing' }] },
      { outcome: 'nobody_admissible', recorded: 0, leftOut: [{ id: stranger, outcome: 'person_not_eligible' }] },
      { outcome: 'shift_not_ended', title: expect.any(String), recorded: 0 },
    ]);
    const { makeUpReason: _, ...late } = sheet([cell(2, 'morning', [first])]);
    const old = await squad.leader.must('POST /api/week-sheets', { body: { ...late, week: '2026-02-16' } });
    expect(old.cells).toMatchObject([{ outcome: 'make_up_reason_missing' }]);
    expect(await shiftsOf(squad)).toHaveLength(1);
  });

  test.each([
    ['a week that begins on another day', { week: '2026-03-03' }],
    ['a half day without a time', { times: { morning: times.morning } }],
    ['a time that ends before it begins', { times: { ...times, morning: { from: '08:00', to: '07:00' } } }],
    [
      'the same half day twice',
      { cells: [cell(1, 'morning', ['0'.repeat(26)]), cell(1, 'morning', ['0'.repeat(26)])] },
    ],
  ])('%s is no sheet', async (_, wrong) => {
    const squad = await openWeek();
    const body = { ...sheet([cell(1, 'afternoon', squad.members)]), ...wrong };
    const said = await squad.leader.ask('POST /api/week-sheets', { body });
    expect(said).toMatchObject({ status: 400, body: { code: 'shape_invalid' } });
    expect(await shiftsOf(squad)).toEqual([]);
  });
});
