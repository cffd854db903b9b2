/**
 * Takes an approval back within ten minutes, by whoever gave it: the record waits for approval again and its points are
 * forgotten. What is final, or may become final at this moment, stays. The public list follows from the records, and
 * the clock's mark may stay where it is: a mark with nothing due is harmless.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { forgetPoints } from './month.ts';
import { readShift } from './read-shift.ts';
import { recordAt, type ServiceRecord } from './rows.ts';

type Route = (typeof hours)['POST /api/shifts/{shift}/approval/undo'];

/** Enough to notice a slip of the finger (`docs/rules.md`). */
const undoMsMax = 10 * minuteMs;

export async function undoApproval({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShift(tools, who, params.shift);
  const records = await recordsToChange(tools, who.district, shift.id, body.volunteers);
  const items = await changeRows(tools, records, async (record) => {
    const { state, rev, volunteer } = record;
    if (state === 'confirmed' && record.undoneBy === who.person) return 'already';
    if (state === 'confirmed' && record.firstApprovedBy === who.person) return undoFirst(record, now);
    if (!isApproved(record) || record.approvedBy !== who.person) throw new Problem('record_not_open');
    if (!mayUndo(record, now)) throw new Problem('undo_too_late');
    const set = { state: 'confirmed', rev: rev + 1, undoneBy: who.person };
    return {
      operation: `undo#${shift.id}#${volunteer}#${rev}`,
      writes: [
        {
          ...recordAt(who.district, shift.id, volunteer),
          update: { set, remove: ['approvedBy', 'approvedAt', 'points', 'dueAt', 'provisional', 'rule'] },
          when: [
            ['state', '=', 'published'],
            ['rev', '=', rev],
          ],
          or: 'lost_race',
        },
        await forgetPoints(tools, record),
      ],
    };
  });
  return { items };
}

/** The first of the two approvals of make-up, while the second one is missing. */
function undoFirst(
  { district, shift, volunteer, rev, firstApprovedBy = '', firstApprovedAt = 0 }: ServiceRecord,
  now: number,
) {
  if (now - firstApprovedAt > undoMsMax) throw new Problem('undo_too_late');
  const write: Write = {
    ...recordAt(district, shift, volunteer),
    update: { set: { rev: rev + 1, undoneBy: firstApprovedBy }, remove: ['firstApprovedBy', 'firstApprovedAt'] },
    when: [
      ['state', '=', 'confirmed'],
      ['rev', '=', rev],
    ],
    or: 'lost_race',
  };
  return { operation: `undo#${shift}#${volunteer}#${rev}`, writes: [write] };
}

const isApproved = ({ state }: ServiceRecord) => state === 'published' || state === 'final';
const mayUndo = ({ state, approvedAt = 0, dueAt = 0 }: ServiceRecord, now: number) =>
  state === 'published' && dueAt > now && now - approvedAt <= undoMsMax;
