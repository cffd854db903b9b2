/**
 * A leader records a shift of the team and who took part. Those who may not be recorded are left out and named with the
 * reason; the others' records and the shift come into being together.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import { readTeam } from '../teams/index.ts';
import { admit, type Refusal, refuse, riskLevelHigh } from './admit.ts';
import { judgeTime } from './judge-time.ts';
import { lateWrites } from './late-rows.ts';
import {
  headAt,
  recordAt,
  recordOf,
  recordRow,
  recordsOf,
  type ServiceRecord,
  type Shift,
  shiftOf,
  shiftRow,
} from './rows.ts';
import { showShift } from './show.ts';
import { admitMakeUp } from './team-month.ts';

type Route = (typeof hours)['POST /api/shifts'];

export const recordShift: GuardedStory<Route> = {
  async plan(ask, tools) {
    const { who, body, now } = ask;
    const team = await readTeam(tools, who.district, who.post.scope);
    if (!team) throw new Error('A leader’s team is gone');
    const planned = plannedShift(ask, team);
    const calendar = await readCalendar(tools, who.district);
    const settings = await readSettings(tools, who.district, shanghaiDay(planned.from));
    const judged = judgeTime(planned, settings, calendar, now);
    const isMakeUp = judged.grade === 'D';
    if (isMakeUp && body.makeUpReason === undefined) throw new Problem('make_up_reason_missing');
    if (planned.riskLevel >= riskLevelHigh && body.insurance === undefined) throw new Problem('insurance_missing');
    const shift: Shift = {
      ...planned,
      id: tools.newId(now),
      deadline: judged.deadline,
      ...(isMakeUp && { makeUpReason: body.makeUpReason }),
    };
    const recorded = { recordedBy: who.person, recordedAt: now };
    const { records, leftOut } = await admit(tools, shift, body.participants, judged, recorded);
    if (records.length === 0) throw new Problem('nobody_admissible', { detail: reasons(leftOut) });
    const { writes, head } = shiftWrites(shift, records);
    writes.push(...lateWrites(shift, body.participants, leftOut, { grade: judged.grade, ...recorded }));
    if (isMakeUp) writes.push(...(await admitMakeUp(tools, shift, records, settings)));
    return { result: shift.id, writes, answer: { shift: showShift(head), leftOut } };
  },
  async show({ who, body }, tools, result) {
    const [head] = await tools.store.get([headAt(who.district, result)]);
    if (!head) throw new Error('A recorded shift is gone');
    const records = (await readAll(tools.store, recordsOf(who.district, result))).map(recordOf);
    const recorded = new Set(records.map((record) => record.volunteer));
    const leftOut = body.participants.filter(({ volunteer }) => !recorded.has(volunteer));
    return {
      shift: showShift(shiftOf(head)),
      leftOut: leftOut.map(({ volunteer }) => refuse(volunteer, 'person_not_eligible')),
    };
  },
};

type Planned = Omit<Shift, 'id' | 'deadline'> & { readonly riskLevel: number };
/** The shift as the leader describes it. */
function plannedShift({ who, body }: Ask<Route>, team: { readonly id: string; readonly unit: string }): Planned {
  const { name, place, content, category, risk, contact, riskLevel = 0, insurance } = body;
  const said = { name, place, content, category, risk, contact, riskLevel, ...(insurance && { insurance }) };
  const times = { from: Date.parse(body.from), to: Date.parse(body.to) };
  return { district: who.district, ver: 1, team: team.id, unit: team.unit, ...said, ...times, counts: {} };
}

/** A new shift and its records, which come into being together. */
export function shiftWrites(shift: Shift, records: readonly ServiceRecord[]) {
  const head = { ...shift, counts: { recorded: records.length } };
  const writes: Write[] = [
    { ...headAt(shift.district, shift.id), put: shiftRow(head) },
    ...records.map(
      (record): Write => ({ ...recordAt(shift.district, shift.id, record.volunteer), put: recordRow(record) }),
    ),
  ];
  return { head, writes };
}

const reasons = (leftOut: readonly Refusal[]) => [...new Set(leftOut.map(({ title }) => title))].join('；');
