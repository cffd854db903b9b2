/**
 * The leader confirms what was served: from here on the time is taken, no other record may overlap it, and what counts
 * under the caps of the day and of the month's make-up is settled. What was entered late is confirmed only with its
 * paper: those who approve it later were not there, and see what it rests on.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { cappedCredit, creditOf, dayMinutesMax, summedCredit } from '../../shared/rules/credit.ts';
import { onceCredit } from '../../shared/rules/preparation.ts';
import { postsOf } from '../access/index.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { personAt } from '../volunteers/index.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { childrenIn } from './children.ts';
import { readMonthsAhead, takeTime } from './month.ts';
import { readShiftToVouch } from './read-shift.ts';
import { asValue } from './record-parts.ts';
import { recordAt, type ServiceRecord, type Shift } from './rows.ts';

type Route = (typeof hours)['POST /api/shifts/{shift}/confirmation'];

export async function confirmShift({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShiftToVouch(tools, who, params.shift);
  const day = shanghaiDay(shift.from);
  const [records, settings, calendar, posts] = await Promise.all([
    recordsToChange(tools, who.district, shift.id, body.volunteers),
    readSettings(tools, who.district, day, shift.unit),
    readCalendar(tools, who.district),
    postsOf(tools, who),
  ]);
  const children = childrenIn(posts);
  const ahead = await readMonthsAhead(tools, records);
  const items = await changeRows(ahead, records, async (record) => {
    if (record.volunteer === who.person) throw new Problem('own_hours');
    if (children.has(record.volunteer)) throw new Problem('relative_hours');
    if (record.state !== 'recorded') {
      if (record.confirmedBy === who.person && record.state !== 'sent_back') return 'already';
      throw new Problem('record_not_open');
    }
    if (record.grade === 'D' && !shift.photo) throw new Problem('make_up_photo_missing');
    const { credit, writes } = await takeTime(ahead, record, dutyOf(shift), (taken) => {
      const isLate = record.grade === 'D';
      const makeUp = isLate ? settings.make_up_minutes_per_month - taken.makeUp : Number.POSITIVE_INFINITY;
      const left = { day: dayMinutesMax(day, record, settings, calendar) - taken.day, makeUp };
      const summed = summedCredit(creditOf(record), taken.duty, settings);
      return cappedCredit(onceCredit(summed, taken.around, settings), left, settings);
    });
    const counted = { minutes: credit.minutes, computed: asValue(credit.lines) };
    const set = { state: 'confirmed', rev: record.rev + 1, confirmedBy: who.person, confirmedAt: now, ...counted };
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
        isOneOfTheirOwn(record),
        ...writes,
      ],
    };
  });
  return { items };
}

/** Whoever was merged into another registration meanwhile serves as that one, whose times are looked at. */
const isOneOfTheirOwn = ({ district, volunteer }: ServiceRecord): Write => ({
  ...personAt(district, volunteer),
  check: true,
  when: [['mergedInto', 'absent']],
  or: 'person_not_eligible',
});

/** The same team's services of the same name are sessions of one duty: a crossing in the morning and in the evening. */
const dutyOf = ({ team, name }: Shift) => `${team}#${name}`;
