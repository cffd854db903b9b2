/**
 * Finality, exactly once: a published record whose publicity has ended becomes final, and its points and minutes are
 * posted to the volunteer's wallet in the same transaction. Called by the clock, and by approval without publicity.
 */

import { type Day, schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { expiryOf } from '../../shared/rules/lots.ts';
import { dayParts } from '../../shared/rules/minutes.ts';
import { rulesAt, settingsOn } from '../district/index.ts';
import {
  balanceAt,
  balanceOf,
  creditRules,
  journalWrites,
  type Movement,
  mergedInto,
  pointsTo,
  post,
} from '../ledger/index.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { type Span, workOffDue } from '../platform/store/due.ts';
import { Busy, type Item, type Write } from '../platform/store/port.ts';
import { readAhead } from '../platform/store/read-ahead.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { starsHeldAt, starWrites } from '../rewards/index.ts';
import { bonusAt, bonusOf } from './bonus.ts';
import { rowsAtOnce } from './change-rows.ts';
import { qualityOf } from './felt.ts';
import { headAt, recordAt, recordOf, recordsOf, type ServiceRecord, type Shift, shiftOf } from './rows.ts';
import { markOf, moveMark } from './schedule.ts';

const attemptsMax = 12;

/** @returns how many records of the shift have become final, of those whose publicity has ended */
export async function finalisePublished(tools: Tools, shift: Shift, now: number): Promise<number> {
  const due = (await published(tools, shift)).filter(({ dueAt = now }) => dueAt <= now);
  const [rules] = await tools.store.get([rulesAt(shift.district)]);
  const ahead = await readAhead(
    tools.store,
    due.flatMap((record) => walletRows(record, record.volunteer)),
  );
  const outcomes = await sideBySide(rowsAtOnce, due, (record) =>
    finaliseRecord({ ...tools, store: ahead }, rules, record, now),
  );
  return outcomes.filter((isFinal) => isFinal).length;
}

/** @returns whether the record is final now; false when its publicity has not ended */
async function finaliseRecord(tools: Tools, rules: Item | undefined, seen: ServiceRecord, now: number) {
  const { shift, volunteer } = seen;
  let record: ServiceRecord | undefined = seen;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    if (record?.state === 'final') return true;
    if (record?.state !== 'published' || (record.dueAt ?? 0) > now) return false;
    const { bonus, writes: posting } = await postingFor(tools, rules, record, now);
    const writes = [finalWrite(record, now, bonus), ...posting];
    const outcome = await tools.store.transact(`final#${shift}#${volunteer}#${record.rev}#${attempt}`, writes);
    if (outcome.done) return true;
    const [item] = await tools.store.get([recordAt(record.district, shift, volunteer)]);
    record = item && recordOf(item);
  }
  throw new Busy('A wallet moved under every attempt to post to it');
}

function finalWrite(record: ServiceRecord, now: number, bonus: number): Write {
  return {
    ...recordAt(record.district, record.shift, record.volunteer),
    update: { set: { state: 'final', rev: record.rev + 1, finalAt: now, ...(bonus > 0 && { bonus }) } },
    when: [
      ['state', '=', 'published'],
      ['rev', '=', record.rev],
      record.ratedTimes === undefined ? ['ratedTimes', 'absent'] : ['ratedTimes', '=', record.ratedTimes],
    ],
    or: 'lost_race',
  };
}

const serviceDayOf = (record: ServiceRecord): Day => dayParts(record)[0]?.day ?? shanghaiDay(record.from);

/** What a record's posting is decided by: a wallet's balance, its stars, and its bonuses of the month. */
const walletRows = (record: ServiceRecord, wallet: string) => [
  balanceAt(record.district, wallet),
  starsHeldAt(record.district, wallet),
  bonusAt(record.district, wallet, serviceDayOf(record)),
];

/** @param wallet the volunteer's own, or the one of the person whom the volunteer has been merged into */
async function postingFor(
  tools: Tools,
  rules: Item | undefined,
  record: ServiceRecord,
  now: number,
  wallet = record.volunteer,
): Promise<{ readonly bonus: number; readonly writes: readonly Write[] }> {
  if (record.minutes === 0) return { bonus: 0, writes: [] };
  const { district, volunteer, shift, points = 0, minutes, stage, rev, rule = '', name } = record;
  const serviceDay = serviceDayOf(record);
  const [balanceRow, starsHeld, bonusRow] = await tools.store.get(walletRows(record, wallet));
  const into = mergedInto(balanceRow);
  if (into) {
    const { bonus, writes } = await postingFor(tools, rules, record, now, into);
    return { bonus, writes: [pointsTo(district, wallet, into), ...writes] };
  }
  const year = schoolYear(serviceDay);
  const settings = settingsOn(rules, serviceDay);
  const movement: Movement = {
    tx: `A#${shift}#${volunteer}#${rev}`,
    kind: 'service',
    points,
    minutes: { count: minutes, stage, schoolYear: year },
    expiry: expiryOf(serviceDay),
    ...creditRules(settings, record.minor, record.unit),
    reference: shift,
    effect: { shift, volunteer, rev, rule, name, stage, schoolYear: year },
  };
  const tally = bonusAt(district, wallet, serviceDay);
  const bonus = bonusOf(record, movement, settings, tally, bonusRow);
  const posted = post(balanceOf(balanceRow), [movement, ...bonus.movements], {
    district,
    wallet,
    by: record.approvedBy ?? '',
    now,
    returnedDaysMin: 0,
  });
  if (!posted) throw new Error('A credit was refused');
  const late = record.grade === 'D' ? { stage, minutes } : undefined;
  const served = { life: posted.after.minutes, byStage: posted.after.minutesByStage };
  const done = { district, volunteer: wallet, late, rating: qualityOf(record), ...served, now };
  const stars = await starWrites(tools, { starsHeld, rules }, done);
  return { bonus: bonus.points, writes: [...journalWrites(posted), ...posted.writes, ...bonus.writes, ...stars] };
}

/** @returns records that became final because their publicity has ended */
export const finaliseDue = (tools: Tools, { since, now }: Span): Promise<number> =>
  workOffDue(tools.store, 'Service', { since, now }, ([district = '', shift = '']) =>
    finaliseShift(tools, district, shift, now),
  );

async function finaliseShift(tools: Tools, district: string, id: string, now: number): Promise<number> {
  const [item] = await tools.store.get([headAt(district, id)]);
  const mark = markOf(item);
  if (!item || mark.dueAt === undefined || mark.dueAt > now) return 0;
  const shift = shiftOf(item);
  const count = await finalisePublished(tools, shift, now);
  const waiting = (await published(tools, shift)).map(({ dueAt = now }) => dueAt);
  await moveMark(tools, shift, mark, { next: waiting.length > 0 ? Math.min(...waiting) : undefined, now });
  return count;
}

async function published(tools: Tools, { district, id }: Shift): Promise<ServiceRecord[]> {
  const records = (await readAll(tools.store, recordsOf(district, id))).map(recordOf);
  return records.filter(({ state }) => state === 'published');
}
