import type { activities } from '../../shared/contracts/activities.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { signUps } from '../../shared/contracts/sign-ups.ts';
import { freeUntil } from '../../shared/rules/joining.ts';
import { gradeOf } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { iso } from '../platform/instant.ts';
import type { Participation } from './part-rows.ts';
import { type Activity, type ActivityShift, type Cancelled, isBrokenOff, type Said } from './rows.ts';

export type ShownShift = Answer<(typeof activities)['PUT /api/activity-shifts/{shift}']>;
export type ShownPart = Answer<(typeof signUps)['POST /api/open-shifts/{shift}/acceptance']>;
type ShownActivity = Answer<(typeof activities)['POST /api/activities']>['activity'];

const instant = (at: number | undefined) => (at === undefined ? undefined : iso(at));

const described = ({ name, place, content, risk, contact, riskLevel, insurance, ...said }: Said) => ({
  name,
  place,
  content,
  category: said.category,
  risk,
  contact,
  riskLevel,
  insurance,
  preparationMinutes: said.preparationMinutes,
  conditions: {
    ...said.conditions,
    grades: said.conditions.grades && [...said.conditions.grades],
    qualifications: said.conditions.qualifications && [...said.conditions.qualifications],
  },
  accompanied: said.accompanied,
  audience: said.audience,
});

export const showActivity = (activity: Activity): ShownActivity => {
  const { id, team, unit, roles, duty, first, last, shifts } = activity;
  return {
    id,
    team,
    unit,
    ...described(activity),
    roles: roles.map(({ name, places }) => ({ name, places })),
    duty: duty && { ...duty, weekdays: [...duty.weekdays], spans: duty.spans.map((span) => ({ ...span })) },
    first,
    last,
    shifts,
  };
};

export function showShift(shift: ActivityShift): ShownShift {
  const { id, activity, team, unit, roles, free, from, to, isDuty, state, cancelled, counts } = shift;
  return {
    id,
    activity,
    team,
    unit,
    ...described(shift),
    roles: roles.map(({ name, places }, role) => ({ name, places, free: free[role] ?? 0 })),
    from: iso(from),
    to: iso(to),
    isDuty,
    state,
    cancelled: cancelled && showCancelled(cancelled, isBrokenOff(shift)),
    counts: { ...counts },
  };
}

const showCancelled = ({ reason, note, goodwill }: Cancelled, brokenOff: boolean) => ({
  reason,
  note,
  brokenOff,
  goodwill: goodwill && { points: goodwill.points, people: goodwill.to.length, given: goodwill.isGiven },
});

/** @param position in the waiting list, for somebody who waits */
export function showPart(part: Participation, settings: Settings, position?: number): ShownPart {
  const { inBy, outBy, late } = part;
  return {
    shift: part.shift,
    volunteer: part.volunteer,
    state: part.state,
    role: part.role,
    name: part.name,
    place: part.place,
    from: iso(part.from),
    to: iso(part.to),
    isDuty: part.isDuty,
    position,
    offerUntil: instant(part.offerUntil),
    freeUntil: iso(freeUntil(part, settings)),
    in: instant(part.inAt),
    out: instant(part.outAt),
    inBy,
    outBy,
    late,
    walkIn: part.walkIn,
    grade: inBy && outBy && gradeOf(inBy, outBy, late ?? false),
  };
}

/** Whose turn comes after how many: who asked first comes first, in each role. */
export function positionOf(part: Participation, parts: readonly Participation[]): number | undefined {
  if (part.state !== 'waiting') return undefined;
  const { role, queue = '' } = part;
  return 1 + parts.filter((one) => one.state === 'waiting' && one.role === role && (one.queue ?? '') < queue).length;
}
