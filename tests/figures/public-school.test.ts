/** What everybody may know of a school, month by month: nothing about fewer than five people, not even what is left. */
import { expect, test } from 'vitest';
import { crowdName, recordCrowd } from '../../functions/figures/crowd.ts';
import { publicOf } from '../../functions/figures/public-sums.ts';
import { dayMs } from '../hours/squad.ts';
import { expectRefusal, welcome } from '../teams/school.ts';
import { atOnceFinal, bothCounts, openCampus, serve } from './campus.ts';

const route = 'GET /api/public/figures/{school}';
const february = Date.parse('2026-02-27T02:00:00Z');

/** It is April: February was served by three and March by twelve, four of them with points that nobody else has. */
async function spring() {
  const squad = await openCampus(12);
  const { district } = squad;
  const { world, east } = district;
  await atOnceFinal(district);
  await serve(squad, 60, february, squad.members.slice(0, 3));
  await serve(squad, 120);
  for (const days of [8, 32]) {
    world.now += days * dayMs;
    await world.tick();
    await world.settle();
  }
  await squad.signIn();
  const of = (year: string, school = east.code) => world.client().must(route, { params: { school }, query: { year } });
  return { squad, district, of };
}

test('shows the months that have ended, each number with at least five people behind it', async () => {
  const { of } = await spring();
  const shown = await of('2025');
  expect(shown).toMatchObject({ teams: 1, volunteers: { all: 12, online: 0, offline: 12 } });
  expect(shown.name).toMatch(/小学/);
  expect(shown.months.map(({ month }) => month)).toEqual([
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  const [january, few, many] = ['2026-01', '2026-02', '2026-03'].map((of) => shown.months.find((m) => m.month === of));
  expect(january).toMatchObject({ served: { minutes: 0, records: 0, sessions: 0 }, late: 0 });
  expect(few).toMatchObject({ served: null, late: null, grades: null });
  expect(many).toMatchObject({ served: { minutes: 1440, records: 12, sessions: 1 }, late: 0, points: { spent: 0 } });
  expect(many?.grades).toContainEqual({ grade: 'C', records: 12 });
  // The hidden month became final in March, with the others: together they are twelve people.
  expect(many?.points.issued).toBeGreaterThan(0);
  expect((await of('2024')).year).toMatchObject({ served: { records: 0 }, hidden: 0 });
});

test('what is hidden cannot be had by subtracting: neither from the year nor from the total of all', async () => {
  const { of, district, squad } = await spring();
  const { months, year } = await of('2025');
  const shownMinutes = months.reduce((sum, { served }) => sum + (served?.minutes ?? 0), 0);
  expect(year.hidden).toBe(1);
  expect((year.served?.minutes ?? 0) - shownMinutes).toBe(0);
  expect(year.grades?.reduce((sum, { records }) => sum + records, 0)).toBe(year.served?.records);
  const { east, world } = district;
  const whole = await squad.approver.must('GET /api/figures/period', { query: { unit: east.unit, period: '2025' } });
  expect(whole.served.minutes - shownMinutes).toBe(180);
  const { minutes, volunteers } = await world.client().must('GET /api/public/figures', {});
  for (const total of [minutes, volunteers]) expect((total ?? 0) % 10).toBe(0);
  expect((minutes ?? 0) % 6000).toBe(0);
});

/** Records of a month, each by somebody else: so many of a grade, in time or late. */
const monthOf = (counts: readonly (readonly [grade: string, isLate: boolean, records: number])[]) => {
  const crowd = counts.flatMap(([grade, isLate, records]) =>
    Array.from({ length: records }, (_, at) => [crowdName(recordCrowd(grade, isLate), `${grade}${at}`), 1] as const),
  );
  const graded = counts.map(([grade, , records]) => [`grade#${grade}`, records] as const);
  return { ...Object.fromEntries([...crowd, ...graded]), records: counts.reduce((sum, [, , one]) => sum + one, 0) };
};

test('a grade that few have hides how the records share out, and few late ones how many were late', () => {
  const [many, few] = [12, 2];
  const alone = publicOf(monthOf([['C', false, many]]));
  expect(alone).toMatchObject({ served: { records: many }, late: 0 });
  expect(alone.grades).toContainEqual({ grade: 'C', records: many });
  const mixed = publicOf(
    monthOf([
      ['C', false, many],
      ['D', false, few],
    ]),
  );
  expect(mixed).toMatchObject({ served: { records: many + few }, grades: null, late: 0 });
  const belated = publicOf(
    monthOf([
      ['C', false, many],
      ['C', true, few],
    ]),
  );
  expect(belated.late).toBeNull();
  expect(publicOf(monthOf([['C', false, few]]))).toMatchObject({ served: null, grades: null, late: null });
});

test('a school of few pupils does not say how many, nor one of many how few are online', async () => {
  const { squad, district, of } = await spring();
  const { east, west, world } = district;
  await welcome(district, east);
  await world.settle();
  expect((await of('2025')).volunteers).toEqual({ all: 12, online: null, offline: null });
  expect((await of('2025', west.code)).volunteers).toEqual({ all: null, online: null, offline: null });
  const whole = await squad.approver.must('GET /api/figures', { query: { unit: east.unit } });
  expect(whole.volunteers).toEqual({ online: 1, offline: 11 });
});

test('how many people are behind a number is counted by the streams as from zero', async () => {
  const { district } = await spring();
  const { counted, fromZero } = await bothCounts(district);
  expect(fromZero.filter((line) => line.includes('crowd#')).length).toBeGreaterThan(5);
  expect(counted).toEqual(fromZero);
});

test('a code that no school has is not_found', async () => {
  const { district } = await spring();
  const params = { school: '000000' };
  await expectRefusal(district.world, 'not_found', () =>
    district.world.client().ask(route, { params, query: { year: '2025' } }),
  );
});
