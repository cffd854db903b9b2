/** Birth dates as spreadsheets, school systems and people write them. */

import { dayMs } from '../../../shared/rules/durations.ts';
import { cellText } from './cells.ts';
import type { Cell } from './read-sheet.ts';

/** Day 0 of spreadsheets; true for every day after February 1900, and no pupil is older. */
const serialEpoch = Date.UTC(1899, 11, 30);
/** Smaller numbers (2014, 201409) are years and months that somebody typed; this one is in 1927, the other in 2119. */
const serialMin = 10_000;
const serialMax = 80_000;

const written = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/u,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u,
];

/**
 * The day in a cell as YYYY-MM-DD: a date cell, a spreadsheet's day number, 2014/9/12, 2014-09-12, 2014.9.12,
 * 2014年9月12日 or 20140912, a time of day after it ignored.
 * @param schoolYear the year of the September in which the school year begins; its pupils are all born before
 * @returns undefined for anything else, days that do not exist, before 1900 or after the school year's beginning
 */
export function readBirthDate(cell: Cell | undefined, schoolYear: number): string | undefined {
  const day = typeof cell === 'number' ? dayOfNumber(cell) : dayOfText(cellText(cell));
  if (day === undefined || day < '1900-01-01' || day >= `${schoolYear}-09-01`) return undefined;
  return day;
}

function dayOfNumber(number: number): string | undefined {
  const isSerial = number >= serialMin && number <= serialMax;
  if (!isSerial) return dayOfText(String(number));
  return isoDay(new Date(serialEpoch + Math.floor(number) * dayMs));
}

function dayOfText(text: string): string | undefined {
  if (/^\d{5}(\.\d+)?$/u.test(text)) return dayOfNumber(Number(text));
  const day = text.replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/u, '').replace(/\s/gu, '');
  for (const form of written) {
    const parts = form.exec(day)?.groups;
    if (parts) return existingDay(Number(parts.year), Number(parts.month), Number(parts.day));
  }
  return undefined;
}

function existingDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  // A 31 April or 29 February that does not exist rolls over into another month.
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return exists ? [digits(year, 4), digits(month, 2), digits(day, 2)].join('-') : undefined;
}

const digits = (number: number, count: number) => String(number).padStart(count, '0');
const isoDay = (date: Date) => date.toISOString().slice(0, 10);
