import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import arranged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import {
  addDays,
  isWorkingDay,
  monthEnd,
  monthOf,
  schoolYear,
  shanghaiDay,
  startOfDay,
  workingDaysAfter,
} from '../../shared/rules/calendar.ts';

const at = (text: string) => Date.parse(text);
const hourMs = 3_600_000;
const root = join(import.meta.dirname, '../..');

describe('a day', () => {
  test.each([
    ['2026-03-02T15:59:59.999Z', '2026-03-02'],
    ['2026-03-02T16:00:00.000Z', '2026-03-03'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s lies in %s in Shanghai', (instant, day) => {
    expect(shanghaiDay(at(instant))).toBe(day);
  });

  test('begins at 16:00 UTC of the day before', () => {
    expect(startOfDay('2026-03-03')).toBe(at('2026-03-02T16:00:00Z'));
  });

  test('follows its neighbour through twenty years, each 24 hours long', () => {
    for (let day = '2016-01-01'; day < '2036-01-01'; ) {
      const next = addDays(day, 1);
      expect(startOfDay(next) - startOfDay(day)).toBe(24 * hourMs);
      expect(addDays(next, -1)).toBe(day);
      expect(shanghaiDay(startOfDay(next) - 1)).toBe(day);
      day = next;
    }
  });

  test.each([
    ['2026-01-31', '202601', '2026-01-31'],
    ['2026-02-01', '202602', '2026-02-28'],
    ['2028-02-10', '202802', '2028-02-29'],
    ['2026-12-01', '202612', '2026-12-31'],
    ['2026-04-30', '202604', '2026-04-30'],
  ])('%s lies in month %s, which ends on %s', (day, month, end) => {
    expect(monthOf(day)).toBe(month);
    expect(monthEnd(day)).toBe(end);
  });

  test.each([
    ['2026-08-31', 2025],
    ['2026-09-01', 2026],
    ['2027-01-01', 2026],
    ['2027-08-31', 2026],
  ])('%s lies in school year %i', (day, year) => {
    expect(schoolYear(day)).toBe(year);
  });
});

describe('a working day', () => {
  test.each([
    ['2025-01-26', true, 'a Sunday worked for the Spring Festival'],
    ['2025-01-28', false, 'New Year’s Eve'],
    ['2025-04-27', true, 'a Sunday worked for Labour Day'],
    ['2025-10-08', false, 'the eighth day of the joint holiday'],
    ['2025-10-11', true, 'a Saturday worked for National Day'],
    ['2026-01-04', true, 'a Sunday worked for New Year'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-23', false, 'a Monday of the Spring Festival'],
    ['2026-05-09', true, 'a Saturday worked for Labour Day'],
    ['2026-09-20', true, 'a Sunday worked for National Day'],
    ['2026-10-07', false, 'the last day of National Day week'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2026-10-11', false, 'a plain Sunday'],
    ['2026-10-12', true, 'a plain Monday'],
    ['2027-01-01', false, 'New Year of a year not arranged yet'],
    ['2027-10-01', false, 'National Day of a year not arranged yet'],
    ['2027-10-08', true, 'a plain Friday of a year not arranged yet'],
  ])('%s: %s, %s', (day, working) => {
    expect(isWorkingDay(day, {})).toBe(working);
  });

  test('is what the package itself says on a host in UTC, through all years it knows since 2025', () => {
    const years = [...new Set(Object.keys(arranged.holidays).map((day) => day.slice(0, 4)))];
    for (const year of years.filter((known) => known >= '2025')) {
      expect(workingDaysAfter(`${year}-03-01`, 1, {}).provisional, `the table of ${year} is not imported`).toBe(false);
      const days = Array.from({ length: 365 }, (_, count) => addDays(`${year}-01-01`, count));
      const script = `const { default: calendar } = await import('chinese-days');
        console.log(JSON.stringify(${JSON.stringify(days)}.map((day) => calendar.isWorkday(day))))`;
      const said = JSON.parse(runIn('UTC', script)) as boolean[];
      expect(days.map((day) => [day, isWorkingDay(day, {})])).toEqual(days.map((day, at) => [day, said[at]]));
    }
  });

  test('is first of all what the district says', () => {
    expect(isWorkingDay('2026-10-12', { '2026-10-12': 'holiday' })).toBe(false);
    expect(isWorkingDay('2026-10-11', { '2026-10-11': 'working' })).toBe(true);
    expect(isWorkingDay('2026-10-01', { '2026-10-01': 'working' })).toBe(true);
  });
});

describe('working days after', () => {
  test.each([
    ['five over National Day week 2026 with its Saturday', '2026-09-30', 5, '2026-10-14', false],
    ['five over the eight days of 2025', '2025-09-30', 5, '2025-10-15', false],
    ['five over the end of 2025 with the worked Sunday', '2025-12-29', 5, '2026-01-07', false],
    ['five into a year not arranged yet', '2026-12-29', 5, '2027-01-07', true],
    ['two that end before that year', '2026-12-29', 2, '2027-01-01', false],
    ['five over the Spring Festival 2026 and its worked Saturday', '2026-02-13', 5, '2026-02-28', false],
    ['one from a Friday', '2026-03-06', 1, '2026-03-10', false],
    ['one from a Saturday', '2026-03-07', 1, '2026-03-10', false],
  ])('%s', (_, from, count, due, provisional) => {
    expect(workingDaysAfter(from, count, {})).toEqual({ dueAt: startOfDay(due), provisional });
  });

  test('the minute before midnight in Shanghai still belongs to the day it starts from', () => {
    expect(workingDaysAfter(at('2026-03-02T15:59:00Z'), 1, {}).dueAt).toBe(startOfDay('2026-03-04'));
    expect(workingDaysAfter(at('2026-03-02T16:00:00Z'), 1, {}).dueAt).toBe(startOfDay('2026-03-05'));
  });

  test('none of them is the instant itself, in any year', () => {
    const instant = at('2027-05-03T04:05:06.007Z');
    expect(workingDaysAfter(instant, 0, {})).toEqual({ dueAt: instant, provisional: false });
    expect(workingDaysAfter('2026-10-03', 0, {})).toEqual({ dueAt: startOfDay('2026-10-03'), provisional: false });
  });

  test('the district’s holidays put it off, its working days bring it forward', () => {
    expect(workingDaysAfter('2026-03-02', 2, { '2026-03-04': 'holiday' }).dueAt).toBe(startOfDay('2026-03-06'));
    expect(workingDaysAfter('2026-03-06', 1, { '2026-03-07': 'working' }).dueAt).toBe(startOfDay('2026-03-08'));
  });

  test('days the district has settled itself are not provisional', () => {
    const settled = { '2027-01-05': 'holiday', '2027-01-06': 'working' } as const;
    expect(workingDaysAfter('2027-01-04', 1, settled)).toEqual({ dueAt: startOfDay('2027-01-07'), provisional: false });
  });
});

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('a host in %s counts the same days', (zone) => {
  const script = `const calendar = await import('./shared/rules/calendar.ts');
    const days = Array.from({ length: 730 }, (_, count) => calendar.addDays('2025-01-01', count));
    console.log(JSON.stringify(days.map((day) => [day, calendar.isWorkingDay(day, {}), calendar.startOfDay(day),
      calendar.workingDaysAfter(day, 5, {}).dueAt])));`;
  expect(runIn(zone, script)).toBe(runIn('Asia/Shanghai', script));
});

/** What a module prints on a host in another time zone. */
function runIn(timeZone: string, script: string): string {
  const env = { ...process.env, TZ: timeZone };
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env, encoding: 'utf8' });
}
