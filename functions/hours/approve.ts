/**
 * Another person of the unit approves: minutes, points and the day of finality are frozen on the record, and publicity
 * begins. Never by the recorder, the confirmer or a participant. With no days of publicity the record is final at once.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { pointsFor } from '../../shared/rules/points.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { finaliseRecord } from './finalise.ts';
import { notePoints } from './month.ts';
import { readShift } from './read-shift.ts';
import { recordAt, type ServiceRecord, type Shift } from './rows.ts';
import { scheduleFinality } from './schedule.ts';

type Route = (typeof hours)['POST /api/shifts/{shift}/approval'];

export async function approveShift({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShift(tools, who, params.shift);
  const all = await recordsToChange(tools, who.district, shift.id);
  if (all.some(({ volunteer }) => volunteer === who.person)) throw new Problem('self_approval');
  const chosen = body.volunteers && new Set(body.volunteers);
  if (chosen && !all.some(({ volunteer }) => chosen.has(volunteer))) throw new Problem('not_found');
  const records = chosen ? all.filter(({ volunteer }) => chosen.has(volunteer)) : all;
  const settings = await readSettings(tools, who.district, shanghaiDay(shift.from));
  const calendar = await readCalendar(tools, who.district);
  const { dueAt, provisional } = workingDaysAfter(now, settings.publicity_working_days, calendar);
  await scheduleFinality(tools, shift, dueAt, now);
  const frozen = { by: who.person, now, dueAt, provisional, settings };
  const items = await changeRows(tools, records, (record) => approveRecord(tools, shift, record, frozen));
  if (dueAt <= now) {
    const approved = items.filter(({ outcome }) => outcome === 'done');
    await Promise.all(approved.map(({ id }) => finaliseRecord(tools, shift, id, now)));
  }
  return { items };
}

interface Frozen {
  readonly by: string;
  readonly now: number;
  readonly dueAt: number;
  readonly provisional: boolean;
  readonly settings: Settings;
}

async function approveRecord(
  tools: Tools,
  shift: Shift,
  record: ServiceRecord,
  { by, now, dueAt, provisional, settings }: Frozen,
) {
  if (record.state !== 'confirmed') {
    if (record.approvedBy === by && record.state !== 'sent_back') return 'already' as const;
    throw new Problem('record_not_open');
  }
  if (record.recordedBy === by || record.confirmedBy === by) throw new Problem('self_approval');
  const { minutes, grade, minor, rev, volunteer } = record;
  let points = 0;
  const month = await notePoints(tools, record, (dayMinutesBefore) => {
    const earned = pointsFor({ minutes, grade, dayMinutesBefore, minor, settings });
    points = earned.points;
    return earned.countedMinutes;
  });
  const frozen = { points, dueAt, provisional, rule: settings.version };
  const set = { state: 'published', rev: rev + 1, approvedBy: by, approvedAt: now, ...frozen };
  return {
    operation: `approve#${shift.id}#${volunteer}#${rev}`,
    writes: [
      {
        ...recordAt(shift.district, shift.id, volunteer),
        update: { set, remove: ['undoneBy'] },
        when: [['state', '=', 'confirmed'] as const, ['rev', '=', rev] as const],
        or: 'lost_race' as const,
      },
      month,
    ],
  };
}
