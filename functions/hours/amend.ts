/** A leader corrects the times of a record that is not confirmed yet or was sent back; it is then recorded again. */
import type { hours } from '../../shared/contracts/hours.ts';
import { ageOn } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { plannedPart, sessionCredit } from '../../shared/rules/credit.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readSettings } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';
import { readShift } from './read-shift.ts';
import { asValue } from './record-parts.ts';
import { recordAt, recordOf, type ServiceRecord, type Shift } from './rows.ts';
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
    const settings = await readSettings(tools, who.district, shanghaiDay(shift.from), shift.unit);
    const counted = await countAgain(tools, shift, record, body, settings);
    if (isBeyond(record, body)) throw new Problem('time_beyond_attendance');
    if (Date.parse(body.to) > now) throw new Problem('shift_not_ended');
    const set = { ...counted, state: 'recorded' as const, rev: record.rev + 1 };
    const recorded = { recordedBy: who.person, recordedAt: now };
    return {
      result: params.volunteer,
      writes: [
        {
          ...at,
          update: { set: { ...set, computed: asValue(set.computed), ...recorded }, remove: ['reason'] },
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

/** Whether times lie outside a check-in and check-out, which a form shows to the minute. */
const isBeyond = ({ attended }: ServiceRecord, { from, to }: { readonly from: string; readonly to: string }) =>
  attended !== undefined &&
  (Date.parse(from) < attended.from - (attended.from % minuteMs) || Date.parse(to) > attended.to);

/** Times and minutes as they would have been recorded. @throws shift_not_ended, time_outside_shift */
async function countAgain(
  tools: Tools,
  shift: Shift,
  { volunteer, grade, stage, attended }: ServiceRecord,
  body: { readonly from: string; readonly to: string },
  settings: Settings,
) {
  const [person] = await readPeople(tools, shift.district, [volunteer]);
  if (!person) throw new Error('The person of a record is gone');
  const served = { from: Math.max(Date.parse(body.from), attended?.from ?? 0), to: Date.parse(body.to) };
  const { preparationMinutes } = shift;
  const session = { served, planned: shift, isMakeUp: grade === 'D', preparationMinutes, settings };
  const { from, to } = plannedPart(session);
  if (from >= to) throw new Problem('time_outside_shift');
  const age = ageOn(person.birthDate, shanghaiDay(shift.from));
  const { minutes, lines } = sessionCredit({ ...session, age, stage });
  return { from, to, minutes, computed: lines };
}
