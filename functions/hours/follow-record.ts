/**
 * One of my records: the steps it has taken, and whom it waits for, by role and never by name. Only who decided on an
 * objection is named.
 */
import type { hours, RecordState } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { staffNames } from '../access/index.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf, type Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { mayObject, openWords } from './objection-rows.ts';
import { mergedRecordsOf } from './records-of.ts';
import { recordAt, recordOf, type ServiceRecord } from './rows.ts';
import { showRating, showRecord } from './show.ts';
import { showCorrection } from './show-correction.ts';
import { standingOf } from './standing.ts';

type Route = (typeof hours)['GET /api/me/records/{shift}'];

export async function followMyRecord({ who, params, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const record = await readMine(tools, who, params.shift);
  const { name, place } = record;
  const settings = await readSettings(tools, who.district, shanghaiDay(record.from), record.unit);
  const calendar = await readCalendar(tools, who.district);
  return {
    ...showRecord(record),
    ...standingOf(record, settings, calendar, now),
    name,
    place,
    objection: await showObjection(tools, record),
    correction: await showCorrection(tools, record),
    rating: showRating(record),
    mayObject: mayObject(record, subjectOf(who) === who.person ? 'volunteer' : 'guardian', now),
    steps: stepsOf(record),
  };
}

/** The person's own, or that of another registration of the same person. */
async function readMine(tools: Tools, who: Who, shift: string): Promise<ServiceRecord> {
  const [item] = await tools.store.get([recordAt(who.district, shift, subjectOf(who))]);
  if (item) return recordOf(item);
  const merged = await mergedRecordsOf(tools, who.district, subjectOf(who));
  const record = merged.find((one) => one.shift === shift);
  if (!record) throw new Problem('not_found');
  return record;
}

async function showObjection(tools: Tools, record: ServiceRecord): Promise<Answer<Route>['objection']> {
  const { district, objection } = record;
  if (!objection) return undefined;
  const { by, reason, decision, decidedBy, decidedAt } = objection;
  return {
    by,
    reason,
    text: by === 'public' ? undefined : openWords(tools, record, objection.text),
    at: new Date(objection.at).toISOString(),
    decision,
    answer: openWords(tools, record, objection.answer),
    decider: decidedBy && (await staffNames(tools, district, [decidedBy])).get(decidedBy),
    decidedAt: decidedAt === undefined ? undefined : new Date(decidedAt).toISOString(),
  };
}

function stepsOf({ state, ...record }: ServiceRecord): Answer<Route>['steps'] {
  const step = (of: RecordState, at?: number) => ({
    state: of,
    at: at === undefined ? undefined : new Date(at).toISOString(),
  });
  return [
    step('recorded', record.recordedAt),
    ...(state === 'sent_back' ? [step('sent_back', record.sentBackAt)] : []),
    step('confirmed', record.confirmedAt),
    step('published', record.approvedAt),
    ...(record.objection && state !== 'final' ? [step('objected', record.objection.at)] : []),
    state === 'rejected' ? step('rejected', record.objection?.decidedAt) : step('final', record.finalAt),
    ...(record.correction ? [step('corrected', record.correction.at)] : []),
  ];
}
