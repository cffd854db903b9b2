/** What a leader has before the eyes during a shift: who is expected, there and gone, the codes, the head counts. */
import type { attendance } from '../../shared/contracts/attendance.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { isAway } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { inListOrder, isUnnamed, nameIn, type Person } from '../volunteers/index.ts';
import { showOne } from './change-shift.ts';
import { opensAt } from './come-and-go.ts';
import { goodwillPoints } from './goodwill.ts';
import { lookAfter } from './publish.ts';
import { readLedShift, readOwnShift, readParts, readPersons, readShiftAndPart, settingsFor } from './read.ts';
import { type ActivityShift, headAt } from './rows.ts';
import { positionOf, showPart, showShift } from './show.ts';
import { stepAt, stepMs, stepsAhead, venueCode, venueDigits } from './venue-code.ts';

type Session = (typeof attendance)['GET /api/activity-shifts/{shift}'];
type Codes = (typeof attendance)['GET /api/activity-shifts/{shift}/codes'];
type Heads = (typeof attendance)['PUT /api/activity-shifts/{shift}/head-counts'];
type Helper = (typeof attendance)['PUT /api/activity-shifts/{shift}/helper'];

export async function showSession({ who, params, now }: Ask<Session>, tools: Tools): Promise<Answer<Session>> {
  const shift = await readLedShift(tools, who, params.shift, now);
  const mayLead = who.post.role === 'leader';
  const all = await readParts(tools, who.district, shift.id);
  const parts = all.filter(({ state }) => !isAway(state));
  const settings = await settingsFor(tools, shift);
  const people = await readPersons(
    tools,
    who.district,
    parts.map(({ volunteer }) => volunteer),
  );
  const expected = parts
    .map((part, at) => ({ part, person: people[at] }))
    .sort((one, other) => inListOrder(one.person, other.person));
  const counts: Record<string, number> = {};
  for (const { state } of all) counts[state] = (counts[state] ?? 0) + 1;
  const { dueAt } = workingDaysAfter(shift.to, settings.excuse_working_days, await readCalendar(tools, who.district));
  return {
    ...showShift({ ...shift, counts }),
    people: expected.map(({ part, person }) => ({
      ...showPart(part, settings, positionOf(part, all)),
      person: nameIn(person, shanghaiDay(now), settings),
      number: mayLead ? numberIn(person, shanghaiDay(now), settings) : '',
    })),
    headCounts: { start: shift.headStart, end: shift.headEnd },
    helper: shift.helper || undefined,
    mayLead,
    opensAt: iso(opensAt(shift, settings)),
    leavesUntil: iso(lookAfter(shift, settings)),
    excuseUntil: iso(dueAt),
    goodwillPoints: goodwillPoints(shift, { settings, now }),
  };
}

const numberIn = (person: Person | undefined, today: string, settings: Settings): string =>
  person && !isUnnamed(person, today, settings) ? person.number : '';

export async function showCodes({ who, params, query, now }: Ask<Codes>, tools: Tools): Promise<Answer<Codes>> {
  const shift = await readLedShift(tools, who, params.shift, now);
  if (shift.state === 'cancelled') throw new Problem('shift_cancelled');
  const settings = await settingsFor(tools, shift);
  if (now < opensAt(shift, settings) || now > lookAfter(shift, settings)) throw new Problem('attendance_closed');
  const first = stepAt(now);
  const items = Array.from({ length: stepsAhead }, (_, ahead) => {
    const of = { district: who.district, shift: shift.id, phase: query.phase, step: first + ahead };
    return { from: iso(of.step * stepMs), code: venueCode(tools, of), digits: venueDigits(tools, of) };
  });
  return { now: iso(now), items };
}

export async function countHeads({ who, params, body, now }: Ask<Heads>, tools: Tools): Promise<Answer<Heads>> {
  const shift = await readOwnShift(tools, who, params.shift);
  const { start, end } = body;
  await note(
    tools,
    shift,
    { ...(start !== undefined && { headStart: start }), ...(end !== undefined && { headEnd: end }) },
    now,
  );
  return showOne(tools, who.district, shift.id);
}

/** Only somebody who takes part, and only for this shift: the right ends with it. */
export async function lendRight({ who, params, body, now }: Ask<Helper>, tools: Tools): Promise<Answer<Helper>> {
  const shift = await readOwnShift(tools, who, params.shift);
  if (body.volunteer !== undefined) {
    const { part } = await readShiftAndPart(tools, who.district, shift.id, body.volunteer);
    if (!part || isAway(part.state)) throw new Problem('not_signed_up');
  }
  await note(tools, shift, { helper: body.volunteer ?? '', helperAt: now }, now);
  return showOne(tools, who.district, shift.id);
}

/** The last word counts. */
async function note(tools: Tools, { district, id }: ActivityShift, set: Attributes, now: number): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await tools.store.transact(`note#${id}#${now}#${Object.keys(set).join()}`, [
    { ...headAt(district, id), update: { set }, when: [['pk', 'present']], or: 'lost_race' },
  ]);
}
