/**
 * Sends records back to the leader with a reason: before confirmation by the leader's choice, after it by the unit's.
 */
import type { hours, RecordState } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { freeTime } from './month.ts';
import { readShift } from './read-shift.ts';
import { recordAt } from './rows.ts';

type Route = (typeof hours)['POST /api/shifts/{shift}/return'];

const open: readonly RecordState[] = ['recorded', 'confirmed'];

export async function sendBack({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShift(tools, who, params.shift);
  const records = await recordsToChange(tools, who.district, shift.id, body.volunteers);
  const items = await changeRows(tools, records, async (record) => {
    const { state, rev, volunteer } = record;
    if (state === 'sent_back' && record.sentBackBy === who.person) return 'already';
    if (!open.includes(state)) throw new Problem('record_not_open');
    const set = { state: 'sent_back', rev: rev + 1, sentBackBy: who.person, sentBackAt: now, reason: body.reason };
    return {
      operation: `return#${shift.id}#${volunteer}#${rev}`,
      writes: [
        {
          ...recordAt(who.district, shift.id, volunteer),
          update: { set, remove: ['confirmedBy', 'confirmedAt', 'undoneBy', 'firstApprovedBy', 'firstApprovedAt'] },
          when: [
            ['state', '=', state],
            ['rev', '=', rev],
          ],
          or: 'lost_race',
        },
        ...(state === 'confirmed' ? await freeTime(tools, record) : []),
      ],
    };
  });
  return { items };
}
