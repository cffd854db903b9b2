/** The only file that knows the item of a school's year change: one for each school and year, its own job row. */
import type { Attributes, Item, Target, Write } from '../../platform/store/port.ts';

const version = 1;

export interface YearChange {
  readonly district: string;
  readonly school: string;
  /** The year in whose September the school year begins. */
  readonly year: number;
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  /** Classes that leave, in the order they are worked on. */
  readonly classes: readonly string[];
  /** Classes finished so far, in this direction. */
  readonly finished: number;
  /** People who have left so far, and not come back. */
  readonly left: number;
  readonly at: number;
  readonly by: string;
  readonly undoUntil: number;
  /** Counts every change of the row, and guards the next one. */
  readonly turn: number;
}

const sk = 'YEAR';
const keyPattern = /^T#([^#]+)#YEAR#([^#]+)#(\d{4})$/;
export const yearChangeAt = (district: string, school: string, year: number): Target => ({
  table: 'Jobs',
  key: { pk: `T#${district}#YEAR#${school}#${year}`, sk },
});
/** What made somebody leave. */
export const causeOf = ({ school, year, at }: YearChange) => `YEAR#${school}#${year}#${at}`;
export const yearChangeOf = (item: Item | undefined) => item as unknown as YearChange | undefined;

/** Begins one, for the first time or after the last one was taken back. */
export function beginning(change: Omit<YearChange, 'turn'>, before: YearChange | undefined): Write {
  const { district, school, year } = change;
  const row = { v: version, ...(change as unknown as Attributes), turn: (before?.turn ?? 0) + 1 };
  return {
    ...yearChangeAt(district, school, year),
    put: row,
    when: before ? [['turn', '=', before.turn]] : [['pk', 'absent']],
    or: 'lost_race',
  };
}

/** Its next turn, whose stream event asks for the one after. */
export const turnWrite = (
  { district, school, year, turn }: YearChange,
  set: Partial<Pick<YearChange, 'state' | 'finished' | 'left'>>,
): Write => ({
  ...yearChangeAt(district, school, year),
  update: { set: { ...set, turn: turn + 1 } },
  when: [['turn', '=', turn]],
  or: 'lost_race',
});

/** The year change whose next step a change of the table Jobs asks for. */
export function yearStepNeeded(newImage: Item | undefined) {
  if (newImage?.sk !== sk || (newImage.state !== 'running' && newImage.state !== 'undoing')) return undefined;
  const [, district, school, year] = keyPattern.exec(newImage.pk) ?? [];
  return district && school ? { district, school, year: Number(year) } : undefined;
}
