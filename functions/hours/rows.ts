import type { RecordState } from '../../shared/contracts/hours.ts';
import type { Category } from '../../shared/rules/category-settings.ts';
import type { Group } from '../../shared/rules/classes.ts';
import type { CreditLine } from '../../shared/rules/credit.ts';
import type { ExceptionCode } from '../../shared/rules/exceptions.ts';
import type { StoredPicture } from '../platform/files/picture.ts';
import { iso } from '../platform/instant.ts';
import type { Attributes, Item, Query, Target } from '../platform/store/port.ts';
import type { Objection } from './objection.ts';
import { type Attended, asValue, type Corrected, type Rating } from './record-parts.ts';

export const version = 1;

/** A team's service at one place and time. */
export interface Shift {
  readonly id: string;
  readonly district: string;
  readonly ver: number;
  readonly team: string;
  readonly unit: string;
  readonly name: string;
  readonly place: string;
  readonly content: string;
  readonly category: Category;
  readonly risk: string;
  readonly contact: string;
  /** 0 to 3; absent on shifts recorded before levels were asked for. */
  readonly riskLevel?: number;
  readonly insurance?: string;
  readonly accompanied?: boolean;
  /** How many people it was for, as the leader saw it. */
  readonly peopleServed?: number;
  /** Counted for everybody who took part, beside the time of the shift. */
  readonly preparationMinutes?: number;
  /** Why it was entered so late. */
  readonly makeUpReason?: string;
  readonly from: number;
  readonly to: number;
  /** The day by which it should be approved. */
  readonly deadline: string;
  readonly counts: Readonly<Partial<Record<RecordState, number>>>;
  /** What an approver should look at among the records that wait; counted along with them. */
  readonly exceptions?: readonly ExceptionCode[];
  /** Why records of it were sent back and wait for the leader, each reason once. */
  readonly reasons?: readonly string[];
  /** How many owners ask about records that stand where they stood when asked. */
  readonly asked?: number;
  /** The ends of publicity for which there is a public list. */
  readonly listed?: readonly number[];
  /** Of the paper the participants signed. */
  readonly photo?: StoredPicture;
}

/** One person's part in a shift. Guards name `state` and `rev`; every change raises `rev`. */
export interface ServiceRecord {
  readonly shift: string;
  readonly volunteer: string;
  readonly district: string;
  readonly state: RecordState;
  readonly rev: number;
  readonly unit: string;
  readonly name: string;
  readonly place: string;
  /** Absent on records made before kinds weighed in points. */
  readonly category?: Category;
  readonly from: number;
  readonly to: number;
  /** When the person checked in and out: a leader may shorten the record's time, and never stretch it beyond. */
  readonly attended?: Attended;
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly credit: 'hours' | 'stamp';
  readonly minutes: number;
  /** How the minutes were counted. */
  readonly computed?: readonly CreditLine[];
  readonly stage: Group;
  readonly minor: boolean;
  readonly recordedBy: string;
  readonly recordedAt: number;
  readonly confirmedBy?: string;
  readonly confirmedAt?: number;
  /** The first of the two who approve what was entered late. */
  readonly firstApprovedBy?: string;
  readonly firstApprovedAt?: number;
  readonly approvedBy?: string;
  readonly approvedAt?: number;
  readonly finalAt?: number;
  readonly sentBackBy?: string;
  readonly sentBackAt?: number;
  /** Who took the last approval back. */
  readonly undoneBy?: string;
  readonly reason?: string;
  /** By the owner, at the step whose `rev` it names. */
  readonly asked?: { readonly rev: number; readonly at: number };
  readonly objection?: Objection;
  /** How well it was done, as the leader saw it; each time it is said counts up, so that finality sees the last one. */
  readonly rating?: Rating;
  /** One to five, as the person served saw it. */
  readonly residentStars?: number;
  readonly ratedTimes?: number;
  /** The last correction: by which change, and what the record counted before. */
  readonly correction?: Corrected;
  /** What finality posted beyond the points, for the best rating. */
  readonly bonus?: number;
  /** Frozen by approval: what finality will post, when, and under which version of the rules. */
  readonly points?: number;
  readonly dueAt?: number;
  /** The holidays on the way are not known yet: the day may still move. */
  readonly provisional?: boolean;
  readonly rule?: string;
}

