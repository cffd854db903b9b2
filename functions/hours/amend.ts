/** A leader corrects the times of a record that is not confirmed yet or was sent back; it is then recorded again. */
import type { hours } from '../../shared/contracts/hours.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { creditedMinutes } from '../../shared/rules/minutes.ts';
import { readSettings } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { readShift } from './read-shift.ts';
import { recordAt, recordOf } from './rows.ts';
import { showRecord } from './show.ts';

type Route = (typeof hours)['PUT /api/shifts/{shift}/records/{volunteer}'];

export const amendRecord: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const shift = await readShift(tools, who, params.shift);
    const at = recordAt(who.district, params.shift, params.volunteer);
    const [item] = await tools.store.get([at]);
    if (!item) throw new Problem('not_found');
    const record = recordOf(item);
    if (record.state !== 'recorded' && record.state !== 'sent_back') throw new Problem('record_not_open');
    const times = { from: Math.max(Date.parse(body.from), shift.from), to: Date.parse(body.to) };
    if (times.to > now) throw new Problem('shift_not_ended');
    const settings = await readSettings(tools, who.district, shanghaiDay(shift.from));
    const minutes = record.credit === 'stamp' ? 0 : creditedMinutes({ ...times, settings });
    const set = { ...times, minutes, state: 'recorded' as const, rev: record.rev + 1 };
    const recorded = { recordedBy: who.person, recordedAt: now };
    return {
      result: params.volunteer,
      writes: [
        {
          ...at,
          update: { set: { ...set, ...recorded }, remove: ['reason'] },
          when: [['rev', '=', record.rev]],
          or: 'lost_race',
        },
      ],
      answer: showRecord({ ...record, ...set }),
    };
  },
  async show({ who, params }, tools) {
    const [item] = await tools.store.get([recordAt(who.district, params.shift, params.volunteer)]);
    if (!item) throw new Error('An amended record is gone');
    return showRecord(recordOf(item));
  },
};
