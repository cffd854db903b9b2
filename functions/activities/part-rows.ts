/** A person's part in a shift, the times a person has signed up for, absences and qualifications. */
import type { withdrawReasons } from '../../shared/contracts/activities-shapes.ts';
import type { Interval, MonthDays } from '../../shared/rules/minutes.ts';
import type { Means, ParticipationState } from '../../shared/rules/participation.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Item, Query, Target, Write } from '../platform/store/port.ts';
import { type ActivityShift, shiftPk, version } from './rows.ts';

/** Guards name `state` and `rev`; every change raises `rev`. */
export interface Participation extends Interval {
  readonly shift: string;
  readonly volunteer: string;
  readonly district: string;
  /** Whose rules hold: the team's unit. Absent on parts made before schools had rules of their own. */
  readonly unit?: string;
  readonly state: ParticipationState;
  readonly rev: number;
  readonly role: number;
  /** Whether a place is taken: not by a young child that comes with a guardian, nor by a walk-in. */
  readonly seat: boolean;
  readonly name: string;
  readonly place: string;
  readonly isDuty: boolean;
  /** When it came to this state. */
  readonly at: number;
  /** The place in the waiting list: who asked first comes first. */
  readonly queue?: string;
  readonly offerUntil?: number;
  readonly reason?: (typeof withdrawReasons)[number] | 'called_off' | 'moved' | 'took_back' | 'merged' | 'left';
  /** The registration of the same person that it came from, of one that was merged. */
  readonly carriedFrom?: string;
  readonly inAt?: number;
  readonly inBy?: Means;
  readonly outAt?: number;
  readonly outBy?: Means;
  /** Who noted the coming: the person, the leader or the helper. */
  readonly notedBy?: string;
  readonly late?: boolean;
  readonly walkIn?: boolean;
  readonly excuse?: string;
}

/** What was noted of somebody's coming and going. */
export const attended = ['inAt', 'inBy', 'outAt', 'outBy', 'notedBy', 'late', 'walkIn'] as const;

const prefix = 'P#';
export const partAt = (district: string, shift: string, volunteer: string): Target => ({
  table: 'Activities',
  key: { pk: shiftPk(district, shift), sk: `${prefix}${volunteer}` },
});
type List = Omit<Query, 'limit' | 'after'>;
export const partsOf = (district: string, shift: string): List => ({
  table: 'Activities',
  pk: shiftPk(district, shift),
  sk: { prefix },
});
export const partsOfVolunteer = (district: string, volunteer: string): List => ({
  table: 'Activities',
  index: 'byVolunteer',
  pk: `T#${district}#V#${volunteer}`,
  descending: true,
});
export const partOf = (item: Item) => item as unknown as Participation;

const byVolunteer = ({ district, volunteer, from, shift }: Participation) => ({
  byVolunteerPk: `T#${district}#V#${volunteer}`,
  byVolunteerSk: `${new Date(from).toISOString()}#${shift}`,
});
const dueOf = ({ district, shift, offerUntil }: Pick<Participation, 'district' | 'shift' | 'offerUntil'>) =>
  offerUntil === undefined ? {} : dueKeys(offerUntil, [district, shift]);
/** Somebody's part as it begins: what an earlier try left behind goes. */
export function beginWrite(part: Participation, before: Participation | undefined): Write {
  return {
    ...partAt(part.district, part.shift, part.volunteer),
    put: { v: version, ...part, ...byVolunteer(part), ...dueOf(part) } as Attributes,
    when: before
      ? [
          ['state', '=', before.state],
          ['rev', '=', before.rev],
        ]
      : [['pk', 'absent']],
    or: 'lost_race',
  };
}
export const newPart = (shift: ActivityShift, volunteer: string, now: number) => ({
  shift: shift.id,
  volunteer,
  district: shift.district,
  unit: shift.unit,
  name: shift.name,
  place: shift.place,
  isDuty: shift.isDuty,
  from: shift.from,
  to: shift.to,
  at: now,
});

type Change = Partial<Omit<Participation, 'rev' | 'shift' | 'volunteer' | 'district'>>;
/** One step of a part on its way. An offer is found by the clock; whatever follows it is not. */
export function stepWrite(part: Participation, change: Change, gone: readonly (keyof Participation)[] = []): Write {
  const { district, shift, volunteer, rev, state } = part;
  const moved = change.from === undefined ? {} : byVolunteer({ ...part, ...change });
  const due = dueOf({ district, shift, offerUntil: change.offerUntil });
  const stale = part.offerUntil !== undefined && change.offerUntil === undefined;
  return {
    ...partAt(district, shift, volunteer),
    update: {
      set: { ...(change as Attributes), ...moved, ...due, rev: rev + 1 },
      remove: [...gone, ...(stale ? ['offerUntil', 'byDuePk', 'byDueSk'] : [])],
    },
    when: [
      ['state', '=', state],
      ['rev', '=', rev],
    ],
    or: 'lost_race',
  };
}

/** A person's promised times in one month, where overlap is decided. */
export const monthAt = (district: string, volunteer: string, month: string): Target => ({
  table: 'Activities',
  key: { pk: `T#${district}#V#${volunteer}`, sk: `M#${month}` },
});
export const monthWrite = (target: Target, ver: number, days: MonthDays): Write => ({
  ...target,
  update: {
    set: {
      v: version,
      ver: ver + 1,
      days: Object.fromEntries(Object.entries(days).map(([day, slots]) => [day, slots.map((slot) => ({ ...slot }))])),
    },
  },
  when: [ver === 0 ? ['ver', 'absent'] : ['ver', '=', ver]],
  or: 'lost_race',
});

export interface Absences {
  readonly count: number;
  readonly lastAt: number;
}
/** Absences without a reason in one school year. */
export const absencesAt = (district: string, volunteer: string, year: number): Target => ({
  table: 'Activities',
  key: { pk: `T#${district}#V#${volunteer}`, sk: `ABSENT#${year}` },
});
export const absencesOf = (item: Item | undefined): Absences => ({
  count: Number(item?.count ?? 0),
  lastAt: Number(item?.lastAt ?? 0),
});
/** Rides with the step into or out of `absent`, whose guard lets it count once. */
export const absenceWrite = (target: Target, by: 1 | -1, at: number): Write => ({
  ...target,
  update: { add: { count: by }, set: { v: version, ...(by > 0 && { lastAt: at }) } },
});

export const qualificationsAt = (district: string, volunteer: string): Target => ({
  table: 'Activities',
  key: { pk: `T#${district}#V#${volunteer}`, sk: 'SKILLS' },
});
export const qualificationsOf = (item: Item | undefined) =>
  Object.keys((item?.held as Readonly<Record<string, unknown>> | undefined) ?? {});
export function qualificationWrite(target: Target, item: Item | undefined, name: string, by: string, at: number) {
  const held = { ...((item?.held as Attributes | undefined) ?? {}), [name]: { by, at } };
  const ver = Number(item?.ver ?? 0);
  const write: Write = {
    ...target,
    update: { set: { v: version, ver: ver + 1, held } },
    when: [ver === 0 ? ['ver', 'absent'] : ['ver', '=', ver]],
    or: 'lost_race',
  };
  return write;
}
