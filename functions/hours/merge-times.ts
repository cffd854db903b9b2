/**
 * The services of two registrations of one person: which of them overlap, which wait, and the taken times of the last
 * months in one place, so that nothing recorded later overlaps either's.
 */
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { type MonthDays, overlaps } from '../../shared/rules/minutes.ts';
import { Problem } from '../platform/problem.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { daysWrite, type Month, readDays, stillAt } from './month.ts';
import { recordAt, recordOf, recordsOfVolunteer, type ServiceRecord } from './rows.ts';

export interface ServedOf {
  /** What counts, or may yet: their times are taken. */
  readonly counted: readonly ServiceRecord[];
  /** What somebody has still to decide on. */
  readonly open: readonly ServiceRecord[];
}

/** Make-up reaches back a month: no service before these days can be recorded any more. */
const recordedWithinMs = 62 * dayMs;

export async function servedOf(tools: Tools, district: string, volunteer: string, now: number): Promise<ServedOf> {
  const records = (await readAll(tools.store, recordsOfVolunteer(district, volunteer))).map(recordOf);
  const isOpen = ({ state, from }: ServiceRecord) =>
    state === 'sent_back' ? from > now - recordedWithinMs : waiting.includes(state);
  const isCounted = ({ state, minutes }: ServiceRecord) => state === 'final' || (state === 'corrected' && minutes > 0);
  const open = records.filter(isOpen);
  return { open, counted: [...records.filter(isCounted), ...open] };
}
const waiting: readonly ServiceRecord['state'][] = ['recorded', 'confirmed', 'published', 'objected'];

/** Pairs of services, one of each, that share a minute. */
export const clashes = (ones: readonly ServiceRecord[], others: readonly ServiceRecord[]) =>
  ones.flatMap((one) => others.filter((other) => overlaps(one, other)).map((other) => [one, other] as const));

interface Times {
  readonly district: string;
  readonly kept: string;
  readonly merged: string;
  /** When they became one, epoch milliseconds. */
  readonly at: number;
}

/**
 * The times of the one that ends count for the one that goes on.
 * @throws merge_overlap where a minute was taken by both since they were compared; merge_records_open where somebody
 * has still to decide on one of them, which the list of the person's records, an index, may not know yet
 */
export async function joinTimes(tools: Tools, { district, kept, merged, at }: Times): Promise<Write[]> {
  const months = monthsBefore(at);
  const [own, others] = await Promise.all([
    readDays(tools, district, kept, months),
    readDays(tools, district, merged, months),
  ]);
  const taken = await recordsIn(tools, district, merged, shiftsIn(others));
  if (taken.some((item) => item && waiting.includes(recordOf(item).state))) throw new Problem('merge_records_open');
  return months.flatMap((month, index) => {
    const [before = noTimes, theirs = noTimes] = [own[index], others[index]];
    const asRead = stillAt({ district, volunteer: merged }, month, theirs);
    if (Object.keys(theirs.days).length === 0) return [asRead];
    return [asRead, daysWrite({ district, volunteer: kept }, month, before, joined(before.days, theirs.days))];
  });
}

const noTimes: Month = { ver: 0, days: {} };

function joined(days: MonthDays, others: MonthDays): MonthDays {
  const names = new Set([...Object.keys(days), ...Object.keys(others)]);
  const inOrder = (day: string) => {
    const slots = [...(days[day] ?? []), ...(others[day] ?? [])].sort((one, other) => one.from - other.from);
    if (slots.some(({ from }, at) => from < (slots[at - 1]?.to ?? from))) throw new Problem('merge_overlap');
    return slots;
  };
  return Object.fromEntries([...names].map((day) => [day, inOrder(day)]));
}

/**
 * They count for the one that ended only, which is there again. That is what its months hold, and what was given back
 * there while the two were one.
 */
export async function partTimes(tools: Tools, { district, kept, merged, at }: Times): Promise<Write[]> {
  const months = monthsBefore(at);
  const [own, others] = await Promise.all([
    readDays(tools, district, kept, months),
    readDays(tools, district, merged, months),
  ]);
  const shifts = shiftsIn(own);
  const [mine, theirs] = await Promise.all([
    recordsIn(tools, district, kept, shifts),
    recordsIn(tools, district, merged, shifts),
  ]);
  const leaving = new Set([...shiftsIn(others), ...shifts.filter((_, index) => theirs[index] && !mine[index])]);
  return months.flatMap((month, index) => {
    const before = own[index];
    if (!before || !shiftsIn([before]).some((shift) => leaving.has(shift))) return [];
    const days = Object.entries(before.days).map(
      ([day, slots]) => [day, slots.filter(({ record }) => !leaving.has(record))] as const,
    );
    const left = Object.fromEntries(days.filter(([, slots]) => slots.length > 0));
    return [daysWrite({ district, volunteer: kept }, month, before, left)];
  });
}

const shiftsIn = (months: readonly (Month | undefined)[]) => [
  ...new Set(
    months
      .flatMap((month) => Object.values(month?.days ?? {}))
      .flat()
      .map(({ record }) => record),
  ),
];

const recordsIn = (tools: Tools, district: string, volunteer: string, shifts: readonly string[]) =>
  getAll(
    tools.store,
    shifts.map((shift) => recordAt(district, shift, volunteer)),
  );

/** A service reaches back so far when two become one. */
const monthsBefore = (at: number) => [...new Set([62, 31, 0].map((days) => monthOf(shanghaiDay(at - days * dayMs))))];
