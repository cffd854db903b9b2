/** Minutes of service: how many count, and that nobody serves in two places at once. */
import { addDays, type Day, monthOf, shanghaiDay, startOfDay } from './calendar.ts';
import { minuteMs } from './durations.ts';
import type { Settings } from './settings.ts';

/** A stretch of time in epoch milliseconds; `to` is no longer part of it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The part of an interval that lies in one Shanghai day. */
export interface DayPart extends Interval {
  /** `YYYYMM`. */
  readonly month: string;
  readonly day: Day;
}

/** The time a record takes in a day. */
export interface Slot extends Interval {
  readonly record: string;
  /** Minutes of it that earn points under the day's cap; 0 until its points are set. */
  readonly pointsMinutes: number;
  /** Credited minutes of the record, on the day it starts. */
  readonly minutes?: number;
  readonly isMakeUp?: boolean;
  /** Names the duty it was a session of: the same team's service of the same name. */
  readonly duty?: string;
  /** Minutes of a session that was too short to count by itself. */
  readonly shortMinutes?: number;
  /** The later record that counts them along, or that counts less for this one's preparation. */
  readonly summedIn?: string;
  /** Where its preparation begins, as far as it is paid. */
  readonly preparedFrom?: number;
}

/** A person's month: the slots of each day that has any, in order of time. */
export type MonthDays = Readonly<Record<Day, readonly Slot[]>>;

type Rounding = Pick<Settings, 'rounding_minutes' | 'session_minutes_min'>;

/**
 * Whole minutes a session counts: time actually given (《志愿服务记录与证明出具办法（试行）》 Art. 7), rounded down to
 * a multiple of `rounding_minutes`. A session shorter than `session_minutes_min` before rounding counts 0.
 */
export function creditedMinutes({ from, to, settings }: Interval & { readonly settings: Rounding }): number {
  const servedMinutes = Math.max(0, Math.floor((to - from) / minuteMs));
  if (servedMinutes < settings.session_minutes_min) return 0;
  return servedMinutes - (servedMinutes % settings.rounding_minutes);
}

const nationalStepMinutes = 30;
/**
 * Hours as the national volunteer system takes them: of each service the half hours that are full (`docs/rules.md`). A
 * total is the sum of these, never a sum of minutes that is cut once.
 */
export const nationalHours = (minutes: number): number => Math.floor(minutes / nationalStepMinutes) / 2;

/** Whether two intervals share a minute or more. One may begin when the other ends. */
export function overlaps(one: Interval, other: Interval): boolean {
  return Math.min(one.to, other.to) - Math.max(one.from, other.from) >= minuteMs;
}

/** An interval cut at Shanghai's midnights, in order; none when it is empty. */
export function dayParts({ from, to }: Interval): DayPart[] {
  const parts: DayPart[] = [];
  for (let start = from; start < to; ) {
    const day = shanghaiDay(start);
    const end = Math.min(to, startOfDay(addDays(day, 1)));
    parts.push({ month: monthOf(day), day, from: start, to: end });
    start = end;
  }
  return parts;
}

/**
 * The days with a record's interval placed in them, or `overlap` when another record holds a minute of it. A record
 * placed a second time on a day replaces itself. Where an interval crosses a month's end, each of its parts is placed
 * in its own month.
 */
export function placeInterval(days: MonthDays, interval: Interval, record: string): MonthDays | 'overlap' {
  let placed = days;
  for (const { day, from, to } of dayParts(interval)) {
    const others = (days[day] ?? []).filter((slot) => slot.record !== record);
    if (others.some((slot) => overlaps(slot, { from, to }))) return 'overlap';
    const slots = [...others, { record, from, to, pointsMinutes: 0 }].sort((one, other) => one.from - other.from);
    placed = { ...placed, [day]: slots };
  }
  return placed;
}

/** The days without a record; a day that holds nothing else goes. */
export function removeInterval(days: MonthDays, record: string): MonthDays {
  const kept = Object.entries(days).map(([day, slots]) => {
    return [day, slots.filter((slot) => slot.record !== record)] as const;
  });
  return Object.fromEntries(kept.filter(([, slots]) => slots.length > 0));
}

/** The days with the minutes noted for which a record, placed on that day before, earns points. */
export function notePointsMinutes(days: MonthDays, day: Day, record: string, minutes: number): MonthDays {
  const slots = (days[day] ?? []).map((slot) => (slot.record === record ? { ...slot, pointsMinutes: minutes } : slot));
  return { ...days, [day]: slots };
}

/** Minutes of a day for which records other than this one earn points already. */
export function dayMinutesBefore(days: MonthDays, day: Day, record: string): number {
  const others = (days[day] ?? []).filter((slot) => slot.record !== record);
  return others.reduce((sum, slot) => sum + slot.pointsMinutes, 0);
}

/** The days with what a record, placed on that day before, counts under the caps of the day and the month. */
export function noteMinutes(
  days: MonthDays,
  day: Day,
  record: string,
  counted: Pick<Slot, 'minutes' | 'isMakeUp' | 'duty' | 'shortMinutes' | 'preparedFrom'>,
): MonthDays {
  const slots = (days[day] ?? []).map((slot) => (slot.record === record ? { ...slot, ...counted } : slot));
  return { ...days, [day]: slots };
}

/** What else there was of a duty on a day: minutes too short to count by themselves, and whether any has counted. */
export interface DutyBefore {
  readonly shortMinutes: number;
  readonly hasCounted: boolean;
}
export function dutyBefore(days: MonthDays, day: Day, record: string, duty: string): DutyBefore {
  const others = (days[day] ?? []).filter((slot) => slot.record !== record && slot.duty === duty);
  return {
    shortMinutes: others.filter((slot) => isUncounted(slot, others)).reduce((sum, one) => sum + one.shortMinutes, 0),
    hasCounted: others.some(({ minutes = 0 }) => minutes > 0),
  };
}

/** The days in which what was too short of a duty counts along with a record, placed on that day before. */
export function noteSummed(days: MonthDays, day: Day, record: string, duty: string): MonthDays {
  const slots = days[day] ?? [];
  const summed = slots.map((slot) => {
    const isAlong = slot.record !== record && slot.duty === duty && isUncounted(slot, slots);
    return isAlong ? { ...slot, summedIn: record } : slot;
  });
  return { ...days, [day]: summed };
}

/** Too short by itself, and counted along with none that is still there. */
const isUncounted = (slot: Slot, slots: readonly Slot[]): slot is Slot & { readonly shortMinutes: number } =>
  (slot.shortMinutes ?? 0) > 0 && !isSummed(slot, slots);
const isSummed = ({ summedIn }: Slot, slots: readonly Slot[]) =>
  summedIn !== undefined && slots.some(({ record }) => record === summedIn);

/** Whether another record of the day counts a record's time along. */
export const countsElsewhere = (days: MonthDays, day: Day, record: string): boolean =>
  (days[day] ?? []).some((slot, _, slots) => slot.record === record && isSummed(slot, slots));

/** Credited minutes of a day, without those of one record. */
export const dayMinutes = (days: MonthDays, day: Day, except?: string): number =>
  (days[day] ?? []).reduce((sum, { record, minutes = 0 }) => sum + (record === except ? 0 : minutes), 0);

/** Credited make-up minutes of a month, without those of one record. */
export const makeUpMinutes = (days: MonthDays, except: string): number =>
  Object.values(days)
    .flat()
    .filter(({ record, isMakeUp }) => isMakeUp && record !== except)
    .reduce((sum, { minutes = 0 }) => sum + minutes, 0);
