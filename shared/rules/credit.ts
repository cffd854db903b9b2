/**
 * How a session's minutes are counted, step by step: everything that is cut is said, and the steps add up to what
 * counts. Numbers are the district's settings of the day of service (`docs/rules.md`).
 */
import { creditFor, isMinor } from './ages.ts';
import { type CalendarOverrides, isWorkingDay, shanghaiDay, startOfDay } from './calendar.ts';
import type { Group } from './classes.ts';
import { minuteMs } from './durations.ts';
import { creditedMinutes, type DutyBefore, type Interval } from './minutes.ts';
import type { Settings } from './settings.ts';

export const creditSteps = [
  'served',
  'outside_plan',
  'outside_hours',
  'preparation',
  'stamp',
  'too_short',
  'summed',
  'counted_once',
  'session_cap',
  'day_cap',
  'make_up_cap',
  'rounding',
  'corrected',
] as const;
export type CreditStep = (typeof creditSteps)[number];
/** One line of the account: minutes added or, below zero, cut. */
export interface CreditLine {
  readonly step: CreditStep;
  readonly minutes: number;
}
export interface Credit {
  readonly minutes: number;
  readonly lines: readonly CreditLine[];
}

/** Who served, as far as the rules of a day look at it. */
export interface Server {
  /** Whole years on the day of service. */
  readonly age: number;
  readonly stage: Group;
}

export interface Session extends Server {
  /** When the person was there. */
  readonly served: Interval;
  readonly planned: Interval;
  /** Entered late, from memory: nothing after the planned end counts. */
  readonly isMakeUp: boolean;
  /** Fixed by the leader for everybody who takes part; the way there is none. */
  readonly preparationMinutes?: number | undefined;
  readonly settings: Settings;
}

const minutesIn = ({ from, to }: Interval) => Math.max(0, Math.floor((to - from) / minuteMs));
const cut = (one: Interval, other: Interval): Interval => {
  const from = Math.max(one.from, other.from);
  return { from, to: Math.max(from, Math.min(one.to, other.to)) };
};

/** The part of a session that the plan allows: from its planned start to a little after its planned end. */
export function plannedPart({ served, planned, isMakeUp, settings }: Omit<Session, keyof Server>): Interval {
  const overrunMs = isMakeUp ? 0 : settings.overrun_minutes_max * minuteMs;
  return cut(served, { from: planned.from, to: planned.to + overrunMs });
}

/** The hours of the day on which a minor's service counts; a whole day for adults. Of the day on which it starts. */
export function allowedHours(from: number, age: number, settings: Settings): Interval {
  if (!isMinor(age)) return { from, to: Number.MAX_SAFE_INTEGER };
  const midnight = startOfDay(shanghaiDay(from));
  const [start, end] =
    age < settings.early_age
      ? [settings.child_start_minute, settings.child_end_minute]
      : [settings.teen_start_minute, settings.teen_end_minute];
  return { from: midnight + start * minuteMs, to: midnight + end * minuteMs };
}

/** Nobody remembers preparation afterwards: make-up counts none. */
const preparationCounted = ({ isMakeUp, preparationMinutes = 0, settings }: Session) =>
  isMakeUp ? 0 : Math.min(preparationMinutes, settings.preparation_minutes_max);

/** What a session by itself counts: the caps of the day come when its time is taken, because others share that day. */
export function sessionCredit(session: Session): Credit {
  const { served, age, stage, settings } = session;
  const planned = plannedPart(session);
  const allowed = cut(planned, allowedHours(planned.from, age, settings));
  const lines: CreditLine[] = [{ step: 'served', minutes: minutesIn(served) }];
  note(lines, 'outside_plan', minutesIn(planned));
  note(lines, 'outside_hours', minutesIn(allowed));
  const isLongEnough = sum(lines) >= settings.session_minutes_min;
  const preparation = preparationCounted(session);
  if (isLongEnough && preparation > 0) lines.push({ step: 'preparation', minutes: preparation });
  if (creditFor(age, settings) === 'stamp') note(lines, 'stamp', 0);
  if (!isLongEnough) note(lines, 'too_short', 0);
  if (stage === 'primary' && isMinor(age)) note(lines, 'session_cap', settings.session_minutes_max_primary);
  return rounded(lines, settings);
}

