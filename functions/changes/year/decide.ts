/**
 * A school's year is changed, and may be taken back for some days. Both only say what is to happen: the row's own
 * stream event does it, class by class. Saying it again changes nothing.
 */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { schoolYears } from '../../../shared/contracts/school-year.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { dayMs } from '../../../shared/rules/durations.ts';
import { readSettings } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { peopleIn, planYear, showYear, yearToBegin } from './plan.ts';
import { beginning, turnWrite } from './rows.ts';

type Begin = (typeof schoolYears)['POST /api/schools/{school}/year-change'];
type Undo = (typeof schoolYears)['POST /api/schools/{school}/year-change/undo'];

export async function beginYearChange({ who, params, body, now }: Ask<Begin>, tools: Tools): Promise<Answer<Begin>> {
  const { school } = params;
  const { year, leaving, change } = await planYear(tools, who, school, yearToBegin(now));
  if (body.year !== year) throw new Problem('year_change_outdated');
  if (change && change.state !== 'undone') return showYear(tools, who, school, now);
  if (body.leavingVolunteers !== peopleIn(leaving)) throw new Problem('year_change_outdated');
  const { year_undo_days: undoDays } = await readSettings(tools, who.district, shanghaiDay(now));
  const begun = {
    district: who.district,
    school,
    year,
    state: 'running' as const,
    classes: leaving.map(({ id }) => id),
    finished: 0,
    left: 0,
    at: now,
    by: who.person,
    undoUntil: now + undoDays * dayMs,
  };
  // A guard that fails means that somebody else has just said the same.
  await tools.store.transact(`year#${tools.newId(now)}`, [beginning(begun, change)]);
  return showYear(tools, who, school, now);
}

export async function undoYearChange({ who, params, body, now }: Ask<Undo>, tools: Tools): Promise<Answer<Undo>> {
  const { school } = params;
  const { change } = await planYear(tools, who, school, body.year);
  if (!change || change.state === 'running') throw new Problem('year_change_not_done');
  if (change.state === 'done') {
    if (now >= change.undoUntil) throw new Problem('year_undo_too_late');
    await tools.store.transact(`year#${tools.newId(now)}`, [turnWrite(change, { state: 'undoing', finished: 0 })]);
  }
  return showYear(tools, who, school, now);
}
