/**
 * Correcting a final record: it counts fewer minutes from now on. What is written of the record and of its person's
 * months, and the movement of the wallet, are handed to whoever decided; nothing is executed here.
 */
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import { expiryOf } from '../../shared/rules/lots.ts';
import { creditedMinutes } from '../../shared/rules/minutes.ts';
import { bonusFor, pointsFor } from '../../shared/rules/points.ts';
import { readSettings } from '../district/index.ts';
import type { Movement } from '../ledger/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';

import { readShift } from './read-shift.ts';
import { recordAt, recordOf, type ServiceRecord } from './rows.ts';
import { shortenCopy, shortenTime } from './shorten-time.ts';

/** A record that may be corrected. @throws not_found, record_not_open */
export async function readFinalRecord(
  tools: Tools,
  who: Who,
  shift: string,
  volunteer: string,
): Promise<ServiceRecord> {
  await readShift(tools, who, shift);
  const [item] = await tools.store.get([recordAt(who.district, shift, volunteer)]);
  if (!item) throw new Problem('not_found');
  const record = recordOf(item);
  if (record.state !== 'final' && record.state !== 'corrected') throw new Problem('record_not_open');
  return record;
}

/** Why a record was corrected, and the two who did it. */
interface Facts {
  readonly change: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly by: string;
  readonly now: number;
  /** Whose wallet has it: of a record whose volunteer has been merged into another registration. */
  readonly owner?: string;
}
/** What a record counts from now on; the bonus beyond its points shrinks with them. */
interface Counted {
  readonly minutes: number;
  readonly points: number;
  readonly bonus: number;
}
interface Planned {
  readonly minutes: number;
  readonly points: number;
  readonly movement: Movement;
  readonly writes: readonly Write[];
}

/**
 * @param asked minutes that were really served, counted as any session's are
 * @throws correction_not_lower unless the record then counts less
 */
export async function planCorrection(
  tools: Tools,
  record: ServiceRecord,
  asked: number,
  facts: Facts,
): Promise<Planned> {
  const settings = await readSettings(tools, record.district, shanghaiDay(record.from), record.unit);
  const minutes = creditedMinutes({ from: 0, to: asked * minuteMs, settings });
  if (minutes >= record.minutes) throw new Problem('correction_not_lower');
  const { points: pointsBefore = 0, grade, category, minor } = record;
  let points = 0;
  const to = Math.min(record.to, record.from + minutes * minuteMs);
  let pointsMinutes = 0;
  const months = await shortenTime(tools, record, { to, minutes }, (dayMinutesBefore) => {
    const earned = pointsFor({ minutes, grade, category, dayMinutesBefore, minor, settings });
    points = Math.min(pointsBefore, earned.points);
    pointsMinutes = earned.countedMinutes;
    return pointsMinutes;
  });
  const { owner = record.volunteer } = facts;
  if (owner !== record.volunteer)
    months.push(...(await shortenCopy(tools, record, owner, { to, minutes }, pointsMinutes)));
  const bonus = Math.min(record.bonus ?? 0, bonusFor(points, 0, settings));
  const after = { minutes, points, bonus };
  const movement = movementFor(record, { ...after, rule: settings.version }, facts);
  return { minutes, points, movement, writes: [recordWrite(record, { ...after, to }, facts), ...months] };
}

/** The entry names the one it takes back, and the change that says why and by whom. */
function movementFor(
  { shift, volunteer, rev, state, minutes, points = 0, bonus = 0, stage, from, name }: ServiceRecord,
  after: Counted & { readonly rule: string },
  { change, proposedBy }: Facts,
): Movement {
  const day = shanghaiDay(from);
  const year = schoolYear(day);
  const reverses = `${state === 'final' ? 'A' : 'V'}#${shift}#${volunteer}#${rev - 1}`;
  return {
    tx: `V#${shift}#${volunteer}#${rev}`,
    kind: 'correct',
    points: after.points + after.bonus - points - bonus,
    minutes: { count: after.minutes - minutes, stage, schoolYear: year },
    expiry: expiryOf(day),
    reference: shift,
    effect: { shift, volunteer, rev, name, rule: after.rule, reverses, change, proposedBy, stage, schoolYear: year },
  };
}

/** A record that counts nothing any more keeps its times: they are what was claimed. */
function recordWrite(
  record: ServiceRecord,
  { minutes, points, bonus, to }: Counted & { readonly to: number },
  { change, reason, proposedBy, by, now }: Facts,
): Write {
  const { district, shift, volunteer, state, rev, minutes: minutesBefore, points: pointsBefore = 0 } = record;
  const correction = { change, reason, proposedBy, by, at: now, minutesBefore, pointsBefore };
  const computed = [
    ...(record.computed ?? [{ step: 'served' as const, minutes: minutesBefore }]),
    { step: 'corrected' as const, minutes: minutes - minutesBefore },
  ].map((line) => ({ ...line }));
  const set = { state: 'corrected', rev: rev + 1, minutes, points, correction, computed };
  return {
    ...recordAt(district, shift, volunteer),
    update: { set: { ...set, ...(minutes > 0 && { to }), ...(record.bonus !== undefined && { bonus }) } },
    when: [
      ['state', '=', state],
      ['rev', '=', rev],
    ],
    or: 'lost_race',
  };
}
