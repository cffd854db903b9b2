/** A person's month items: the times already taken and the minutes that earned points, guarded by their version. */
import {
  dayMinutesBefore,
  dayParts,
  type Interval,
  type MonthDays,
  notePointsMinutes,
  placeInterval,
  removeInterval,
} from '../../shared/rules/minutes.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { monthAt, type ServiceRecord, version } from './rows.ts';

interface Month {
  readonly ver: number;
  readonly days: MonthDays;
}
type Change = (days: MonthDays, parts: readonly Interval[]) => MonthDays;

/** Takes the record's time. @throws time_overlap when any minute of it is taken by another record */
export function takeTime(tools: Tools, record: ServiceRecord): Promise<Write[]> {
  return changeMonths(tools, record, (days, parts) =>
    parts.reduce((placed, part) => {
      const next = placeInterval(placed, part, record.shift);
      if (next === 'overlap') throw new Problem('time_overlap');
      return next;
    }, days),
  );
}

/** Gives the record's time back when it is sent back after it was confirmed. */
export function freeTime(tools: Tools, record: ServiceRecord): Promise<Write[]> {
  return changeMonths(tools, record, (days) => removeInterval(days, record.shift));
}

/**
 * Notes the minutes for which the record earns points under its first day's cap: in the order of approval.
 * @param decide from the minutes of the day that earned points before to those of this record
 */
export async function notePoints(tools: Tools, record: ServiceRecord, decide: (minutesBefore: number) => number) {
  const [first] = dayParts(record);
  if (!first) throw new Error('A record without time');
  const [before = { ver: 0, days: {} }] = await readMonths(tools, record, [first.month]);
  const minutes = decide(dayMinutesBefore(before.days, first.day, record.shift));
  return write(record, first.month, before, notePointsMinutes(before.days, first.day, record.shift, minutes));
}

/** Takes that note away again when an approval is undone; the time stays taken. */
export const forgetPoints = (tools: Tools, record: ServiceRecord) => notePoints(tools, record, () => 0);

async function changeMonths(tools: Tools, record: ServiceRecord, change: Change): Promise<Write[]> {
  const parts = dayParts(record);
  const months = [...new Set(parts.map(({ month }) => month))];
  const before = await readMonths(tools, record, months);
  return months.map((month, at) => {
    const known = before[at] ?? { ver: 0, days: {} };
    const days = change(
      known.days,
      parts.filter((part) => part.month === month),
    );
    return write(record, month, known, days);
  });
}

async function readMonths(tools: Tools, { district, volunteer }: ServiceRecord, months: readonly string[]) {
  const items = await tools.store.get(months.map((month) => monthAt(district, volunteer, month)));
  return items as unknown as (Month | undefined)[];
}

function write({ district, volunteer }: ServiceRecord, month: string, { ver }: Month, days: MonthDays): Write {
  return {
    ...monthAt(district, volunteer, month),
    update: { set: { v: version, ver: ver + 1, days: asValue(days) } },
    when: [ver === 0 ? ['ver', 'absent'] : ['ver', '=', ver]],
    or: 'lost_race',
  };
}

/** Slots as the store keeps them: plain attributes. */
const asValue = (days: MonthDays) =>
  Object.fromEntries(Object.entries(days).map(([day, slots]) => [day, slots.map((slot) => ({ ...slot }))]));
