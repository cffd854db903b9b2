/**
 * A leader publishes an activity: one shift, some, or a term of a duty. The activity comes first with the client's key,
 * its shifts in steps after it under ids that follow from it, so that a publication that was cut off is made whole by
 * sending it again.
 */
import type { activities } from '../../shared/contracts/activities.ts';
import type { Answer, Parsed } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs, minuteMs } from '../../shared/rules/durations.ts';
import { type Duty, dutyTimes } from '../../shared/rules/duty.ts';
import { riskLevelInsured } from '../../shared/rules/joining.ts';
import type { Interval } from '../../shared/rules/minutes.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import { derivedId } from '../platform/derived-id.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import {
  type Activity,
  type ActivityShift,
  activityAt,
  activityOf,
  activityWrite,
  headAt,
  type Said,
  shiftWrite,
} from './rows.ts';
import { showActivity } from './show.ts';

type Publish = (typeof activities)['POST /api/activities'];
type Copy = (typeof activities)['POST /api/activities/{activity}/copies'];
type When = Pick<Parsed<Publish['body']>, 'shifts' | 'duty'>;

/** A school year of a duty twice a day fits; more is a mistake in the dates. */
const shiftsMax = 500;
const daysMax = 400;
const shiftsAtOnce = 90;

export const publishActivity: GuardedStory<Publish> = {
  async plan({ who, body, now }, tools) {
    const { shifts, duty, riskLevel = 0, ...rest } = body;
    if (riskLevel >= riskLevelInsured && !rest.insurance) throw new Problem('insurance_missing');
    return planned(tools, who, { ...rest, riskLevel }, { shifts, duty }, now);
  },
  show: ({ who, body, now }, tools, result) => showPublished(tools, who.district, result, body, now),
};

export const copyActivity: GuardedStory<Copy> = {
  async plan({ who, params, body, now }, tools) {
    const [item] = await tools.store.get([activityAt(who.district, params.activity)]);
    const known = item && activityOf(item);
    if (!known || known.team !== who.post.scope) throw new Problem('not_found');
    return planned(tools, who, saidOf(known), body, now);
  },
  show: ({ who, body, now }, tools, result) => showPublished(tools, who.district, result, body, now),
};

const saidOf = (known: Activity): Said => {
  const { id: _, district, team, unit, duty, first, last, shifts, ...said } = known;
  return pickSaid(said);
};
const pickSaid = (said: Said): Said => ({
  name: said.name,
  place: said.place,
  content: said.content,
  category: said.category,
  risk: said.risk,
  contact: said.contact,
  riskLevel: said.riskLevel,
  ...(said.insurance !== undefined && { insurance: said.insurance }),
  ...(said.preparationMinutes && { preparationMinutes: said.preparationMinutes }),
  roles: said.roles,
  conditions: said.conditions,
  accompanied: said.accompanied,
  audience: said.audience,
});

async function planned(tools: Tools, who: Who, said: Said, when: When, now: number) {
  const team = await readTeam(tools, who.district, who.post.scope);
  if (!team) throw new Error('A leader’s team is gone');
  const times = timesOf(when, await readCalendar(tools, who.district));
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) throw new Problem('no_shifts');
  if (times.length > shiftsMax) throw new Problem('shifts_too_many');
  if (first.from <= now) throw new Problem('shift_started');
  if (said.preparationMinutes) {
    const settings = await readSettings(tools, who.district, shanghaiDay(first.from), team.unit);
    if (said.preparationMinutes > settings.preparation_minutes_max) throw new Problem('preparation_too_long');
  }
  const activity: Activity = {
    id: tools.newId(now),
    district: who.district,
    team: team.id,
    unit: team.unit,
    ...pickSaid(said),
    ...(when.duty && { duty: when.duty }),
    first: shanghaiDay(first.from),
    last: shanghaiDay(last.from),
    shifts: times.length,
  };
  return { result: activity.id, writes: [activityWrite(activity)] };
}

function timesOf({ shifts = [], duty }: When, calendar: Awaited<ReturnType<typeof readCalendar>>): Interval[] {
  if (duty) {
    if (Date.parse(duty.last) - Date.parse(duty.first) > daysMax * dayMs) throw new Problem('shifts_too_many');
    return dutyTimes(duty as Duty, calendar);
  }
  const times = shifts.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  return times.sort((one, other) => one.from - other.from);
}

/** The shifts are made here, on the first call and on every repeat: those that exist stay as they are. */
async function showPublished(
  tools: Tools,
  district: string,
  id: string,
  when: When,
  now: number,
): Promise<Answer<Publish>> {
  const [item] = await tools.store.get([activityAt(district, id)]);
  if (!item) throw new Error('A published activity is gone');
  const activity = activityOf(item);
  const settings = await readSettings(tools, district, activity.first, activity.unit);
  const times = timesOf(when, await readCalendar(tools, district));
  const shifts = times.map((time) => newShift(activity, time, when.duty !== undefined));
  for (let start = 0; start < shifts.length; start += shiftsAtOnce) {
    await makeShifts(tools, shifts.slice(start, start + shiftsAtOnce), settings, now);
  }
  return {
    activity: showActivity(activity),
    shifts: shifts.map(({ id: shift, from }) => ({ id: shift, from: new Date(from).toISOString() })),
  };
}

function newShift(activity: Activity, { from, to }: Interval, isDuty: boolean): ActivityShift {
  const { id, district, team, unit, roles } = activity;
  return {
    id: derivedId(from, id, String(from), String(to)),
    activity: id,
    district,
    team,
    unit,
    ...pickSaid(activity),
    ver: 1,
    from,
    to,
    isDuty,
    state: 'open',
    free: roles.map(({ places }) => places),
    counts: {},
  };
}

async function makeShifts(tools: Tools, shifts: readonly ActivityShift[], settings: Settings, now: number) {
  const known = await tools.store.get(shifts.map(({ district, id }) => headAt(district, id)));
  const writes: Write[] = shifts
    .filter((_, at) => !known[at])
    .map((shift) => shiftWrite(shift, lookAfter(shift, settings)));
  if (writes.length === 0) return;
  const outcome = await tools.store.transact(`shifts#${shifts[0]?.id}#${now}`, writes);
  // Whoever was quicker has made the same.
  if (!outcome.done) await makeShifts(tools, shifts, settings, now);
}

/** When nobody can check in or out any more, and it is clear who has not come. */
export const lookAfter = ({ to }: Interval, { overrun_minutes_max }: Pick<Settings, 'overrun_minutes_max'>) =>
  to + overrun_minutes_max * minuteMs;
