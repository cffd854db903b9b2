/** The shifts somebody may join, and one's own sign-ups. What does not fit a person is not shown. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { signUps } from '../../shared/contracts/sign-ups.ts';
import { addDays, type Day, schoolYear, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { readSettingsOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { teamsOfPerson } from '../teams/index.ts';
import { personAt, personOf } from '../volunteers/index.ts';
import { barrierTo } from './join.ts';
import {
  absencesAt,
  absencesOf,
  type Participation,
  partAt,
  partOf,
  partsOfVolunteer,
  qualificationsAt,
} from './part-rows.ts';
import { qualificationsWith } from './qualifications.ts';
import { isLentTo, readCandidate, readParts, readShiftAndPart, settingsFor } from './read.ts';
import { type ActivityShift, shiftOf, shiftsFor } from './rows.ts';
import { positionOf, showPart, showShift } from './show.ts';

type List = (typeof signUps)['GET /api/open-shifts'];
type One = (typeof signUps)['GET /api/open-shifts/{shift}'];
type Mine = (typeof signUps)['GET /api/me/sign-ups'];

const windowDays = 7;
const horizonDays = 56;
/** Of one audience in one reading. */
const shiftsMax = 200;

export async function listOpenShifts({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { district, units } = who;
  const volunteer = subjectOf(who);
  const today = shanghaiDay(now);
  const first = query.from !== undefined && query.from > today ? query.from : today;
  const [item, skills] = await tools.store.get([personAt(district, volunteer), qualificationsAt(district, volunteer)]);
  const person = personOf(tools, district, volunteer, item);
  if (!person) return { items: [] };
  const teams = new Set((await teamsOfPerson(tools, district, volunteer)).map(({ id }) => id));
  const audiences = [...teams, ...units.above(person.school)];
  const { found, later } = await readDays(tools, district, audiences, { first, now });
  const candidate = { person, qualifications: await qualificationsWith(tools, district, person, skills) };
  const settingsOf = await settingsOfEach(tools, district, found);
  const fitting = found.filter((shift) => {
    const fits = { ...candidate, isMember: teams.has(shift.team) };
    return !barrierTo(fits, shift, units, settingsOf(shift));
  });
  fitting.sort((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1));
  const mine = await getAll(
    tools.store,
    fitting.map(({ id }) => partAt(district, id, volunteer)),
  );
  const shown = fitting.map((shift, at) => {
    const part = mine[at];
    return { ...showShift(shift), mine: part && showPart(partOf(part), settingsOf(shift)) };
  });
  return {
    items: shown.filter((shift) => shift.state === 'open' || shift.mine !== undefined),
    later: later > addDays(today, horizonDays) ? undefined : later,
  };
}

/** By the rules of the day and of the unit whose team it is. */
async function settingsOfEach(tools: Tools, district: string, all: readonly Placed[]) {
  const units = all.map(({ unit = district }) => unit);
  const settingsOf = await readSettingsOf(tools, district, units);
  return ({ unit = district, from }: Placed) => settingsOf(unit, shanghaiDay(from));
}
interface Placed {
  readonly unit?: string;
  readonly from: number;
}

/** Every shift of a week; where an audience has too many, of fewer days, and always of one. */
async function readDays(
  tools: Tools,
  district: string,
  audiences: readonly string[],
  { first, now }: { readonly first: Day; readonly now: number },
): Promise<{ readonly found: readonly ActivityShift[]; readonly later: Day }> {
  const shiftsUntil = (audience: string, day: Day) =>
    shiftsFor(district, audience, { from: Math.max(now, startOfDay(first)), to: startOfDay(day) });
  const week = addDays(first, windowDays);
  const pages = await Promise.all(
    audiences.map((audience) => tools.store.query({ ...shiftsUntil(audience, week), limit: shiftsMax })),
  );
  const [cut] = pages
    .flatMap(({ items, next }) => (next ? items.slice(-1) : []))
    .map((item) => shanghaiDay(shiftOf(item).from))
    .sort();
  if (cut === undefined) return { found: pages.flatMap(({ items }) => items.map(shiftOf)), later: week };
  const later = cut > first ? cut : addDays(first, 1);
  const whole = await Promise.all(audiences.map((audience) => readAll(tools.store, shiftsUntil(audience, later))));
  return { found: whole.flat().map(shiftOf), later };
}

/** One that is not for somebody is not there, unless the person takes part in it. */
export async function showOpenShift({ who, params, now }: Ask<One>, tools: Tools): Promise<Answer<One>> {
  const volunteer = subjectOf(who);
  const { shift, part } = await readShiftAndPart(tools, who.district, params.shift, volunteer);
  if (!shift) throw new Problem('not_found');
  const settings = await settingsFor(tools, shift);
  if (part) {
    const mayCheckIn = isLentTo(who.person, { shift, part }, { now, settings });
    return { ...showShift(shift), mine: showPart(part, settings, await place(tools, part)), mayCheckIn };
  }
  const candidate = await readCandidate(tools, shift, volunteer);
  if (!candidate || barrierTo(candidate, shift, who.units, settings)) throw new Problem('not_found');
  return { ...showShift(shift), mayCheckIn: false };
}

const place = async (tools: Tools, part: Participation) =>
  part.state === 'waiting' ? positionOf(part, await readParts(tools, part.district, part.shift)) : undefined;

export async function listMySignUps({ who, query, now }: Ask<Mine>, tools: Tools): Promise<Answer<Mine>> {
  const volunteer = subjectOf(who);
  const { items, next } = await pageOf(tools, partsOfVolunteer(who.district, volunteer), query);
  const year = schoolYear(shanghaiDay(now));
  const [absences] = await tools.store.get([absencesAt(who.district, volunteer, year)]);
  const parts = items.map(partOf);
  const settingsOf = await settingsOfEach(tools, who.district, parts);
  const places = await Promise.all(parts.map((part) => place(tools, part)));
  const shown = parts.map((part, at) => showPart(part, settingsOf(part), places[at]));
  return { items: shown, next, absences: absencesOf(absences).count };
}
