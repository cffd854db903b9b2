/**
 * Looks at a shift whose records changed for what is unlikely, and lists it once for the unit to look at. Everything is
 * read from present rows, so looking again finds the same.
 */
import { strikinglyAlike } from '../../shared/rules/anomalies.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Tools } from '../platform/tools.ts';
import { anomalyAt, anomalyId, newAnomaly, pairAt, type Sign } from './anomaly-rows.ts';
import { headAt, type ServiceRecord, type Shift, shiftOf, version } from './rows.ts';
import { isMuchMakeUp, makeUpShare, monthOfShift, type TeamMonth, teamMonthAt, teamMonthOf } from './team-month.ts';

export async function watchShift(
  tools: Tools,
  shift: Shift,
  records: readonly ServiceRecord[],
  settings: Settings,
): Promise<void> {
  const [row] = await tools.store.get([teamMonthAt(shift.district, shift.team, monthOfShift(shift))]);
  const month = teamMonthOf(row);
  const found = [
    approvedAtOnce(shift, records, settings),
    approverTookPart(shift, records),
    makeUp(month, shift, records, settings),
    await sameLengths(tools, month, shift, records, settings),
    ...(await mutualApprovals(tools, shift, records)),
  ].filter((sign) => sign !== undefined);
  if (found.length === 0) return;
  const known = await tools.store.get(found.map((sign) => anomalyAt(shift.district, anomalyId(shift, sign))));
  const { district, unit, team } = shift;
  for (const [at, sign] of found.entries()) {
    // A row that came in between is the same row.
    if (!known[at]) {
      await tools.store.transact(`anomaly#${anomalyId(shift, sign)}`, [newAnomaly({ district, unit, team }, sign)]);
    }
  }
}

const ofShift = ({ id, name, from }: Shift) => ({ thing: id, shift: id, shiftName: name, day: shanghaiDay(from) });
const ofMonth = (shift: Shift) => {
  const month = monthOfShift(shift);
  return { thing: `${shift.team}#${month}`, day: `${shanghaiDay(shift.from).slice(0, 7)}-01` };
};
const lastOf = (times: readonly (number | undefined)[]) => Math.max(0, ...times.map((time = 0) => time));
const staffOf = (people: readonly (string | undefined)[]) => [...new Set(people.filter((one) => one !== undefined))];

function approvedAtOnce(shift: Shift, records: readonly ServiceRecord[], settings: Settings): Sign | undefined {
  const within = settings.anomaly_minutes_to_approval * minuteMs;
  const hasty = records.filter(({ recordedAt, approvedAt }) => approvedAt && approvedAt - recordedAt < within);
  if (hasty.length === 0) return undefined;
  const staff = staffOf(hasty.flatMap(({ recordedBy, approvedBy }) => [recordedBy, approvedBy]));
  return { kind: 'approved_at_once', ...ofShift(shift), at: lastOf(hasty.map(({ approvedAt }) => approvedAt)), staff };
}

function approverTookPart(shift: Shift, records: readonly ServiceRecord[]): Sign | undefined {
  const people = new Set(records.map(({ volunteer }) => volunteer));
  const own = records.filter(({ approvedBy }) => approvedBy !== undefined && people.has(approvedBy));
  if (own.length === 0) return undefined;
  const staff = staffOf(own.map(({ approvedBy }) => approvedBy));
  return { kind: 'approver_took_part', ...ofShift(shift), at: lastOf(own.map(({ approvedAt }) => approvedAt)), staff };
}

function makeUp(
  month: TeamMonth,
  shift: Shift,
  records: readonly ServiceRecord[],
  settings: Settings,
): Sign | undefined {
  const late = records.filter(({ grade }) => grade === 'D');
  if (late.length === 0 || !isMuchMakeUp(month, settings.make_up_team_percent_alarm, settings)) return undefined;
  const { percent } = makeUpShare(month);
  const staff = staffOf(late.map(({ recordedBy }) => recordedBy));
  return { kind: 'make_up_share', ...ofMonth(shift), at: lastOf(late.map((one) => one.recordedAt)), percent, staff };
}

/** Looked at where the shift itself was entered by hand, and all such shifts of the month are of its length. */
async function sameLengths(
  tools: Tools,
  month: TeamMonth,
  shift: Shift,
  records: readonly ServiceRecord[],
  settings: Settings,
): Promise<Sign | undefined> {
  const most = settings.anomaly_same_lengths;
  const byHand = Object.entries(month.shifts).filter(([, [, , each]]) => each !== undefined);
  if (byHand.length < most || month.shifts[shift.id]?.[2] === undefined) return undefined;
  const heads = await getAll(
    tools.store,
    byHand.map(([id]) => headAt(shift.district, id)),
  );
  const shifts = heads.filter((head) => head !== undefined).map(shiftOf);
  const services = shifts.map(({ id, name, makeUpReason }) => {
    return { name, isMakeUp: makeUpReason !== undefined, eachMinutes: month.shifts[id]?.[2] ?? 0 };
  });
  const alike = strikinglyAlike(services, most);
  if (alike === 0) return undefined;
  const staff = staffOf(records.map(({ recordedBy }) => recordedBy));
  return { kind: 'same_lengths', ...ofMonth(shift), at: lastOf(shifts.map(({ to }) => to)), shifts: alike, staff };
}

async function mutualApprovals(tools: Tools, shift: Shift, records: readonly ServiceRecord[]): Promise<Sign[]> {
  const month = monthOfShift(shift);
  const { day } = ofMonth(shift);
  const pairs = new Map<string, { confirmer: string; approver: string; at: number }>();
  for (const { confirmedBy, approvedBy, approvedAt = 0 } of records) {
    if (!confirmedBy || !approvedBy) continue;
    const at = Math.max(approvedAt, pairs.get(`${confirmedBy}#${approvedBy}`)?.at ?? 0);
    pairs.set(`${confirmedBy}#${approvedBy}`, { confirmer: confirmedBy, approver: approvedBy, at });
  }
  const signs: Sign[] = [];
  for (const { confirmer, approver, at } of pairs.values()) {
    const own = pairAt(shift.district, month, confirmer, approver);
    const [known] = await tools.store.get([own]);
    // First its own half, then a look at the other: of two that meet, one sees both.
    if (!known) await tools.store.transact(`pair#${own.key.pk}#${approver}`, [{ ...own, put: { v: version, at } }]);
    const [other] = await tools.store.get([pairAt(shift.district, month, approver, confirmer)]);
    const staff = [confirmer, approver].sort();
    if (other) signs.push({ kind: 'mutual_approvals', thing: `${month}#${staff.join('#')}`, day, at, staff });
  }
  return signs;
}
