/** How minutes are counted: every cap is a line of the account, and the lines add up to what counts. */
import { describe, expect, test } from 'vitest';
import {
  allowedHours,
  approvalRank,
  type Credit,
  cappedCredit,
  dayMinutesMax,
  sessionCredit,
} from '../../shared/rules/credit.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';

const settings = effectiveSettings([], '2026-03-02');
const at = (clock: string) => Date.parse(`2026-03-02T${clock}:00+08:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const pupil = { age: 13, stage: 'junior', isMakeUp: false, settings } as const;
const sum = ({ lines }: Credit) => lines.reduce((total, { minutes }) => total + minutes, 0);
const credit = (served: [string, string], planned = served, server: Partial<typeof pupil> | object = {}) =>
  sessionCredit({ ...pupil, ...server, served: span(...served), planned: span(...planned) });

describe('§6.1 credited interval: the time that counts', () => {
  test('runs from the planned start at the earliest to half an hour after the planned end at the latest', () => {
    const early = credit(['15:30', '18:00'], ['16:00', '17:00']);
    expect(early.lines).toEqual([
      { step: 'served', minutes: 150 },
      { step: 'outside_plan', minutes: -60 },
    ]);
    expect(early.minutes).toBe(90);
  });
  test('§6.1 travel: the way there and back lies outside the plan and counts nothing', () => {
    const door = credit(['15:20', '17:40'], ['16:00', '17:00'], { isMakeUp: true });
    expect(door.lines).toContainEqual({ step: 'outside_plan', minutes: -80 });
    expect(door.minutes).toBe(60);
    expect(credit(['15:20', '16:00'], ['16:00', '17:00']).minutes).toBe(0);
  });
  test('§6.1 travel: preparation that the leader has fixed counts, up to what the rules allow, and is a line', () => {
    const prepared = (minutes: number, more: object = {}) =>
      credit(['16:00', '17:00'], undefined, { preparationMinutes: minutes, ...more });
    expect(prepared(12).lines).toEqual([
      { step: 'served', minutes: 60 },
      { step: 'preparation', minutes: 12 },
    ]);
    expect(prepared(30).minutes).toBe(90);
    const less = { settings: { ...settings, preparation_minutes_max: 6 } };
    expect(prepared(30, less).minutes).toBe(66);
    expect(prepared(30, { settings: { ...settings, preparation_minutes_max: 0 } }).lines).toHaveLength(1);
    expect(prepared(30, { isMakeUp: true }).minutes).toBe(60);
  });
  test('preparation never makes up for service, and lies under the same caps', () => {
    const prepared = { preparationMinutes: 30 };
    expect(credit(['08:00', '08:14'], undefined, prepared).minutes).toBe(0);
    expect(credit(['08:00', '09:00'], undefined, { ...prepared, age: 9, stage: 'primary' }).minutes).toBe(0);
    expect(credit(['08:00', '10:00'], undefined, { ...prepared, age: 11, stage: 'primary' }).minutes).toBe(120);
  });
  test('of make-up ends with the plan', () => {
    expect(credit(['16:00', '18:00'], ['16:00', '17:00'], { isMakeUp: true }).minutes).toBe(60);
  });
  test('is adjusted down by whoever was there for less, and never up', () => {
    expect(credit(['16:30', '17:00'], ['16:00', '17:00']).minutes).toBe(30);
  });
});

describe('§6.1 time window, minors: the hours of the day', () => {
  test('under fourteen service counts from 7:00 to 19:00', () => {
    expect(credit(['06:30', '07:30']).lines).toContainEqual({ step: 'outside_hours', minutes: -30 });
    expect(credit(['18:30', '20:00']).minutes).toBe(30);
  });
  test('from fourteen to seventeen it counts from 6:30 to 21:00', () => {
    expect(credit(['06:00', '07:00'], undefined, { age: 14 }).minutes).toBe(30);
    expect(credit(['20:30', '22:00'], undefined, { age: 17 }).minutes).toBe(30);
  });
  test('grown people serve at any hour', () => {
    expect(credit(['04:00', '06:00'], undefined, { age: 18, stage: 'senior' }).minutes).toBe(120);
    expect(allowedHours(at('04:00'), 18, settings).from).toBe(at('04:00'));
  });
});

describe('§6.1 daily cap, minors: caps by stage', () => {
  test('a session of a primary pupil counts two hours at most', () => {
    const long = credit(['08:00', '11:00'], undefined, { age: 11, stage: 'primary' });
    expect(long.minutes).toBe(120);
    expect(long.lines.at(-1)).toEqual({ step: 'session_cap', minutes: -60 });
  });
  test('a free day counts three, four and six hours, and a school day two', () => {
    const most = (stage: 'primary' | 'junior' | 'senior', day: string) =>
      dayMinutesMax(day, { minor: true, stage }, settings, {});
    expect((['primary', 'junior', 'senior'] as const).map((stage) => most(stage, '2026-03-07'))).toEqual([
      180, 240, 360,
    ]);
    expect(most('senior', '2026-03-02')).toBe(120);
    expect(most('senior', '2026-07-15')).toBe(360);
    expect(dayMinutesMax('2026-03-02', { minor: false, stage: 'senior' }, settings, {})).toBe(Number.POSITIVE_INFINITY);
  });
  test('what the day and the month’s make-up have left is counted, in whole steps of six minutes', () => {
    const whole = credit(['08:00', '10:00']);
    const capped = cappedCredit(whole, { day: 100, makeUp: 64 }, settings);
    expect(capped.minutes).toBe(60);
    expect(capped.lines.map(({ step }) => step)).toEqual(['served', 'day_cap', 'make_up_cap', 'rounding']);
    expect(cappedCredit(capped, { day: 1000, makeUp: 1000 }, settings)).toEqual(whole);
  });
});

test('below a quarter of an hour nothing counts, and below ten years a stamp', () => {
  expect(credit(['08:00', '08:14']).lines.at(-1)).toEqual({ step: 'too_short', minutes: -14 });
  expect(credit(['08:00', '09:00'], undefined, { age: 9, stage: 'primary' })).toMatchObject({ minutes: 0 });
});

test('§6.1 daily cap, adult: anyone approves up to 8 hours, the unit up to 12, the district more', () => {
  expect([480, 481, 720, 721].map((minutes) => approvalRank(minutes, settings))).toEqual([
    'any',
    'unit',
    'unit',
    'district',
  ]);
});

test('the lines of any account add up to its minutes', () => {
  for (let start = 5; start < 20; start++) {
    for (const minutes of [10, 37, 121, 200, 300]) {
      const from = at(`${String(start).padStart(2, '0')}:00`);
      const served = { from, to: from + minutes * 60_000 };
      for (const age of [9, 12, 15, 18]) {
        const counted = sessionCredit({ ...pupil, age, served, planned: served });
        expect(sum(counted)).toBe(counted.minutes);
        const capped = cappedCredit(counted, { day: 50, makeUp: 70 }, settings);
        expect(sum(capped)).toBe(capped.minutes);
      }
    }
  }
});
