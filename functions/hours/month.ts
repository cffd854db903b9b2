/** A person's month items: the times already taken and the minutes that earned points, guarded by their version. */

import { type Credit, creditOf, shortMinutes } from '../../shared/rules/credit.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import {
  countsElsewhere,
  type DayPart,
  type DutyBefore,
  dayMinutes,
  dayMinutesBefore,
  dayParts,
  dutyBefore,
  type MonthDays,
  makeUpMinutes,
  noteMinutes,
  notePointsMinutes,
  noteSummed,
  placeInterval,
  removeInterval,
} from '../../shared/rules/minutes.ts';
import {
  type Around,
  aroundService,
  noteCountedOnce,
  preparationIn,
  preparationPaid,
} from '../../shared/rules/preparation.ts';
import { Problem } from '../platform/problem.ts';
import type { Guard, Write } from '../platform/store/port.ts';
import { readAhead } from '../platform/store/read-ahead.ts';
import type { Tools } from '../platform/tools.ts';
import { monthAt, type ServiceRecord, version } from './rows.ts';

export interface Month {
  readonly ver: number;
  readonly days: MonthDays;
}
type Change = (days: MonthDays, parts: readonly DayPart[]) => MonthDays;

/** What of the day and of the month's make-up others have counted already, when a record's time is taken. */
export interface Taken {
  readonly day: number;
  readonly makeUp: number;
  /** The others of the same duty on that day. */
  readonly duty: DutyBefore;
  /** What the others leave of its preparation, and have of it already. */
  readonly around: Around;
}
export interface TimeTaken {
  readonly credit: Credit;
  readonly writes: readonly Write[];
}

/**
 * Takes the record's time, and decides what of it counts beside what the person's day and month hold already.
 * @throws time_overlap when any minute of it is taken by another record
 */
export async function takeTime(
  tools: Tools,
  record: ServiceRecord,
  duty: string,
  decide: (taken: Taken) => Credit,
): Promise<TimeTaken> {
  const [first] = dayParts(record);
  if (!first) throw new Error('A record without time');
  const found: { credit?: Credit } = {};
  const writes = await changeMonths(tools, record, (days, parts) => {
    const placed = parts.reduce((held, part) => {
      const next = placeInterval(held, part, record.shift);
      if (next === 'overlap') throw new Problem('time_overlap');
      return next;
    }, days);
    if (parts[0]?.month !== first.month) return placed;
    const { shift, grade } = record;
    const around = aroundService(days, first.day, record, preparationIn(creditOf(record)));
    const credit = decide({
      around,
      day: dayMinutes(days, first.day, shift),
      makeUp: makeUpMinutes(days, shift),
      duty: dutyBefore(days, first.day, shift, duty),
    });
    found.credit = credit;
    const paid = preparationPaid(credit, around);
    const prepared = paid > 0 && { preparedFrom: record.from - paid * minuteMs };
    const counted = { minutes: credit.minutes, isMakeUp: grade === 'D', duty, shortMinutes: shortMinutes(credit) };
    const once = noteCountedOnce(placed, record, around.freeMinutes);
    const noted = noteMinutes(once, first.day, shift, { ...counted, ...prepared });
    return credit.minutes > 0 ? noteSummed(noted, first.day, shift, duty) : noted;
  });
  if (!found.credit) throw new Error('A record’s time lies in no month');
  return { credit: found.credit, writes };
}

/**
 * Gives the record's time back when it is sent back after it was confirmed.
 * @throws record_summed while a later record of the day counts it along
 */
export function freeTime(tools: Tools, record: ServiceRecord): Promise<Write[]> {
  return changeMonths(tools, record, (days, parts) => {
    if (parts.some(({ day }) => countsElsewhere(days, day, record.shift))) throw new Problem('record_summed');
    return removeInterval(days, record.shift);
  });
}

/**
 * Notes the minutes for which the record earns points under its first day's cap: in the order of approval.
 * @param decide from the minutes of the day that earned points before, and all its credited ones, to those that earn
 */
export async function notePoints(
  tools: Tools,
  record: ServiceRecord,
  decide: (minutesBefore: number, minutesOfDay: number) => number,
) {
  const [first] = dayParts(record);
  if (!first) throw new Error('A record without time');
  const [before = { ver: 0, days: {} }] = await readMonths(tools, record, [first.month]);
  const minutesOfDay = dayMinutes(before.days, first.day, record.shift) + record.minutes;
  const minutes = decide(dayMinutesBefore(before.days, first.day, record.shift), minutesOfDay);
  return daysWrite(record, first.month, before, notePointsMinutes(before.days, first.day, record.shift, minutes));
}

/** Takes that note away again when an approval is undone; the time stays taken. */
export const forgetPoints = (tools: Tools, record: ServiceRecord) => notePoints(tools, record, () => 0);

export async function changeMonths(tools: Tools, record: ServiceRecord, change: Change): Promise<Write[]> {
  const parts = dayParts(record);
  const months = monthsOf(record);
  const before = await readMonths(tools, record, months);
  return months.map((month, at) => {
    const known = before[at] ?? { ver: 0, days: {} };
    const days = change(
      known.days,
      parts.filter((part) => part.month === month),
    );
    return daysWrite(record, month, known, days);
  });
}

/** The months of these records are read at once, for work that goes record by record. */
export async function readMonthsAhead(tools: Tools, records: readonly ServiceRecord[]): Promise<Tools> {
  const months = records.flatMap((record) =>
    monthsOf(record).map((month) => monthAt(record.district, record.volunteer, month)),
  );
  return { ...tools, store: await readAhead(tools.store, months) };
}

export const monthsOf = (record: ServiceRecord) => [...new Set(dayParts(record).map(({ month }) => month))];

const readMonths = (tools: Tools, { district, volunteer }: ServiceRecord, months: readonly string[]) =>
  readDays(tools, district, volunteer, months);

/** A person's months as they are, undefined where nothing was served. */
export async function readDays(tools: Tools, district: string, volunteer: string, months: readonly string[]) {
  const items = await tools.store.get(months.map((month) => monthAt(district, volunteer, month)));
  return items as unknown as (Month | undefined)[];
}

type Owner = Pick<ServiceRecord, 'district' | 'volunteer'>;
/** A month as it is from now on, unless somebody else has changed it since. */
export function daysWrite({ district, volunteer }: Owner, month: string, { ver }: Month, days: MonthDays): Write {
  return {
    ...monthAt(district, volunteer, month),
    update: { set: { v: version, ver: ver + 1, days: asValue(days) } },
    when: asRead(ver),
    or: 'lost_race',
  };
}

/** Holds while nobody has changed a month that was read. */
export const stillAt = ({ district, volunteer }: Owner, month: string, { ver }: Month): Write => ({
  ...monthAt(district, volunteer, month),
  check: true,
  when: asRead(ver),
  or: 'lost_race',
});

const asRead = (ver: number): Guard => [ver === 0 ? ['ver', 'absent'] : ['ver', '=', ver]];

/** Slots as the store keeps them: plain attributes. */
const asValue = (days: MonthDays) =>
  Object.fromEntries(Object.entries(days).map(([day, slots]) => [day, slots.map((slot) => ({ ...slot }))]));