/**
 * The most minutes of one day that count for a person; none for adults, whose long days go to a higher approver.
 * @param overrides the district's calendar: a working day outside July and August is a school day
 */
export function dayMinutesMax(
  day: string,
  { minor, stage }: { readonly minor: boolean; readonly stage: Group },
  settings: Settings,
  overrides: CalendarOverrides,
): number {
  if (!minor || stage === 'adult') return Number.POSITIVE_INFINITY;
  const ofStage = settings[`day_minutes_max_${stage}`];
  const isSchoolDay = isWorkingDay(day, overrides) && !['07', '08'].includes(day.slice(5, 7));
  return isSchoolDay ? Math.min(ofStage, settings.day_minutes_max_school_day) : ofStage;
}

/** Minutes of a session that is too short to count by itself; 0 of any other. */
export const shortMinutes = ({ lines }: Credit): number =>
  -lines.reduce((sum, { step, minutes }) => sum + (step === 'too_short' ? minutes : 0), 0);

/**
 * A session beside the others of the same duty and day: together they may be long enough, each too short by itself.
 * What was too short before counts along with it.
 */
export function summedCredit(
  credit: Credit,
  before: DutyBefore,
  settings: Rounding & Pick<Settings, 'session_minutes_min'>,
): Credit {
  const own = shortMinutes(credit);
  const isStillShort = own > 0 && !before.hasCounted && own + before.shortMinutes < settings.session_minutes_min;
  if (isStillShort || (own === 0 && before.shortMinutes === 0)) return credit;
  const lines = credit.lines.filter(({ step }) => step !== 'too_short' && step !== 'rounding');
  if (before.shortMinutes > 0) lines.push({ step: 'summed', minutes: before.shortMinutes });
  return rounded(lines, settings);
}

/** What is left of a session's credit under the caps of its day and, for make-up, of its month. */
export function cappedCredit(
  { lines }: Credit,
  left: { readonly day: number; readonly makeUp: number },
  settings: Rounding,
): Credit {
  const capped = lines.filter(({ step }) => step !== 'day_cap' && step !== 'make_up_cap' && step !== 'rounding');
  note(capped, 'day_cap', Math.max(0, left.day));
  note(capped, 'make_up_cap', Math.max(0, left.makeUp));
  return rounded(capped, settings);
}

export type Rounding = Pick<Settings, 'rounding_minutes'>;
export function rounded(lines: CreditLine[], settings: Rounding): Credit {
  const minutes = creditedMinutes({
    from: 0,
    to: sum(lines) * minuteMs,
    settings: { ...settings, session_minutes_min: 0 },
  });
  note(lines, 'rounding', minutes);
  return { minutes, lines };
}

/** Adds the step that brings the sum down to `most`, if it is above. */
export function note(lines: CreditLine[], step: CreditStep, most: number): void {
  const over = sum(lines) - most;
  if (over > 0) lines.push({ step, minutes: -over });
}

export const sum = (lines: readonly CreditLine[]) => lines.reduce((total, { minutes }) => total + minutes, 0);

/** The account of a record that was made before accounts were kept. */
export const creditOf = ({ computed, minutes }: { computed?: readonly CreditLine[]; minutes: number }): Credit => ({
  minutes,
  lines: computed ?? [{ step: 'served', minutes }],
});

/** Who must approve an adult's day of so many minutes: anyone who may approve, the unit's head, or the district. */
export function approvalRank(dayMinutes: number, settings: Settings): 'any' | 'unit' | 'district' {
  if (dayMinutes > settings.day_minutes_unit_adult) return 'district';
  return dayMinutes > settings.day_minutes_automatic_adult ? 'unit' : 'any';
}
