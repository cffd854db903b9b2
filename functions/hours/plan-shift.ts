/** A shift with its records as writes that go together: for one shift, or for each of a week's. */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Parsed } from '../../shared/contracts/route.ts';
import { type CalendarOverrides, shanghaiDay } from '../../shared/rules/calendar.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import { admit, type Participant, type Refusal, riskLevelHigh } from './admit.ts';
import { judgeTime } from './judge-time.ts';
import { lateWrites } from './late-rows.ts';
import { headAt, recordAt, recordRow, type ServiceRecord, type Shift, shiftRow } from './rows.ts';
import { admitMakeUp } from './team-month.ts';

type Body = Parsed<(typeof hours)['POST /api/shifts']['body']>;
/** What the leader says of it; the times as epoch milliseconds. */
export type Said = Omit<Body, 'from' | 'to' | 'participants'> & { readonly from: number; readonly to: number };

/** A leader who records, and what is the same for all shifts recorded at once. */
export interface Recorder {
  readonly who: Who;
  readonly team: { readonly id: string; readonly unit: string };
  readonly calendar: CalendarOverrides;
  readonly now: number;
}
export interface PlannedShift {
  readonly head: Shift;
  readonly records: number;
  readonly leftOut: Refusal[];
  readonly writes: Write[];
}

export async function recorderOf(tools: Tools, who: Who, now: number): Promise<Recorder> {
  const team = await readTeam(tools, who.district, who.post.scope);
  if (!team) throw new Error('A leader’s team is gone');
  return { who, team, calendar: await readCalendar(tools, who.district), now };
}

/**
 * @throws shift_not_ended, shift_too_old, insurance_missing, preparation_too_long, make_up_reason_missing,
 * make_up_share_reached
 */
export async function planShift(
  tools: Tools,
  { who, team, calendar, now }: Recorder,
  id: string,
  said: Said,
  participants: readonly Participant[],
): Promise<PlannedShift> {
  const planned = plannedShift(who, team, said);
  const settings = await readSettings(tools, who.district, shanghaiDay(planned.from), team.unit);
  const judged = judgeTime(planned, settings, calendar, now);
  const isMakeUp = judged.grade === 'D';
  if (isMakeUp && said.makeUpReason === undefined) throw new Problem('make_up_reason_missing');
  if (planned.riskLevel >= riskLevelHigh && said.insurance === undefined) throw new Problem('insurance_missing');
  const shift: Shift = {
    ...planned,
    id,
    deadline: judged.deadline,
    ...(isMakeUp && { makeUpReason: said.makeUpReason }),
  };
  const recorded = { recordedBy: who.person, recordedAt: now };
  if ((planned.preparationMinutes ?? 0) > settings.preparation_minutes_max) throw new Problem('preparation_too_long');
  const { records, leftOut } = await admit(tools, shift, participants, judged, recorded);
  const { writes, head } = shiftWrites(shift, records);
  if (records.length > 0) {
    writes.push(...lateWrites(shift, participants, leftOut, { grade: judged.grade, ...recorded }));
    if (isMakeUp) writes.push(...(await admitMakeUp(tools, shift, records, settings)));
  }
  return { head, records: records.length, leftOut, writes };
}

type Planned = Omit<Shift, 'id' | 'deadline'> & { readonly riskLevel: number };
/** The shift as the leader describes it. */
function plannedShift({ district }: Who, team: Recorder['team'], described: Said): Planned {
  const { name, place, content, category, risk, contact, riskLevel = 0, insurance, peopleServed, from, to } = described;
  const { accompanied, preparationMinutes } = described;
  const said = { name, place, content, category, risk, contact, riskLevel, ...(insurance && { insurance }) };
  const served = { ...(peopleServed !== undefined && { peopleServed }), ...(accompanied && { accompanied }) };
  const prepared = preparationMinutes ? { preparationMinutes } : {};
  return { district, ver: 1, team: team.id, unit: team.unit, ...said, ...served, ...prepared, from, to, counts: {} };
}

/** A new shift and its records, which come into being together and once. */
function shiftWrites(shift: Shift, records: readonly ServiceRecord[]) {
  const head = { ...shift, counts: { recorded: records.length } };
  const writes: Write[] = [
    { ...headAt(shift.district, shift.id), put: shiftRow(head), when: [['pk', 'absent']], or: 'lost_race' },
    ...records.map(
      (record): Write => ({ ...recordAt(shift.district, shift.id, record.volunteer), put: recordRow(record) }),
    ),
  ];
  return { head, writes };
}
