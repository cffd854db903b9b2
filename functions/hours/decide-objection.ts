/**
 * The unit decides on an objection, by somebody who did not enter the record: dismissed it goes back into publicity for
 * the days that were left, upheld it is rejected and its time is free again, or goes back to the leader, who puts its
 * times right. The answer carries the decider's name.
 */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { workingDaysAfter } from '../../shared/rules/calendar.ts';
import { postsOf } from '../access/index.ts';
import { readCalendar } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { childrenIn } from './children.ts';
import { freeTime } from './month.ts';
import type { Objection } from './objection.ts';
import { objectionValue, sealWords } from './objection-rows.ts';
import { readShiftToVouch } from './read-shift.ts';
import { recordAt, recordOf, type ServiceRecord } from './rows.ts';
import { scheduleFinality } from './schedule.ts';

type Route = (typeof objections)['POST /api/shifts/{shift}/objections/{volunteer}'];

const attemptsMax = 12;

const stateAfter = { upheld: 'rejected', returned: 'sent_back', dismissed: 'published' } as const;
/** What confirmation and approval have left on a record. */
const vouchedFor = [
  ...['confirmedBy', 'confirmedAt', 'firstApprovedBy', 'firstApprovedAt', 'approvedBy', 'approvedAt'],
  ...['points', 'dueAt', 'provisional', 'rule'],
];

export async function decideObjection(ask: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { who, params, body, now } = ask;
  const shift = await readShiftToVouch(tools, who, params.shift);
  const at = recordAt(who.district, shift.id, params.volunteer);
  const calendar = await readCalendar(tools, who.district);
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([at]);
    if (!item) throw new Problem('not_found');
    const record = recordOf(item);
    const { objection, rev } = record;
    if (objection?.decision === body.decision && objection.decidedBy === who.account) return { state: record.state };
    if (record.state !== 'objected' || !objection) throw new Problem('record_not_open');
    await mustBeFree(tools, who, [record]);
    const due = workingDaysAfter(now, objection.daysLeft, calendar);
    if (body.decision === 'dismissed') await scheduleFinality(tools, shift, due.dueAt, now);
    const answer = sealWords(tools, record, body.answer);
    const decided: Objection = {
      ...objection,
      decision: body.decision,
      answer,
      decidedBy: who.account,
      decidedAt: now,
    };
    const state = stateAfter[body.decision];
    const set: Attributes = {
      state,
      rev: rev + 1,
      objection: objectionValue(decided),
      ...(state === 'published' && { dueAt: due.dueAt, provisional: due.provisional }),
      ...(state === 'sent_back' && { sentBackBy: who.person, sentBackAt: now, reason: body.answer }),
    };
    const write: Write = {
      ...at,
      update: { set, remove: ['byQueuePk', 'byQueueSk', ...(state === 'sent_back' ? vouchedFor : [])] },
      when: [
        ['state', '=', 'objected'],
        ['rev', '=', rev],
      ],
      or: 'lost_race',
    };
    const freed = state === 'published' ? [] : await freeTime(tools, record);
    const operation = `decide#${shift.id}#${params.volunteer}#${rev}#${attempt}`;
    if ((await tools.store.transact(operation, [write, ...freed])).done) return { state };
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/** @throws self_approval for whoever had a hand in one of the records; relative_hours where a child has */
export async function mustBeFree(tools: Tools, who: Who, records: readonly ServiceRecord[]): Promise<void> {
  const people = records.flatMap(({ volunteer, recordedBy, confirmedBy }) => [volunteer, recordedBy, confirmedBy]);
  if (people.includes(who.person)) throw new Problem('self_approval');
  const children = childrenIn(await postsOf(tools, who));
  if (records.some(({ volunteer }) => children.has(volunteer))) throw new Problem('relative_hours');
}
