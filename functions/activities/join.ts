/** Whether somebody may join a shift, and the writes with which they do: a place, the waiting list, or a question. */
import type { ProblemCode } from '../../shared/problems.ts';
import { ageOn, isMinor, needsConsent } from '../../shared/rules/ages.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { unfitFor } from '../../shared/rules/joining.ts';
import { mayStep } from '../../shared/rules/participation.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { gradeOf, isCovered, unchangedPerson } from '../volunteers/index.ts';
import { beginWrite, newPart, type Participation } from './part-rows.ts';
import { type Candidate, type Moment, readParts } from './read.ts';
import { type ActivityShift, seatWrite } from './rows.ts';
import { takeSlot } from './slots.ts';

/** Whether somebody belongs to those a shift is for, however old or skilled. */
export const isMeantFor = (
  { person, isMember }: Pick<Candidate, 'person' | 'isMember'>,
  shift: ActivityShift,
  units: Pick<UnitTree, 'covers'>,
): boolean => person.active && (shift.audience === 'team' ? isMember : units.covers(shift.unit, person.school));

/** What keeps somebody from a shift; what somebody is kept from is never shown. */
export function barrierTo(
  { person, qualifications, isMember }: Omit<Candidate, 'absences'>,
  shift: ActivityShift,
  units: Pick<UnitTree, 'covers'>,
  settings: Moment['settings'],
): ProblemCode | undefined {
  const day = shanghaiDay(shift.from);
  if (!isMeantFor({ person, isMember }, shift, units)) return 'person_not_eligible';
  if (!isCovered(person, day, settings)) return 'consent_missing';
  const grade = gradeOf(person, schoolYear(day));
  return unfitFor({ birthDate: person.birthDate, grade, qualifications }, shift, day, settings);
}

const isGrown = ({ person }: Candidate, shift: ActivityShift) =>
  !isMinor(ageOn(person.birthDate, shanghaiDay(shift.from)));

/** Too often absent: grown people pause, pupils need the leader's word and are never shut out. */
function standingOf(candidate: Candidate, shift: ActivityShift, { now, settings }: Moment) {
  const { count, lastAt } = candidate.absences;
  if (isGrown(candidate, shift)) {
    const until = lastAt + settings.absence_pause_days * dayMs;
    return count >= settings.absences_before_pause && now < until ? 'paused' : 'free';
  }
  return count >= settings.absences_before_approval ? 'ask' : 'free';
}

interface Joining {
  readonly shift: ActivityShift;
  readonly candidate: Candidate;
  readonly before: Participation | undefined;
  readonly role: number;
  readonly by: 'self' | 'guardian' | 'leader';
  readonly units: UnitTree;
}

/**
 * Holds only while the person neither moves nor leaves nor is merged: what is freed by that is freed once.
 * @throws what stands against joining; sign_up_not_open when the person is in it already
 */
export async function joinWrites(tools: Tools, joining: Joining, moment: Moment) {
  const { shift, candidate, before, role, by, units } = joining;
  const { now, settings } = moment;
  if (shift.state === 'cancelled') throw new Problem('shift_cancelled');
  if (now >= shift.from) throw new Problem('sign_up_closed');
  const barrier = barrierTo(candidate, shift, units, settings);
  if (barrier) throw new Problem(barrier);
  const age = ageOn(candidate.person.birthDate, shanghaiDay(shift.from));
  const mustBring = shift.accompanied && needsConsent(age, settings);
  if (mustBring && by !== 'guardian') throw new Problem('guardian_must_come');
  if (!shift.roles[role]) throw new Problem('not_found');
  if (!mayStep('sign_up', before?.state ?? 'none')) throw new Problem('sign_up_not_open');
  const standing = by === 'leader' ? 'free' : standingOf(candidate, shift, moment);
  if (standing === 'paused') throw new Problem('sign_up_paused');
  // A child that comes for the stamp uses up no place.
  const seat = age >= settings.hours_age_min;
  const part = { ...newPart(shift, candidate.person.id, now), role, seat, rev: (before?.rev ?? 0) + 1 };
  const joined =
    standing === 'ask' ? begin({ ...part, state: 'asked' }, before) : await placeWrites(tools, shift, part, before);
  return { ...joined, writes: [...joined.writes, unchangedPerson(shift.district, candidate.person)] };
}

type Placed = Omit<Participation, 'state'>;

/** A place if one is free and nobody waits for it, else the end of the waiting list. */
export async function placeWrites(tools: Tools, shift: ActivityShift, part: Placed, before: Participation | undefined) {
  const { role, volunteer, at } = part;
  if (part.seat && !(await hasPlace(tools, shift, role))) {
    return begin({ ...part, state: 'waiting', queue: `${new Date(at).toISOString()}#${volunteer}` }, before);
  }
  const slot = await takeSlot(tools, part);
  return begin({ ...part, state: 'signed' }, before, [...(part.seat ? [seatWrite(shift, role, -1)] : []), ...slot]);
}

async function hasPlace(tools: Tools, shift: ActivityShift, role: number): Promise<boolean> {
  if ((shift.free[role] ?? 0) <= 0) return false;
  if (!shift.counts.waiting) return true;
  const parts = await readParts(tools, shift.district, shift.id);
  return !parts.some((one) => one.state === 'waiting' && one.role === role);
}

const begin = (part: Participation, before: Participation | undefined, writes: readonly Write[] = []) => ({
  part,
  writes: [beginWrite(part, before), ...writes],
});
