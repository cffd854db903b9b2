/**
 * Days as the district lives them: in Shanghai (UTC+8 the whole year), with China's working days and school years.
 * The State Council's arrangement of a year's holidays is read as plain data, one table a year: the functions of the
 * package that publishes the tables reckon in the host's time zone and go wrong by a day west of Greenwich.
 */
import year2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' };
import year2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' };
import { dayMs, hourMs } from './durations.ts';

/** A day in Shanghai, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** What the district itself says of single days; it goes before the State Council's arrangement. */
export type CalendarOverrides = Readonly<Record<Day, 'working' | 'holiday'>>;

export interface DueTime {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** A day on the way lies in a year whose holidays are not known yet: the time may still move. */
  readonly provisional: boolean;
}

interface YearTable {
  readonly holidays: Readonly<Record<Day, string>>;
  readonly workdays: Readonly<Record<Day, string>>;
}

const shanghaiOffsetMs = 8 * hourMs;

const yearTables: Readonly<Record<string, YearTable>> = { 2025: year2025, 2026: year2026 };

/** Holidays on fixed days, MM-DD, for years without a table: 《全国年节及纪念日放假办法》 Art. 2. */
const fixedHolidays = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** The day in Shanghai at an instant in epoch milliseconds. */
export function shanghaiDay(instantMs: number): Day {
  return new Date(instantMs + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant a day begins in Shanghai, in epoch milliseconds. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs;
}

/** The day so many days later, or earlier when `days` is below zero. */
export function addDays(day: Day, days: number): Day {
  return shanghaiDay(startOfDay(day) + days * dayMs);
}

/** The month of a day as keys name it, `YYYYMM`. */
export function monthOf(day: Day): string {
  return day.slice(0, 4) + day.slice(5, 7);
}

/** The last day of the month a day lies in. */
export function monthEnd(day: Day): Day {
  const inNextMonth = addDays(`${day.slice(0, 7)}-28`, 4);
  return addDays(`${inNextMonth.slice(0, 7)}-01`, -1);
}

/** The year a school year begins in: it runs from 1 September to 31 August. */
export function schoolYear(day: Day): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
}

/** Whether people work on a day: the district's word first, then the State Council's arrangement, then the weekday. */
export function isWorkingDay(day: Day, overrides: CalendarOverrides): boolean {
  const override = overrides[day];
  if (override) return override === 'working';
  const table = yearTables[day.slice(0, 4)];
  if (table?.workdays[day]) return true;
  if (table ? table.holidays[day] : fixedHolidays.has(day.slice(5))) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * When a term of working days has passed: 00:00 in Shanghai after the last of them. The day the term starts from is not
 * counted (《民法典》 Art. 201).
 *
 * @param from an instant in epoch milliseconds, or a day
 * @param count whole working days, 0 or more; after 0 of them the time is `from` itself
 */
export function workingDaysAfter(from: number | Day, count: number, overrides: CalendarOverrides): DueTime {
  if (count === 0) return { dueAt: typeof from === 'number' ? from : startOfDay(from), provisional: false };
  let day = typeof from === 'number' ? shanghaiDay(from) : from;
  let provisional = false;
  for (let remaining = count; remaining > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, overrides)) remaining--;
    if (!isArranged(day, overrides)) provisional = true;
  }
  return { dueAt: startOfDay(addDays(day, 1)), provisional };
}

function isArranged(day: Day, overrides: CalendarOverrides): boolean {
  return overrides[day] !== undefined || yearTables[day.slice(0, 4)] !== undefined;
}
