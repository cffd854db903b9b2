/** Activities and their shifts: this file and its neighbours `*-rows.ts` alone know the items and keys of the slice. */

import type { cancelReasons } from '../../shared/contracts/activities-shapes.ts';
import type { Category } from '../../shared/rules/category-settings.ts';
import type { Duty } from '../../shared/rules/duty.ts';
import type { Conditions, Wanted } from '../../shared/rules/joining.ts';
import type { Interval } from '../../shared/rules/minutes.ts';
import type { ParticipationState } from '../../shared/rules/participation.ts';
import { iso } from '../platform/instant.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Item, Query, Target, Write } from '../platform/store/port.ts';

export const version = 1;

export interface Role {
  readonly name: string;
  readonly places: number;
}
/** What a leader says of an activity; each of its shifts holds a copy, so that one can change alone. */
export interface Said extends Wanted {
  readonly name: string;
  readonly place: string;
  readonly content: string;
  readonly category: Category;
  readonly risk: string;
  readonly contact: string;
  readonly insurance?: string;
  readonly preparationMinutes?: number;
  readonly roles: readonly Role[];
  readonly conditions: Conditions;
  readonly audience: 'team' | 'unit';
}
interface Place {
  readonly district: string;
  readonly team: string;
  readonly unit: string;
}
export interface Activity extends Said, Place {
  readonly id: string;
  readonly duty?: Duty;
  /** First and last day, and how many shifts lie between. */
  readonly first: string;
  readonly last: string;
  readonly shifts: number;
}
/** What those who had checked in get from the public pool, or would have got if it held enough. */
export interface Goodwill {
  readonly points: number;
  readonly to: readonly string[];
  readonly isGiven: boolean;
  /** The unit whose pool it comes from, and who called the shift off. */
  readonly pool: string;
  readonly by: string;
}
export interface Cancelled {
  readonly reason: (typeof cancelReasons)[number];
  readonly note?: string;
  readonly at: number;
  readonly goodwill?: Goodwill;
}
export interface ActivityShift extends Said, Place, Interval {
  readonly id: string;
  readonly activity: string;
  /** Changes that a leader made; a change is guarded by it. */
  readonly ver: number;
  readonly isDuty: boolean;
  readonly state: 'open' | 'cancelled';
  readonly cancelled?: Cancelled;
  /** Free places by role. */
  readonly free: readonly number[];
  /** Who was lent the right to check people in. */
  readonly helper?: string;
  readonly helperAt?: number;
  readonly headStart?: number;
  readonly headEnd?: number;
  /** Kept along by the stream: to look at, never to decide. */
  readonly counts: Readonly<Partial<Record<ParticipationState, number>>>;
}

export const shiftPk = (district: string, shift: string) => `T#${district}#S#${shift}`;

export const activityAt = (district: string, activity: string): Target => ({
  table: 'Activities',
  key: { pk: `T#${district}#A#${activity}`, sk: 'HEAD' },
});
export const headAt = (district: string, shift: string): Target => ({
  table: 'Activities',
  key: { pk: shiftPk(district, shift), sk: 'HEAD' },
});

type List = Omit<Query, 'limit' | 'after'>;
export const activitiesOfTeam = (district: string, team: string): List => ({
  table: 'Activities',
  index: 'byTeam',
  pk: `T#${district}#TA#${team}`,
  descending: true,
});
export const shiftsOfTeam = (
  district: string,
  team: string,
  { from, to }: { readonly from: number; readonly to?: number | undefined },
): List => ({
  table: 'Activities',
  index: 'byTeam',
  pk: `T#${district}#TS#${team}`,
  sk: { from: iso(from), ...(to !== undefined && { to: iso(to) }) },
});
/** Shifts open to a team or to a unit with all below it, within some time. */
export const shiftsFor = (district: string, audience: string, { from, to }: Interval): List => ({
  table: 'Activities',
  index: 'byAudience',
  pk: `T#${district}#OPEN#${audience}`,
  sk: { from: iso(from), to: iso(to) },
});

const plain = ({ roles, conditions }: Said): Attributes => ({
  roles: roles.map((role) => ({ ...role })),
  conditions: Object.fromEntries(Object.entries(conditions).map(([name, value]) => [name, value])),
});

export function activityWrite(activity: Activity): Write {
  const { district, id, duty, team, first, ...rest } = activity;
  const kept = duty && {
    duty: { ...duty, weekdays: [...duty.weekdays], spans: duty.spans.map((span) => ({ ...span })) },
  };
  const index = { byTeamPk: `T#${district}#TA#${team}`, byTeamSk: `${first}#${id}` };
  const put = { v: version, ...rest, ...plain(activity), ...kept, id, district, team, first, ...index };
  return { ...activityAt(district, id), put: put as unknown as Attributes, when: [['pk', 'absent']], or: 'lost_race' };
}

export const freeName = (role: number) => `free_${role}`;

/** Where a shift is found: by its team, by those it is open to, and by the clock once it is over. */
export function shiftKeys(shift: Pick<ActivityShift, 'district' | 'id' | 'team' | 'unit' | 'audience' | 'from'>) {
  const { district, id, team, unit, audience, from } = shift;
  const place = `${iso(from)}#${id}`;
  return {
    byTeamPk: `T#${district}#TS#${team}`,
    byTeamSk: place,
    byAudiencePk: `T#${district}#OPEN#${audience === 'team' ? team : unit}`,
    byAudienceSk: place,
  };
}
/** The attributes by which the clock finds a shift when it has to look at it. */
export const shiftDue = (district: string, shift: string, at: number): Attributes => dueKeys(at, [district, shift]);

/** @param lookAt when the clock looks who has not come */
export function shiftWrite(shift: ActivityShift, lookAt: number): Write {
  const { free, counts, ...rest } = shift;
  const places = Object.fromEntries(free.map((count, role) => [freeName(role), count]));
  const keys = { ...shiftKeys(shift), ...shiftDue(shift.district, shift.id, lookAt) };
  const put = { v: version, ...rest, ...plain(shift), ...places, counts, ...keys };
  return {
    ...headAt(shift.district, shift.id),
    put: put as unknown as Attributes,
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

/** Takes a place of an open shift, or gives one back. */
export const seatWrite = ({ district, id }: ActivityShift, role: number, by: 1 | -1): Write => ({
  ...headAt(district, id),
  update: { add: { [freeName(role)]: by } },
  when: by < 0 ? [['state', '=', 'open'], [freeName(role), '>', 0] as const] : [['pk', 'present']],
  or: 'lost_race',
});

/** Called off when it had begun: it ended there, and what was served until then counts. */
export const isBrokenOff = ({ cancelled, from }: Pick<ActivityShift, 'cancelled' | 'from'>): boolean =>
  cancelled !== undefined && cancelled.at > from;
/** Called off before it began: nothing was served. */
export const isCalledOff = (shift: ActivityShift): boolean => shift.state === 'cancelled' && !isBrokenOff(shift);

export const activityOf = (item: Item) => item as unknown as Activity;
export function shiftOf(item: Item): ActivityShift {
  const shift = item as unknown as ActivityShift;
  return { ...shift, free: shift.roles.map((_, role) => Number(item[freeName(role)] ?? 0)) };
}
