/**
 * Finality, exactly once: a published record whose publicity has ended becomes final, and its points and minutes are
 * posted to the volunteer's wallet in the same transaction. Called by the clock, and by approval without publicity.
 */

import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { expiryOf } from '../../shared/rules/lots.ts';
import { dayParts } from '../../shared/rules/minutes.ts';
import { rulesAt, settingsOn } from '../district/index.ts';
import { balanceAt, balanceOf, creditRules, journalWrites, type Movement, mergedInto, post } from '../ledger/index.ts';
import { readDue } from '../platform/store/due.ts';
import { Busy, type Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { standingAt, starWrites } from '../rewards/index.ts';
import { bonusAt, bonusOf } from './bonus.ts';
import { qualityOf } from './felt.ts';
import { headAt, recordAt, recordOf, recordsOf, type ServiceRecord, type Shift, shiftOf } from './rows.ts';
import { markOf, moveMark } from './schedule.ts';

const attemptsMax = 12;

/** @returns whether the record is final now; false when its publicity has not ended */
export async function finaliseRecord(tools: Tools, shift: Shift, volunteer: string, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([recordAt(shift.district, shift.id, volunteer)]);
    const record = item && recordOf(item);
    if (record?.state === 'final') return true;
    if (record?.state !== 'published' || (record.dueAt ?? 0) > now) return false;
    const { bonus, writes: posting } = await postingFor(tools, record, now);
    const writes = [finalWrite(record, now, bonus), ...posting];
    const outcome = await tools.store.transact(`final#${shift.id}#${volunteer}#${record.rev}#${attempt}`, writes);
    if (outcome.done) return true;
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

/** @param wallet the volunteer's own, or the one of the person whom the volunteer has been merged into */
async function postingFor(
  tools: Tools,
  record: ServiceRecord,
  now: number,
  wallet = record.volunteer,
): Promise<{ readonly bonus: number; readonly writes: readonly Write[] }> {
  if (record.minutes === 0) return { bonus: 0, writes: [] };
  const { district, volunteer, shift, points = 0, minutes, stage, rev, rule = '', name } = record;
  const [first] = dayParts(record);
  const serviceDay = first?.day ?? shanghaiDay(record.from);
  const tally = bonusAt(district, wallet, serviceDay);
  const [balanceRow, rules, standing, bonusRow] = await tools.store.get([
    balanceAt(district, wallet),
    rulesAt(district),
    standingAt(district, wallet),
    tally,
  ]);
  const into = mergedInto(balanceRow);
  if (into) return postingFor(tools, record, now, into);
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
  const stars = await starWrites(tools, { standing, rules }, done);
  return { bonus: bonus.points, writes: [...journalWrites(posted), ...posted.writes, ...bonus.writes, ...stars] };
}

/**
 * All that became due from `since` to `now`. A shift that fails does not keep the others waiting.
 * @returns records that are final
 * @throws when a shift failed, so that the clock looks at this time again
 */
export async function finaliseDue(tools: Tools, since: number, now: number): Promise<number> {
  let count = 0;
  const failures: unknown[] = [];
  for await (const lists of readDue(tools.store, 'Service', { since, now })) {
    for (const [district = '', shift = ''] of lists.flat()) {
      await finaliseShift(tools, district, shift, now).then(
        (records) => (count += records),
        (error: unknown) => failures.push(error),
      );
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} shifts could not be made final`);
  return count;
}

async function finaliseShift(tools: Tools, district: string, id: string, now: number): Promise<number> {
  const [item] = await tools.store.get([headAt(district, id)]);
  const mark = markOf(item);
  if (!item || mark.dueAt === undefined || mark.dueAt > now) return 0;
  const shift = shiftOf(item);
  let count = 0;
  for (const { volunteer, dueAt = now } of await published(tools, shift)) {
    if (dueAt <= now && (await finaliseRecord(tools, shift, volunteer, now))) count++;
  }
  const waiting = (await published(tools, shift)).map(({ dueAt = now }) => dueAt);
  await moveMark(tools, shift, mark, { next: waiting.length > 0 ? Math.min(...waiting) : undefined, now });
  return count;
}

async function published(tools: Tools, { district, id }: Shift): Promise<ServiceRecord[]> {
  const records = (await readAll(tools.store, recordsOf(district, id))).map(recordOf);
  return records.filter(({ state }) => state === 'published');
}
