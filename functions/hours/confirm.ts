/** The leader confirms what was served: from here on the time is taken, and no other record may overlap it. */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { takeTime } from './month.ts';
import { readShift } from './read-shift.ts';
import { recordAt } from './rows.ts';

type Route = (typeof hours)['POST /api/shifts/{shift}/confirmation'];

export async function confirmShift({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShift(tools, who, params.shift);
  const records = await recordsToChange(tools, who.district, shift.id, body.volunteers);
  const items = await changeRows(tools, records, async (record) => {
    if (record.volunteer === who.person) throw new Problem('own_hours');
    if (record.state !== 'recorded') {
      if (record.confirmedBy === who.person && record.state !== 'sent_back') return 'already';
      throw new Problem('record_not_open');
    }
    const set = { state: 'confirmed', rev: record.rev + 1, confirmedBy: who.person, confirmedAt: now };
    return {
      operation: `confirm#${shift.id}#${record.volunteer}#${record.rev}`,
      writes: [
        {
          ...recordAt(who.district, shift.id, record.volunteer),
          update: { set },
          when: [
            ['state', '=', 'recorded'],
            ['rev', '=', record.rev],
          ],
          or: 'lost_race',
        },
        ...(await takeTime(tools, record)),
      ],
    };
  });
  return { items };
}
