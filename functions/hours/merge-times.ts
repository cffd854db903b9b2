/**
 * The services of two registrations of one person: which of them overlap, which wait, and the taken times of the last
 * months in one place, so that nothing recorded later overlaps either's.
 */
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { type MonthDays, overlaps } from '../../shared/rules/minutes.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { daysWrite, readDays } from './month.ts';
import { recordOf, recordsOfVolunteer, type ServiceRecord } from './rows.ts';

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

/** The times of the one that ends count for the one that goes on. */
export const joinTimes = (tools: Tools, times: Times): Promise<Write[]> =>
  changeTimes(tools, times, (days, others) => {
    const names = new Set([...Object.keys(days), ...Object.keys(others)]);
    const inOrder = (day: string) =>
      [...(days[day] ?? []), ...(others[day] ?? [])].sort((one, other) => one.from - other.from);
    return Object.fromEntries([...names].map((day) => [day, inOrder(day)]));
  });

/** They count for the one that ended only, which is there again. */
export const partTimes = (tools: Tools, times: Times): Promise<Write[]> =>
  changeTimes(tools, times, (days, others) => {
    const theirs = new Set(Object.values(others).flatMap((slots) => slots.map(({ record }) => record)));
    const own = Object.entries(days).map(([day, slots]) => [day, slots.filter(({ record }) => !theirs.has(record))]);
    return Object.fromEntries(own.filter(([, slots]) => slots?.length));
  });

async function changeTimes(
  tools: Tools,
  { district, kept, merged, at }: Times,
  change: (days: MonthDays, others: MonthDays) => MonthDays,
): Promise<Write[]> {
  const months = [...new Set([62, 31, 0].map((days) => monthOf(shanghaiDay(at - days * dayMs))))];
  const [own, others] = await Promise.all([
    readDays(tools, district, kept, months),
    readDays(tools, district, merged, months),
  ]);
  return months.flatMap((month, index) => {
    const [mine, theirs] = [own[index], others[index]];
    if (!theirs || Object.keys(theirs.days).length === 0) return [];
    const before = mine ?? { ver: 0, days: {} };
    return [daysWrite({ district, volunteer: kept }, month, before, change(before.days, theirs.days))];
  });
}
