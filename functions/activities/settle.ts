/**
 * After a shift: the leader decides when those left who did not check out, excuses absences, and turns what was noted
 * into service records, which then go their way: confirmed, approved, made public, final. What nobody decided counts
 * nothing.
 */
import type { attendance } from '../../shared/contracts/attendance.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { workingDaysAfter } from '../../shared/rules/calendar.ts';
import { gradeOf, mayStep } from '../../shared/rules/participation.ts';
import { readCalendar } from '../district/index.ts';
import { type Attendance, planAttendance } from '../hours/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import { Busy, type Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { absencesOfPart } from './come-and-go.ts';
import { absenceWrite, type Participation, stepWrite } from './part-rows.ts';
import { forEachPerson, type Row } from './people-at-once.ts';
import { readOwnShift, readParts, settingsFor } from './read.ts';
import { type ActivityShift, isCalledOff } from './rows.ts';

type Departures = (typeof attendance)['POST /api/activity-shifts/{shift}/departures'];
type Excuses = (typeof attendance)['POST /api/activity-shifts/{shift}/excuses'];
type Records = (typeof attendance)['POST /api/activity-shifts/{shift}/records'];

export async function decideDepartures(
  { who, params, body, now }: Ask<Departures>,
  tools: Tools,
): Promise<Answer<Departures>> {
  const own = await readOwnShift(tools, who, params.shift);
  const settings = await settingsFor(tools, own);
  const calendar = await readCalendar(tools, who.district);
  const until = workingDaysAfter(own.to, settings.record_days_late, calendar).dueAt;
  const at = Date.parse(body.at);
  const items = await forEachPerson(tools, own, body.volunteers, `depart#${at}`, async (shift, part) => {
    if (part?.state === 'out' || part?.state === 'recorded') return { state: part.state, writes: [] };
    if (!part || !mayStep('decide_departure', part.state)) throw new Problem('not_checked_in');
    if (now < shift.to || now >= until) throw new Problem('attendance_closed');
    // Nobody saw it: not after the planned end, and not before the person came.
    if (at > shift.to || at <= (part.inAt ?? 0)) throw new Problem('time_beyond_attendance');
    const left = { state: 'out' as const, at: now, outAt: at, outBy: 'decided' as const };
    return { state: 'out', writes: [stepWrite(part, left)] };
  });
  return { items };
}

export async function excuseAbsences({ who, params, body, now }: Ask<Excuses>, tools: Tools): Promise<Answer<Excuses>> {
  const own = await readOwnShift(tools, who, params.shift);
  const settings = await settingsFor(tools, own);
  const calendar = await readCalendar(tools, who.district);
  const { dueAt } = workingDaysAfter(own.to, settings.excuse_working_days, calendar);
  const items = await forEachPerson(tools, own, body.volunteers, 'excuse', async (_, part) => {
    if (part?.state === 'excused') return { state: 'excused', writes: [] };
    if (!part || !mayStep('excuse', part.state)) throw new Problem('sign_up_not_open');
    if (now >= dueAt) throw new Problem('excuse_too_late');
    const excused = stepWrite(part, { state: 'excused', at: now, excuse: body.reason });
    return { state: 'excused', writes: [excused, absenceWrite(absencesOfPart(part), -1, now)] };
  });
  return { items };
}

/** Two writes a person and the shift's own, within one transaction's hundred. */
const peopleAtOnce = 45;
const attemptsMax = 12;

export async function makeRecords({ who, params, now }: Ask<Records>, tools: Tools): Promise<Answer<Records>> {
  const shift = await readOwnShift(tools, who, params.shift);
  if (isCalledOff(shift)) throw new Problem('shift_cancelled');
  const done: Row[] = [];
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const parts = (await readParts(tools, who.district, shift.id)).filter(({ state }) => mayStep('record', state));
    const left = parts.map(attendanceOf);
    const planned = await planAttendance(tools, serviceOf(shift), left, { by: who.person, now });
    const refused = planned.leftOut.map((row): Row => ({ ...row, state: 'out' }));
    const next = parts.filter(({ volunteer }) => planned.records.has(volunteer)).slice(0, peopleAtOnce);
    if (next.length === 0) return { items: [...done, ...refused] };
    const writes = next.flatMap((part) => recordWrites(part, planned.records.get(part.volunteer), now));
    const head = planned.head ? [planned.head] : [];
    const outcome = await tools.store.transact(`records#${shift.id}#${next[0]?.volunteer}#${attempt}`, [
      ...head,
      ...writes,
    ]);
    if (!outcome.done) continue;
    done.push(...next.map(({ volunteer }): Row => ({ id: volunteer, outcome: 'done', state: 'recorded' })));
  }
  throw new Busy('A shift changed under every attempt to record it');
}

const recordWrites = (part: Participation, write: Write | undefined, now: number): Write[] =>
  write ? [write, stepWrite(part, { state: 'recorded', at: now })] : [];

function attendanceOf({
  volunteer,
  inAt = 0,
  inBy = 'tick',
  outAt = 0,
  outBy = 'tick',
  late,
}: Participation): Attendance {
  const grade = gradeOf(inBy, outBy, late ?? false);
  return { volunteer, grade, from: inAt, to: outAt, came: inBy, left: outBy };
}

function serviceOf(shift: ActivityShift) {
  const { id, district, team, unit, name, place, content, category, risk, contact, riskLevel, insurance } = shift;
  const { preparationMinutes } = shift;
  const asked = { ...(insurance && { insurance }), ...(preparationMinutes && { preparationMinutes }) };
  const said = { name, place, content, category, risk, contact, riskLevel, ...asked };
  return { id, district, team, unit, ...said, accompanied: shift.accompanied, from: shift.from, to: shift.to };
}