export const shiftPk = (district: string, shift: string) => `T#${district}#S#${shift}`;

export const headAt = (district: string, shift: string): Target => ({
  table: 'Service',
  key: { pk: shiftPk(district, shift), sk: 'HEAD' },
});
export const recordAt = (district: string, shift: string, volunteer: string): Target => ({
  table: 'Service',
  key: { pk: shiftPk(district, shift), sk: `P#${volunteer}` },
});
/** A person's taken times in one month, where overlap is decided. */
export const monthAt = (district: string, volunteer: string, month: string): Target => ({
  table: 'Service',
  key: { pk: `T#${district}#PM#${volunteer}#${month}`, sk: 'PM' },
});
export const publicityAt = (district: string, unit: string, dueAt: number, shift: string): Target => ({
  table: 'Service',
  key: { pk: `T#${district}#PUB#${unit}`, sk: `${iso(dueAt)}#${shift}` },
});

type List = Omit<Query, 'limit' | 'after'>;
export const recordsOf = (district: string, shift: string): List => ({
  table: 'Service',
  pk: shiftPk(district, shift),
  sk: { prefix: 'P#' },
});
export const shiftsOfTeam = (district: string, team: string): List => ({
  table: 'Service',
  index: 'byTeam',
  pk: `T#${district}#T#${team}`,
  descending: true,
});
export const approvalsOf = (district: string, unit: string): List => ({
  table: 'Service',
  index: 'byQueue',
  pk: `T#${district}#Q#${unit}#approve`,
});
export const recordsOfVolunteer = (district: string, volunteer: string): List => ({
  table: 'Service',
  index: 'byVolunteer',
  pk: `T#${district}#V#${volunteer}`,
  descending: true,
});
/** A person's records of services from an instant on. */
export const recordsSince = (district: string, volunteer: string, since: number): List => ({
  ...recordsOfVolunteer(district, volunteer),
  sk: { from: iso(since) },
});
export const publicityOf = (district: string, unit: string, now: number): List => ({
  table: 'Service',
  pk: `T#${district}#PUB#${unit}`,
  sk: { from: iso(now + 1) },
});

/** The attributes of a new shift, with the index that lists it under its team. */
export function shiftRow({ id, district, ...shift }: Shift): Attributes {
  return {
    v: version,
    ...shift,
    shift: id,
    district,
    byTeamPk: `T#${district}#T#${shift.team}`,
    byTeamSk: `${iso(shift.from)}#${id}`,
  };
}
/** A record as it begins: nothing was said about it yet. */
export type NewRecord = Omit<ServiceRecord, 'asked' | 'objection' | 'correction' | 'rating'>;
/** The attributes of a new record, with the index that lists it under its person. */
export function recordRow(record: NewRecord): Attributes {
  const { attended, ...plain } = record;
  const { district, volunteer, from, shift } = plain;
  return {
    v: version,
    ...plain,
    computed: asValue(record.computed ?? []),
    ...(attended && { attended: { ...attended } }),
    byVolunteerPk: `T#${district}#V#${volunteer}`,
    byVolunteerSk: `${iso(from)}#${shift}`,
  };
}

/** The attributes by which a shift waits in its unit's approval queue. */
export const queueKeys = (shift: Shift): Attributes => ({
  byQueuePk: `T#${shift.district}#Q#${shift.unit}#approve`,
  byQueueSk: `${shift.deadline}#${shift.id}`,
});

export const shiftOf = (item: Item) => ({ ...item, id: item.shift }) as unknown as Shift;
export const recordOf = (item: Item) => item as unknown as ServiceRecord;
