import { describe, expect, test } from 'vitest';
import { effectiveSettings } from '../../shared/rules/settings.ts';
import { mayVisit } from '../../shared/rules/visits.ts';
import { workingMinutesAfter } from '../../shared/rules/working-hours.ts';

const settings = effectiveSettings([], '2026-03-02');

test.each<[number[], boolean]>([
  [[18], true],
  [[17], false],
  [[16, 17], false],
  [[16, 40], true],
  [[15, 40], false],
  [[], false],
])('people of %j may visit a home together: %s', (ages, may) => {
  expect(mayVisit(ages, settings)).toBe(may);
});

describe('office hours', () => {
  const until = (from: string, minutes: number, overrides = {}) =>
    new Date(workingMinutesAfter(Date.parse(from), minutes, settings, overrides)).toISOString();

  test.each([
    ['within a day', '2026-03-02T02:00:00Z', '2026-03-02T06:00:00.000Z'],
    ['over a night', '2026-03-02T08:00:00Z', '2026-03-03T04:00:00.000Z'],
    ['from before the office opens', '2026-03-01T22:00:00Z', '2026-03-02T05:00:00.000Z'],
    ['over a weekend', '2026-03-06T08:00:00Z', '2026-03-09T04:00:00.000Z'],
    ['from a Sunday', '2026-03-01T02:00:00Z', '2026-03-02T05:00:00.000Z'],
    ['until the very end of the day', '2026-03-02T05:00:00Z', '2026-03-02T09:00:00.000Z'],
  ])('four hours, %s', (_, from, end) => {
    expect(until(from, 240)).toBe(end);
  });

  test('stand still on the district’s own holidays', () => {
    expect(until('2026-03-02T02:00:00Z', 240, { '2026-03-02': 'holiday' })).toBe('2026-03-03T05:00:00.000Z');
  });

  test('a calendar without working days is a mistake', () => {
    const closed = Object.fromEntries(
      Array.from({ length: 70 }, (__, day) => [
        new Date(Date.parse('2026-03-02T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10),
        'holiday' as const,
      ]),
    );
    expect(() => until('2026-03-02T02:00:00Z', 240, closed)).toThrow('without working days');
  });
});
