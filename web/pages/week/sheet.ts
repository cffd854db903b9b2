/** A week's boxes: which of them can be ticked, and what is sent of those that are. */
import type { BodyOf } from '../../api/read.ts';
import { dayOf } from '../../format.ts';
import { instantOf, type Shift, type Span } from '../record/form.ts';

export type Body = BodyOf<'POST /api/week-sheets'>;
export const halves = ['morning', 'afternoon'] as const;
export type Half = (typeof halves)[number];
export type Times = Readonly<Record<Half, Span>>;
export const usualTimes: Times = {
  morning: { from: '07:20', to: '07:50' },
  afternoon: { from: '16:30', to: '17:00' },
};

/** A half day of the week, and whether people can be ticked in it. */
export interface Column {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly half: Half;
  readonly state: 'open' | 'known' | 'not_yet';
  /** The shift that is recorded at this time already. */
  readonly shift?: string;
}
export type Ticks = ReadonlySet<string>;
export const tickOf = (volunteer: string, { weekday, half }: Pick<Column, 'weekday' | 'half'>) =>
  `${weekday} ${half} ${volunteer}`;

const dayMs = 86_400_000;
export const dayAfter = (day: string, days: number) => dayOf(Date.parse(`${day}T12:00:00+08:00`) + days * dayMs);
/** The Monday of the week in the address, or of the present one. */
export function mondayOf(asked: string | undefined, now: number): string {
  const day = asked && !Number.isNaN(Date.parse(`${asked}T12:00:00+08:00`)) ? asked : dayOf(now);
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

export function columnsOf(monday: string, times: Times, shifts: readonly Shift[], now: number): Column[] {
  return [0, 1, 2, 3, 4].flatMap((weekday) =>
    halves.map((half): Column => {
      const day = dayAfter(monday, weekday);
      const [from, to] = [times[half].from, times[half].to].map((clock) => Date.parse(instantOf(day, clock)));
      if (from === undefined || to === undefined || Number.isNaN(from + to)) return { weekday, half, state: 'open' };
      if (to > now) return { weekday, half, state: 'not_yet' };
      const known = shifts.find((shift) => Date.parse(shift.from) < to && from < Date.parse(shift.to));
      return { weekday, half, state: known ? 'known' : 'open', ...(known && { shift: known.id }) };
    }),
  );
}

/** The half days with somebody in them, as they are sent. */
export function cellsOf(columns: readonly Column[], people: readonly string[], ticks: Ticks): Body['cells'] {
  return columns.flatMap((column) => {
    const volunteers = people.filter((volunteer) => ticks.has(tickOf(volunteer, column)));
    if (column.state !== 'open' || volunteers.length === 0) return [];
    return [{ weekday: column.weekday + 1, half: column.half, volunteers }];
  });
}
