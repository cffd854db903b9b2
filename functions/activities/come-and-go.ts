/**
 * Coming and going as writes: each happens once, and a repeat finds what is there. Who may come is decided before;
 * when, by the shift and the district's rules.
 */
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import { isAway, type Means, mayStep, type StepName } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { isCovered, readPeople, unchangedPerson } from '../volunteers/index.ts';
import { barrierTo } from './join.ts';
import { absencesAt, absenceWrite, beginWrite, newPart, type Participation, stepWrite } from './part-rows.ts';
import { lookAfter } from './publish.ts';
import type { Candidate } from './read.ts';
import { type ActivityShift, isCalledOff } from './rows.ts';
import { takeSlot } from './slots.ts';

/** How and when somebody came or went, and who says so. */
export interface Noted {
  readonly at: number;
  readonly means: Means;
  readonly by: string;
  /** It was noted without network and came later. */
  readonly late: boolean;
  readonly now: number;
}
export interface Moved {
  readonly state: Participation['state'];
  readonly writes: readonly Write[];
}

export const opensAt = ({ from }: ActivityShift, settings: Settings) =>
  from - settings.check_in_early_minutes * minuteMs;

/** @throws shift_cancelled, attendance_closed */
function mustBeOpen(shift: ActivityShift, phase: 'in' | 'out', at: number, settings: Settings): void {
  const isOff = shift.state === 'cancelled';
  if (isCalledOff(shift) || (isOff && at > shift.to)) throw new Problem('shift_cancelled');
  const until = phase === 'in' || isOff ? shift.to : lookAfter(shift, settings);
  if (at < opensAt(shift, settings) || at > until) throw new Problem('attendance_closed');
}

const isThere = ({ state }: Participation) => state === 'in' || state === 'out' || state === 'recorded';

/** @throws not_signed_up, sign_up_not_open, shift_cancelled, attendance_closed */
export function comeWrites(
  shift: ActivityShift,
  part: Participation | undefined,
  { at, means, by, late, now }: Noted,
  { step, settings }: { step: Extract<StepName, 'scan' | 'check_in'>; settings: Settings },
): Moved {
  if (!part || isAway(part.state)) throw new Problem('not_signed_up');
  if (isThere(part)) return { state: part.state, writes: [] };
  mustBeOpen(shift, 'in', at, settings);
  const isExpected = part.state === 'signed' || part.state === 'absent';
  if (!isExpected || !mayStep(step, part.state)) throw new Problem('sign_up_not_open');
  const came = { state: 'in' as const, at: now, inAt: at, inBy: means, notedBy: by, ...(late && { late }) };
  return { state: 'in', writes: [stepWrite(part, came), ...absenceTakenBack(part, now)] };
}

/**
 * Somebody comes only with a consent that covers the day, and while nobody takes it back; what is noted already stays.
 * @throws consent_missing
 */
export async function whileCovered(
  tools: Tools,
  shift: ActivityShift,
  volunteer: string,
  { settings, moved }: { settings: Settings; moved: Moved },
): Promise<Moved> {
  if (moved.writes.length === 0) return moved;
  const [person] = await readPeople(tools, shift.district, [volunteer]);
  const isHeard = person && isCovered(person, shanghaiDay(shift.from), settings);
  if (!isHeard) throw new Problem('consent_missing');
  return { ...moved, writes: [...moved.writes, unchangedPerson(shift.district, person)] };
}

/** Whoever comes after all was not absent. */
export const absenceTakenBack = (part: Participation, now: number): Write[] =>
  part.state === 'absent' ? [absenceWrite(absencesOfPart(part), -1, now)] : [];
export const absencesOfPart = ({ district, volunteer, from }: Participation) =>
  absencesAt(district, volunteer, schoolYear(shanghaiDay(from)));

/** @throws not_signed_up, not_checked_in, shift_cancelled, attendance_closed */
export function goWrites(
  shift: ActivityShift,
  part: Participation | undefined,
  { at, means, late, now }: Noted,
  settings: Settings,
): Moved {
  if (!part || isAway(part.state)) throw new Problem('not_signed_up');
  if (part.state === 'out' || part.state === 'recorded') return { state: part.state, writes: [] };
  if (part.state !== 'in' || at < (part.inAt ?? 0)) throw new Problem('not_checked_in');
  mustBeOpen(shift, 'out', at, settings);
  const left = { state: 'out' as const, at: now, outAt: at, outBy: means, ...(late && { late }) };
  return { state: 'out', writes: [stepWrite(part, left)] };
}

/** Somebody who did not sign up and came. */
export interface WalkIn {
  readonly shift: ActivityShift;
  readonly part: Participation | undefined;
  readonly candidate: Candidate;
}
interface Door {
  readonly settings: Settings;
  covers(unit: string, other: string): boolean;
}

export async function walkInWrites(
  tools: Tools,
  walkIn: WalkIn,
  { at, means, by, late, now }: Noted,
  door: Door,
): Promise<Moved> {
  const { shift, part } = walkIn;
  if (part && isThere(part)) return { state: part.state, writes: [] };
  mustBeOpen(shift, 'in', at, door.settings);
  if (part && !mayStep('check_in', part.state)) throw new Problem('sign_up_not_open');
  mustBeWelcome(walkIn, door);
  return addWrites(tools, walkIn, { state: 'in', inAt: at, inBy: means, notedBy: by, ...(late && { late }) }, now);
}

type Came = Pick<Participation, 'state' | 'inAt' | 'inBy' | 'outAt' | 'outBy' | 'notedBy' | 'late'>;
/** Takes part without taking a place. @throws sign_up_overlap */
export async function addWrites(
  tools: Tools,
  { shift, part, candidate }: WalkIn,
  came: Came,
  now: number,
): Promise<Moved> {
  const begun = { ...newPart(shift, candidate.person.id, now), role: part?.role ?? 0, walkIn: true, ...came };
  const seat = part?.state === 'offered' && part.seat;
  const write = beginWrite({ ...begun, seat, rev: (part?.rev ?? 0) + 1 }, part);
  return { state: came.state, writes: [write, ...(await takeSlot(tools, begun))] };
}

/** Also from outside the team, if the school is the unit's own. @throws what stands against it */
export function mustBeWelcome({ shift, candidate }: Omit<WalkIn, 'part'>, { settings, covers }: Door): void {
  const isMember = candidate.isMember || covers(shift.unit, candidate.person.school);
  const units = { covers };
  const barrier = barrierTo({ ...candidate, isMember }, shift, units, settings);
  if (barrier) throw new Problem(barrier);
}
