/**
 * A team's month: the minutes of each of its shifts, how many of them were entered late, and how long everybody served
 * where that was entered by hand. It is kept along with the shifts, and make-up writes it with a guard on its version,
 * so that two of them cannot both slip under the limit.
 */
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type ServiceRecord, type Shift, version } from './rows.ts';

/**
 * Minutes of a shift, those of them that are make-up, and, of a shift that was entered by hand, how many minutes each
 * participant served; 0 where not all served equally long.
 */
type ShiftSums = readonly [all: number, makeUp: number, each?: number];
export interface TeamMonth {
  readonly ver: number;
  readonly shifts: Readonly<Record<string, ShiftSums>>;
}
const nothing: TeamMonth = { ver: 0, shifts: {} };

export const teamMonthAt = (district: string, team: string, month: string): Target => ({
  table: 'Service',
  key: { pk: `T#${district}#TM#${team}`, sk: month },
});
export const teamMonthOf = (item: Item | undefined): TeamMonth => (item as unknown as TeamMonth | undefined) ?? nothing;

/** Make-up minutes in the month, and how many in a hundred they are of all. */
export function makeUpShare({ shifts }: TeamMonth): { minutes: number; all: number; percent: number } {
  let [all, makeUp] = [0, 0];
  for (const [shiftMinutes, late] of Object.values(shifts)) {
    all += shiftMinutes;
    makeUp += late;
  }
  return { minutes: makeUp, all, percent: all === 0 ? 0 : Math.floor((makeUp * 100) / all) };
}

/** Whether make-up is more than this of the month; a little of it is not judged by its share. */
export function isMuchMakeUp(month: TeamMonth, percentMax: number, settings: Settings): boolean {
  const { minutes, all } = makeUpShare(month);
  return minutes > settings.make_up_team_minutes_free && minutes * 100 > percentMax * all;
}

const isOut = ({ state }: ServiceRecord) => state === 'sent_back' || state === 'rejected';
export function shiftSums(records: readonly ServiceRecord[]): ShiftSums {
  const counted = records.filter((record) => !isOut(record));
  const sum = (list: readonly ServiceRecord[]) => list.reduce((total, { minutes }) => total + minutes, 0);
  const sums = [sum(counted), sum(counted.filter(({ grade }) => grade === 'D'))] as const;
  const [first] = counted;
  if (!first || counted.some(({ grade }) => grade === 'A' || grade === 'B')) return sums;
  const lengths = new Set(counted.map(({ from, to }) => Math.floor((to - from) / minuteMs)));
  return [...sums, lengths.size === 1 ? Math.max(...lengths) : 0];
}

export const monthOfShift = ({ from }: Pick<Shift, 'from'>) => monthOf(shanghaiDay(from));

const withShift = ({ ver, shifts }: TeamMonth, { id }: Shift, sums: ShiftSums): TeamMonth => ({
  ver,
  shifts: { ...shifts, [id]: sums },
});
/** As the store keeps them. */
const numbers = (sums: ShiftSums) => sums.filter((one) => one !== undefined);

/** The write that notes a shift's minutes; nothing when they are noted already. */
export function noteShift(shift: Shift, month: TeamMonth, sums: ShiftSums): Write[] {
  if (month.shifts[shift.id]?.join() === sums.join()) return [];
  const shifts = Object.entries(withShift(month, shift, sums).shifts).map(([id, one]) => [id, numbers(one)] as const);
  const set: Attributes = { v: version, ver: month.ver + 1, shifts: Object.fromEntries(shifts) };
  return [
    {
      ...teamMonthAt(shift.district, shift.team, monthOfShift(shift)),
      update: { set },
      when: [month.ver === 0 ? ['ver', 'absent'] : ['ver', '=', month.ver]],
      or: 'lost_race',
    },
  ];
}

/**
 * Lets a make-up shift into the team's month.
 * @throws make_up_share_reached when what was entered late is too large a part of the month, this shift included: else
 * one large shift alone could be any share of it
 */
export async function admitMakeUp(tools: Tools, shift: Shift, records: readonly ServiceRecord[], settings: Settings) {
  const [item] = await tools.store.get([teamMonthAt(shift.district, shift.team, monthOfShift(shift))]);
  const month = teamMonthOf(item);
  const sums = shiftSums(records);
  if (isMuchMakeUp(withShift(month, shift, sums), settings.make_up_team_percent_max, settings))
    throw new Problem('make_up_share_reached');
  return noteShift(shift, month, sums);
}
