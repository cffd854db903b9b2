/**
 * Another person of the unit approves: minutes, points and the day of finality are frozen on the record, and publicity
 * begins. Never by the recorder, the confirmer, a participant or a participant's guardian. What was entered late
 * (grade D) needs two such people from outside the team, who neither lead it nor are in it: the first one's approval is
 * noted and the second one's counts. With no days of publicity the record is final at once.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Role } from '../../shared/roles.ts';
import { shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { approvalRank } from '../../shared/rules/credit.ts';
import { pointsFor } from '../../shared/rules/points.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { postsOf } from '../access/index.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { childrenIn } from './children.ts';
import { finalisePublished } from './finalise.ts';
import { notePoints, readMonthsAhead } from './month.ts';
import { readShiftToVouch } from './read-shift.ts';
import { recordAt, type ServiceRecord, type Shift } from './rows.ts';
import { scheduleFinality } from './schedule.ts';

type Route = (typeof hours)['POST /api/shifts/{shift}/approval'];

export async function approveShift({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShiftToVouch(tools, who, params.shift);
  const [all, settings, calendar, approver] = await Promise.all([
    recordsToChange(tools, who.district, shift.id),
    readSettings(tools, who.district, shanghaiDay(shift.from), shift.unit),
    readCalendar(tools, who.district),
    approverOf(tools, who, shift),
  ]);
  if (all.some(({ volunteer }) => volunteer === who.person)) throw new Problem('self_approval');
  const chosen = body.volunteers && new Set(body.volunteers);
  if (chosen && !all.some(({ volunteer }) => chosen.has(volunteer))) throw new Problem('not_found');
  const records = chosen ? all.filter(({ volunteer }) => chosen.has(volunteer)) : all;
  const { dueAt, provisional } = workingDaysAfter(now, settings.publicity_working_days, calendar);
  await scheduleFinality(tools, shift, dueAt, now);
  const frozen = { approver, now, dueAt, provisional, settings };
  const ahead = await readMonthsAhead(tools, records);
  const items = await changeRows(ahead, records, (record) => approveRecord(ahead, shift, record, frozen));
  if (dueAt <= now) await finalisePublished(tools, shift, now);
  return { items };
}

/** Who approves, and what stands against some records: an own child, a team that one leads or is in. */
interface Approver {
  readonly by: string;
  readonly role: Role;
  readonly children: ReadonlySet<string>;
  readonly isOfTeam: boolean;
}
async function approverOf(tools: Tools, who: Who, { team }: Shift): Promise<Approver> {
  const [posts, [isMember = false]] = await Promise.all([
    postsOf(tools, who),
    membersOf(tools, who.district, team, [who.person]),
  ]);
  return {
    by: who.person,
    role: who.post.role,
    children: childrenIn(posts),
    isOfTeam: isMember || posts.some(({ role, scope }) => role === 'leader' && scope === team),
  };
}

interface Frozen {
  readonly approver: Approver;
  readonly now: number;
  readonly dueAt: number;
  readonly provisional: boolean;
  readonly settings: Settings;
}

async function approveRecord(
  tools: Tools,
  shift: Shift,
  record: ServiceRecord,
  { approver, now, dueAt, provisional, settings }: Frozen,
) {
  const { by } = approver;
  if (record.state !== 'confirmed') {
    if (record.approvedBy === by && record.state !== 'sent_back') return 'already' as const;
    throw new Problem('record_not_open');
  }
  const { minutes, grade, minor, rev, volunteer } = record;
  const isFirst = mustBeFree(record, approver);
  if (isFirst === 'already') return isFirst;
  const target = recordAt(shift.district, shift.id, volunteer);
  const when = [['state', '=', 'confirmed'] as const, ['rev', '=', rev] as const];
  const operation = `approve#${shift.id}#${volunteer}#${rev}`;
  if (isFirst) {
    const set = { rev: rev + 1, firstApprovedBy: by, firstApprovedAt: now };
    return {
      operation,
      writes: [{ ...target, update: { set, remove: ['undoneBy'] }, when, or: 'lost_race' as const }],
    };
  }
  let points = 0;
  const month = await notePoints(tools, record, (dayMinutesBefore, minutesOfDay) => {
    if (!minor) mustRank(approver.role, approvalRank(minutesOfDay, settings));
    const earned = pointsFor({ minutes, grade, category: shift.category, dayMinutesBefore, minor, settings });
    points = earned.points;
    return earned.countedMinutes;
  });
  const frozen = { points, dueAt, provisional, rule: settings.version };
  const set = { state: 'published', rev: rev + 1, approvedBy: by, approvedAt: now, ...frozen };
  const update = { set, remove: ['undoneBy'] };
  return { operation, writes: [{ ...target, update, when, or: 'lost_race' as const }, month] };
}

/** @returns whether this is the first of two approvals, or that the asker gave it before */
function mustBeFree(record: ServiceRecord, { by, children, isOfTeam }: Approver): boolean | 'already' {
  if (record.recordedBy === by || record.confirmedBy === by) throw new Problem('self_approval');
  if (children.has(record.volunteer)) throw new Problem('relative_hours');
  if (record.grade !== 'D') return false;
  if (isOfTeam) throw new Problem('approver_in_team');
  if (record.firstApprovedBy === by) return 'already';
  return record.firstApprovedBy === undefined;
}

function mustRank(role: Role, rank: 'any' | 'unit' | 'district'): void {
  const ranks = { any: true, unit: role !== 'approver', district: role === 'district_admin' };
  if (!ranks[rank]) throw new Problem('approval_rank_needed');
}
