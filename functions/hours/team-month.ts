/**
 * A team's month: the minutes of each of its shifts, and how many of them were entered late. It is kept along with the
 * shifts, and make-up writes it with a guard on its version, so that two of them cannot both slip under the limit.
 */
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type ServiceRecord, type Shift, version } from './rows.ts';

/** Minutes of a shift, and those of them that are make-up. */
type ShiftSums = readonly [all: number, makeUp: number];
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
export function makeUpShare({ shifts }: TeamMonth): { minutes: number; percent: number } {
  let [all, makeUp] = [0, 0];
  for (const [shiftMinutes, late] of Object.values(shifts)) {
    all += shiftMinutes;
    makeUp += late;
  }
  return { minutes: makeUp, percent: all === 0 ? 0 : Math.floor((makeUp * 100) / all) };
}

const isOut = ({ state }: ServiceRecord) => state === 'sent_back' || state === 'rejected';
export function shiftSums(records: readonly ServiceRecord[]): ShiftSums {
  const counted = records.filter((record) => !isOut(record));
  const sum = (list: readonly ServiceRecord[]) => list.reduce((total, { minutes }) => total + minutes, 0);
  return [sum(counted), sum(counted.filter(({ grade }) => grade === 'D'))];
}

export const monthOfShift = ({ from }: Pick<Shift, 'from'>) => monthOf(shanghaiDay(from));

/** The write that notes a shift's minutes; nothing when they are noted already. */
export function noteShift(shift: Shift, month: TeamMonth, [all, makeUp]: ShiftSums): Write[] {
  const known = month.shifts[shift.id];
  if (known?.[0] === all && known[1] === makeUp) return [];
  const shifts = Object.fromEntries(Object.entries(month.shifts).map(([id, [one, late]]) => [id, [one, late]]));
  const set: Attributes = { v: version, ver: month.ver + 1, shifts: { ...shifts, [shift.id]: [all, makeUp] } };
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
 * @throws make_up_share_reached when what was entered late before is too large a part of the month
 */
export async function admitMakeUp(tools: Tools, shift: Shift, records: readonly ServiceRecord[], settings: Settings) {
  const [item] = await tools.store.get([teamMonthAt(shift.district, shift.team, monthOfShift(shift))]);
  const month = teamMonthOf(item);
  const { minutes, percent } = makeUpShare(month);
  const isOver = minutes > settings.make_up_team_minutes_free && percent >= settings.make_up_team_percent_max;
  if (isOver) throw new Problem('make_up_share_reached');
  return noteShift(shift, month, shiftSums(records));
}
