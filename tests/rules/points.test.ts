import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories } from '../../shared/rules/category-settings.ts';
import { pointsFor } from '../../shared/rules/points.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';

const settings = effectiveSettings([], '2026-10-01');
const minor = { grade: 'C', dayMinutesBefore: 0, minor: true, settings } as const;

const earning = fc.record({
  minutes: fc.integer({ min: 0, max: 1440 }),
  grade: fc.constantFrom('A', 'B', 'C', 'D'),
  category: fc.constantFrom(...categories),
  dayMinutesBefore: fc.integer({ min: 0, max: 1440 }),
  minor: fc.boolean(),
  settings: fc
    .record({
      points_per_hour: fc.integer({ min: 1, max: 60 }),
      grade_d_points_percent: fc.integer({ min: 0, max: 100 }),
      category_percent_care: fc.integer({ min: 50, max: 150 }),
    })
    .map((chosen) => ({ ...settings, ...chosen })),
});

describe('points', () => {
  test.each([
    ['§6.2 rate: an hour with a class list', { ...minor, minutes: 60 }, 10, 60],
    ['six minutes', { ...minor, minutes: 6 }, 1, 6],
    ['five minutes', { ...minor, minutes: 5 }, 0, 5],
    ['§6.2 evidence: an hour entered late', { ...minor, minutes: 60, grade: 'D' }, 5, 60],
    ['eighteen minutes entered late', { ...minor, minutes: 18, grade: 'D' }, 1, 18],
    ['a minor’s sixth hour', { ...minor, minutes: 60, dayMinutesBefore: 300 }, 0, 0],
    ['§6.2 cap per day: what is left of a minor’s four hours', { ...minor, minutes: 60, dayMinutesBefore: 210 }, 5, 30],
    ['a minor’s long day', { ...minor, minutes: 600 }, 40, 240],
    ['§6.2 cap per day: an adult’s long day', { ...minor, minutes: 600, minor: false }, 80, 480],
    [
      'an hour of a category that weighs more',
      { ...minor, minutes: 60, category: 'care', settings: { ...settings, category_percent_care: 150 } },
      15,
      60,
    ],
    [
      'thirty minutes late in a lighter category, rounded once',
      { ...minor, minutes: 42, grade: 'D', category: 'care', settings: { ...settings, category_percent_care: 75 } },
      2,
      42,
    ],
    ['no minutes', { ...minor, minutes: 0 }, 0, 0],
  ] as const)('%s', (_, input, points, countedMinutes) => {
    expect(pointsFor(input)).toEqual({ points, countedMinutes });
  });

  test('§6.2 rate: points are the exact fraction rounded down once', () => {
    fc.assert(
      fc.property(earning, (input) => {
        const { points, countedMinutes } = pointsFor(input);
        const percent = input.grade === 'D' ? input.settings.grade_d_points_percent : 100;
        const factors = [
          countedMinutes,
          input.settings.points_per_hour,
          percent,
          input.settings[`category_percent_${input.category}`],
        ];
        const exact = factors.reduce((product, factor) => product * BigInt(factor), 1n) / 600_000n;
        expect(BigInt(points)).toBe(exact);
      }),
      { numRuns: 1_000 },
    );
  });

  test('never fall when minutes are added, and count no minute above the day’s cap', () => {
    fc.assert(
      fc.property(earning, fc.integer({ min: 0, max: 300 }), (input, more) => {
        const less = pointsFor(input);
        const longer = pointsFor({ ...input, minutes: input.minutes + more });
        const cap = input.minor ? settings.points_minutes_per_day_minor : settings.points_minutes_per_day_adult;
        expect(longer.points).toBeGreaterThanOrEqual(less.points);
        expect(less.countedMinutes).toBeGreaterThanOrEqual(0);
        expect(less.countedMinutes).toBeLessThanOrEqual(input.minutes);
        expect(less.countedMinutes + Math.min(input.dayMinutesBefore, cap)).toBeLessThanOrEqual(cap);
      }),
      { numRuns: 1_000 },
    );
  });

  test('of a day cut into records are at most those of the day in one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }), earning, (parts, input) => {
        let dayMinutesBefore = 0;
        let sum = 0;
        for (const minutes of parts) {
          const { points, countedMinutes } = pointsFor({ ...input, minutes, dayMinutesBefore });
          dayMinutesBefore += countedMinutes;
          sum += points;
        }
        const minutes = parts.reduce((total, part) => total + part, 0);
        const whole = pointsFor({ ...input, minutes, dayMinutesBefore: 0 });
        expect(sum).toBeLessThanOrEqual(whole.points);
        expect(dayMinutesBefore).toBe(whole.countedMinutes);
      }),
      { numRuns: 1_000 },
    );
  });
});
