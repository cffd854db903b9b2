/** A person's month items: the times already taken and the minutes that earned points, guarded by their version. */
import type { Credit } from '../../shared/rules/credit.ts';
import {
  type DayPart,
  dayMinutes,
  dayMinutesBefore,
  dayParts,
  type MonthDays,
  makeUpMinutes,
  noteMinutes,
  notePointsMinutes,
  placeInterval,
  removeInterval,
} from '../../shared/rules/minutes.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
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
    const credit = decide({ day: dayMinutes(days, first.day, shift), makeUp: makeUpMinutes(days, shift) });
    found.credit = credit;
    return noteMinutes(placed, first.day, shift, { minutes: credit.minutes, isMakeUp: grade === 'D' });
  });
  if (!found.credit) throw new Error('A record’s time lies in no month');
  return { credit: found.credit, writes };
}

/** Gives the record's time back when it is sent back after it was confirmed. */
export function freeTime(tools: Tools, record: ServiceRecord): Promise<Write[]> {
  return changeMonths(tools, record, (days) => removeInterval(days, record.shift));
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

/**
 * Shortens the time of a record that is corrected to its first minutes; none of it stays taken when nothing counts.
 * @param decide from the minutes of the day that earned points before to those of this record
 */
export function shortenTime(
  tools: Tools,
  record: ServiceRecord,
  kept: { readonly to: number; readonly minutes: number },
  decide: (minutesBefore: number) => number,
): Promise<Write[]> {
  const [first] = dayParts(record);
  const parts = kept.minutes > 0 ? dayParts({ from: record.from, to: kept.to }) : [];
  const { shift, grade } = record;
  return changeMonths(tools, record, (days, old) => {
    const month = old[0]?.month;
    const placed = parts
      .filter((part) => part.month === month)
      .reduce(
        (held, part) => {
          const next = placeInterval(held, part, shift);
          // Its time was freed by another correction a moment ago, and taken since.
          if (next === 'overlap') throw new Problem('busy', { retryAfter: 1 });
          return next;
        },
        removeInterval(days, shift),
      );
    if (!first || month !== first.month) return placed;
    const pointsMinutes = decide(dayMinutesBefore(days, first.day, shift));
    if (kept.minutes === 0) return placed;
    const noted = noteMinutes(placed, first.day, shift, { minutes: kept.minutes, isMakeUp: grade === 'D' });
    return notePointsMinutes(noted, first.day, shift, pointsMinutes);
  });
}

/**
 * The same for the person whom the record's volunteer was merged into, where the time is taken as well; nothing where
 * it lies too far back to have been brought along.
 */
export async function shortenCopy(
  tools: Tools,
  record: ServiceRecord,
  owner: string,
  kept: { readonly to: number; readonly minutes: number },
  pointsMinutes: number,
): Promise<Write[]> {
  const months = monthsOf(record);
  const slots = (await readDays(tools, record.district, owner, months)).flatMap((month) =>
    Object.values(month?.days ?? {}).flat(),
  );
  const isThere = slots.some((slot) => slot.record === record.shift);
  return isThere ? shortenTime(tools, { ...record, volunteer: owner }, kept, () => pointsMinutes) : [];
}

/** Takes that note away again when an approval is undone; the time stays taken. */
export const forgetPoints = (tools: Tools, record: ServiceRecord) => notePoints(tools, record, () => 0);

async function changeMonths(tools: Tools, record: ServiceRecord, change: Change): Promise<Write[]> {
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

const monthsOf = (record: ServiceRecord) => [...new Set(dayParts(record).map(({ month }) => month))];

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
    when: [ver === 0 ? ['ver', 'absent'] : ['ver', '=', ver]],
    or: 'lost_race',
  };
}

/** Slots as the store keeps them: plain attributes. */
const asValue = (days: MonthDays) =>
  Object.fromEntries(Object.entries(days).map(([day, slots]) => [day, slots.map((slot) => ({ ...slot }))]));
