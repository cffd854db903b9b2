import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import {
  creditedMinutes,
  dayMinutesBefore,
  dayParts,
  type Interval,
  type MonthDays,
  nationalHours,
  notePointsMinutes,
  overlaps,
  placeInterval,
  removeInterval,
} from '../../shared/rules/minutes.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';

const settings = effectiveSettings([], '2026-10-01');
const minuteMs = 60_000;
const start = startOfDay('2026-10-30');
/** Three days over a month's end, counted in minutes from 30 October 2026. */
const interval = (from: number, to: number): Interval => ({ from: start + from * minuteMs, to: start + to * minuteMs });

describe('§6.1 rounding: credited minutes', () => {
  test.each([
    [0, 0],
    [14, 0],
    [15, 12],
    [17, 12],
    [18, 18],
    [20, 18],
    [60, 60],
    [119, 114],
    [-30, 0],
  ])('of a session of %i minutes are %i', (served, credited) => {
    expect(creditedMinutes({ ...interval(0, served), settings })).toBe(credited);
  });

  test.each([
    [29, 0],
    [30, 0.5],
    [89, 1],
    [120, 2],
  ])('of %i minutes are %d hours to the national system', (minutes, hours) => {
    expect(nationalHours(minutes)).toBe(hours);
  });

  test('leave a minute out that was not completed', () => {
    expect(creditedMinutes({ from: start, to: start + 18 * minuteMs - 1, settings })).toBe(12);
  });

  test('follow the district’s rounding and minimum', () => {
    const halfHours = { rounding_minutes: 30, session_minutes_min: 0 };
    expect(creditedMinutes({ ...interval(0, 89), settings: halfHours })).toBe(60);
    expect(creditedMinutes({ ...interval(0, 29), settings: halfHours })).toBe(0);
    expect(creditedMinutes({ ...interval(5, 0), settings: halfHours })).toBe(0);
  });
});

describe('intervals', () => {
  test('overlap from one shared minute on; one may begin when the other ends', () => {
    expect(overlaps(interval(0, 60), interval(60, 90))).toBe(false);
    expect(overlaps(interval(0, 60), interval(59, 90))).toBe(true);
    expect(overlaps(interval(0, 60), { from: start + 60 * minuteMs - 59_999, to: start + 90 * minuteMs })).toBe(false);
    expect(overlaps(interval(0, 60), interval(10, 20))).toBe(true);
  });

  test('are cut at Shanghai’s midnights, also into the next month', () => {
    expect(dayParts(interval(1400, 1450))).toEqual([
      { month: '202610', day: '2026-10-30', ...interval(1400, 1440) },
      { month: '202610', day: '2026-10-31', ...interval(1440, 1450) },
    ]);
    expect(dayParts(interval(2870, 2890)).map(({ month, day }) => [month, day])).toEqual([
      ['202610', '2026-10-31'],
      ['202611', '2026-11-01'],
    ]);
    expect(dayParts(interval(10, 10))).toEqual([]);
  });

  test('cut into parts are whole again when joined', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 3_000 }), (from, length) => {
        const whole = interval(from, from + length);
        const parts = dayParts(whole);
        expect(parts.at(0)?.from).toBe(whole.from);
        expect(parts.at(-1)?.to).toBe(whole.to);
        parts.forEach((part, index) => {
          expect([shanghaiDay(part.from), shanghaiDay(part.to - 1)]).toEqual([part.day, part.day]);
          if (index > 0) expect(part.from).toBe(parts[index - 1]?.to);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a person’s days', () => {
  const step = fc.record({
    record: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    from: fc.integer({ min: 0, max: 4_000 }),
    length: fc.integer({ min: 1, max: 200 }),
    leave: fc.boolean(),
  });

  test('hold each minute for one record at most, whatever is placed and removed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const takenBy = new Map<number, string>();
        let days: MonthDays = {};
        for (const { record, from, length, leave } of steps) {
          for (const [minute, owner] of takenBy) if (owner === record) takenBy.delete(minute);
          days = removeInterval(days, record);
          if (leave) continue;
          const minutes = Array.from({ length }, (_, index) => from + index);
          const placed = placeInterval(days, interval(from, from + length), record);
          expect(placed === 'overlap').toBe(minutes.some((minute) => takenBy.has(minute)));
          if (placed === 'overlap') continue;
          days = placed;
          for (const minute of minutes) takenBy.set(minute, record);
        }
        expect(heldMinutes(days)).toEqual(new Map([...takenBy].sort(([one], [other]) => one - other)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('take a record a second time without its own overlap, and let it go without a trace', () => {
    const once = placeInterval({}, interval(10, 40), 'a') as MonthDays;
    expect(placeInterval(once, interval(10, 40), 'a')).toEqual(once);
    expect(placeInterval(once, interval(20, 30), 'b')).toBe('overlap');
    expect(removeInterval(once, 'a')).toEqual({});
    expect(once).toEqual(placeInterval({}, interval(10, 40), 'a'));
  });

  test('know the minutes that earn points, without those of the record that asks', () => {
    let days = placeInterval({}, interval(0, 60), 'a') as MonthDays;
    days = placeInterval(days, interval(60, 90), 'b') as MonthDays;
    expect(dayMinutesBefore(days, '2026-10-30', 'b')).toBe(0);
    days = notePointsMinutes(days, '2026-10-30', 'a', 60);
    expect(dayMinutesBefore(days, '2026-10-30', 'b')).toBe(60);
    expect(dayMinutesBefore(days, '2026-10-30', 'a')).toBe(0);
    expect(dayMinutesBefore(days, '2026-10-31', 'b')).toBe(0);
    expect(dayMinutesBefore(removeInterval(days, 'a'), '2026-10-30', 'b')).toBe(0);
  });
});

/** The minutes that days hold, in the order they hold them. */
function heldMinutes(days: MonthDays): Map<number, string> {
  const held = new Map<number, string>();
  for (const day of Object.keys(days).sort()) {
    for (const { from, to, record } of days[day] ?? []) {
      for (let at = from; at < to; at += minuteMs) held.set((at - start) / minuteMs, record);
    }
  }
  return held;
}
