/**
 * What somebody entered late in a stretch of time, listed shift by shift among what a unit looks into. A team's months
 * say which of its shifts were entered late; listing again lists nothing twice.
 */
import { addDays, type Day, monthEnd, monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { anomalyAt, anomalyId, newAnomaly, type Sign } from './anomaly-rows.ts';
import { readShift } from './read-shift.ts';
import { headAt, recordAt, recordOf, recordsOf, shiftOf } from './rows.ts';
import { teamMonthAt, teamMonthOf } from './team-month.ts';

/** A record that was taken back: after an objection, or by a correction. @throws not_found, record_not_open */
export async function readRefutedRecord(tools: Tools, who: Who, shift: string, volunteer: string) {
  const { team } = await readShift(tools, who, shift);
  const [item] = await tools.store.get([recordAt(who.district, shift, volunteer)]);
  if (!item) throw new Problem('not_found');
  const record = recordOf(item);
  if (record.state !== 'rejected' && record.state !== 'corrected') throw new Problem('record_not_open');
  return { record, team };
}

interface Review {
  readonly district: string;
  readonly teams: readonly string[];
  readonly recordedBy: string;
  /** Days of service. */
  readonly from: Day;
  readonly to: Day;
  /** Epoch milliseconds at which it was decided. */
  readonly at: number;
}

export async function listForReview(tools: Tools, review: Review): Promise<void> {
  const { district, recordedBy, from, to, at } = review;
  for (const id of await lateShifts(tools, review)) {
    const [item] = await tools.store.get([headAt(district, id)]);
    if (!item) continue;
    const { unit, team, name: shiftName, from: began } = shiftOf(item);
    const day = shanghaiDay(began);
    const records = (await readAll(tools.store, recordsOf(district, id))).map(recordOf);
    const isTheirs = records.some((record) => record.grade === 'D' && record.recordedBy === recordedBy);
    if (!isTheirs || day < from || day > to) continue;
    const sign: Sign = { kind: 'fraud_review', thing: id, at, day, shift: id, shiftName, staff: [recordedBy] };
    const place = { district, unit, team };
    const [known] = await tools.store.get([anomalyAt(district, anomalyId(place, sign))]);
    if (!known) await tools.store.transact(`anomaly#${anomalyId(place, sign)}`, [newAnomaly(place, sign)]);
  }
}

/** Shifts of the teams' months of which minutes were entered late. */
async function lateShifts(tools: Tools, { district, teams, from, to }: Review): Promise<string[]> {
  const months = teams.flatMap((team) => monthsOf(from, to).map((month) => teamMonthAt(district, team, month)));
  const items = await getAll(tools.store, months);
  const late = items.flatMap((item) =>
    Object.entries(teamMonthOf(item).shifts).filter(([, [, minutes]]) => minutes > 0),
  );
  return late.map(([shift]) => shift);
}

function monthsOf(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let day = from; monthOf(day) <= monthOf(to); day = addDays(monthEnd(day), 1)) months.push(monthOf(day));
  return months;
}
