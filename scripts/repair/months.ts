/**
 * A person's months: exactly the times of the records that take time, with what was noted of each before; beside them
 * the latest times of a registration that has been merged into this one.
 */
import { monthAt } from '../../functions/hours/rows.ts';
import { canonicalJson } from '../../functions/platform/store/canonical.ts';
import type { Item, Write } from '../../functions/platform/store/port.ts';
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayParts, type MonthDays, noteMinutes, placeInterval, type Slot } from '../../shared/rules/minutes.ts';
import { isApproved, recordsIn, type ServiceRecord } from '../audit/hours.ts';
import { balancesIn, entriesIn, walletOf } from '../audit/ledger.ts';
import { grouped, rows, type Stored } from '../audit/stored.ts';
import { type Case, type Remedy, together } from './case.ts';

const isNothing = ({ state, minutes }: ServiceRecord) => state === 'corrected' && minutes === 0;
const isEarning = (record: ServiceRecord) => isApproved(record) && !isNothing(record);
const isTaken = (record: ServiceRecord) => record.state === 'confirmed' || isEarning(record);

const dayMs = 24 * 60 * 60 * 1000;
/** A merge brings along the times of the months in which anything may still be recorded. */
const monthsBrought = (at: number) => [62, 31, 0].map((days) => monthOf(shanghaiDay(at - days * dayMs)));

/** A record that takes time, in these months only where it was brought along by a merge. */
interface Taken {
  readonly record: ServiceRecord;
  readonly months?: readonly string[];
}
/** What a district's months follow from. */
interface Facts {
  readonly district: string;
  readonly stored: Stored;
  readonly records: ReadonlyMap<string, readonly ServiceRecord[]>;
  /** Registrations by whose wallet they were merged into, and when. */
  readonly merged: ReadonlyMap<string, readonly { readonly volunteer: string; readonly at: number }[]>;
}

export function repairMonths(district: string, stored: Stored): Remedy {
  const records = grouped(recordsIn(stored), ({ volunteer }) => volunteer);
  const facts = { district, stored, records, merged: mergedIn(stored) };
  const holders = rows(stored.Service, 'PM').map(({ pk }) => pk.split('#')[3] ?? '');
  const people = new Set([...records.keys(), ...facts.merged.keys(), ...holders]);
  return together([...people].map((volunteer) => repairPerson(facts, volunteer)));
}

function mergedIn(stored: Stored): Facts['merged'] {
  const latest = new Map(entriesIn(stored).map(({ kind, wallet, at }) => [kind === 'merge' ? wallet : '', at]));
  const merged = balancesIn(stored).filter(({ mergedInto }) => mergedInto !== undefined);
  const ends = merged.map((row) => ({ into: row.mergedInto ?? '', volunteer: walletOf(row) }));
  return grouped(
    ends.map((end) => ({ ...end, at: latest.get(end.volunteer) ?? 0 })),
    ({ into }) => into,
  );
}

function takenOf(facts: Facts, volunteer: string): Taken[] {
  const own = (facts.records.get(volunteer) ?? []).filter(isTaken).map((record) => ({ record }));
  const brought = (facts.merged.get(volunteer) ?? []).flatMap(({ volunteer: other, at }) => {
    const months = monthsBrought(at);
    const isBrought = (taken: Taken) => (taken.months ?? months).filter((month) => months.includes(month));
    return takenOf(facts, other).map((taken) => ({ ...taken, months: isBrought(taken) }));
  });
  return [...own, ...brought];
}

function repairPerson(facts: Facts, volunteer: string): Remedy {
  const { district, stored } = facts;
  const prefix = `PM#${volunteer}#`;
  const held = [...stored.Service].filter(([place]) => place.startsWith(prefix) && place.endsWith(' PM'));
  const months = new Map<string, MonthDays>(held.map(([place]) => [place.slice(prefix.length, -' PM'.length), {}]));
  const noted = notedIn([volunteer, ...(facts.merged.get(volunteer) ?? []).map((one) => one.volunteer)], stored);
  const cases: Case[] = [];
  for (const { record, months: only } of takenOf(facts, volunteer)) {
    for (const [at, part] of dayParts(record).entries()) {
      if (only && !only.includes(part.month)) continue;
      const placed = placeInterval(months.get(part.month) ?? {}, part, record.shift);
      if (placed === 'overlap') {
        const says = `volunteer ${volunteer}: at ${record.shift} and somewhere else at once`;
        cases.push({ about: [volunteer], says });
        continue;
      }
      months.set(part.month, withNotes(placed, part.day, record, noted.get(`${part.day} ${record.shift}`), at === 0));
    }
  }
  const writes = [...months].flatMap(([month, days]) => [...monthWrite(district, stored, volunteer, month, days)]);
  return { writes: cases.length > 0 ? [] : writes, cases };
}

/** What stands with each slot, the first registration's own before what others have of it. */
function notedIn(volunteers: readonly string[], { Service }: Stored): ReadonlyMap<string, Slot> {
  const noted = new Map<string, Slot>();
  for (const { days } of volunteers.flatMap((one) => rows<{ days: MonthDays }>(Service, 'PM').filter(isOf(one)))) {
    for (const [day, slots] of Object.entries(days))
      for (const slot of slots) if (!noted.has(`${day} ${slot.record}`)) noted.set(`${day} ${slot.record}`, slot);
  }
  return noted;
}
const isOf =
  (volunteer: string) =>
  ({ pk }: Item) =>
    pk.includes(`#PM#${volunteer}#`);

/** Minutes that earned points under the day's cap stand with the slot; where that is lost, all of them count. */
function withNotes(days: MonthDays, day: string, record: ServiceRecord, known: Slot | undefined, isFirst: boolean) {
  const { shift, minutes, grade, points = 0 } = record;
  const earning = isEarning(record);
  const pointsMinutes = !earning ? 0 : (known?.pointsMinutes ?? 0) || (isFirst && points > 0 ? minutes : 0);
  const placed = (days[day] ?? []).map((slot) => (slot.record === shift ? { ...slot, pointsMinutes } : slot));
  const next = { ...days, [day]: placed };
  const { preparedFrom } = known ?? {};
  const counted = { minutes, isMakeUp: grade === 'D', ...(preparedFrom !== undefined && { preparedFrom }) };
  return isFirst ? noteMinutes(next, day, shift, counted) : next;
}

function* monthWrite(
  district: string,
  stored: Stored,
  volunteer: string,
  month: string,
  days: MonthDays,
): Iterable<Write> {
  const row = stored.Service.get(`PM#${volunteer}#${month} PM`);
  if (row && isSame(row.days as unknown as MonthDays, days)) return;
  const plain = Object.fromEntries(
    Object.entries(days).map(([day, slots]) => [day, slots.map((slot) => ({ ...slot }))]),
  );
  yield { ...monthAt(district, volunteer, month), update: { set: { v: 1, days: plain }, add: { ver: 1 } } };
}

/** Rows from before minutes were noted with a slot are as right as later ones. */
function isSame(one: MonthDays, other: MonthDays): boolean {
  const times = (days: MonthDays) =>
    Object.entries(days)
      .filter(([, slots]) => slots.length > 0)
      .map(([day, slots]) => [
        day,
        slots.map(({ record, from, to, pointsMinutes }) => [record, from, to, pointsMinutes > 0 ? 1 : 0]),
      ])
      .sort();
  return canonicalJson(times(one)) === canonicalJson(times(other));
}
