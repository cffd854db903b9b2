/**
 * Service records: final exactly if posted, posted once with what was approved; three different pairs of eyes; nobody
 * in two places at once; and what follows from records says what they say.
 */
import type { Item } from '../../../functions/platform/store/port.ts';
import { balancesIn, entriesIn, walletOf } from './ledger.ts';
import { grouped, rows, type Stored, sumOf } from './stored.ts';

export interface ServiceRecord {
  readonly shift: string;
  readonly volunteer: string;
  readonly state: 'recorded' | 'confirmed' | 'published' | 'final' | 'sent_back';
  readonly rev: number;
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  readonly points?: number;
  readonly dueAt?: number;
  readonly recordedBy: string;
  readonly confirmedBy?: string;
  readonly approvedBy?: string;
}
interface Slot {
  readonly record: string;
  readonly from: number;
  readonly to: number;
  readonly pointsMinutes: number;
}

const minuteMs = 60_000;
/** Minutes of a minor's day that earn points at most, as the rules have it unless a district sets another. */
const pointsMinutesPerDayMax = 240;
export const recordsIn = ({ Service }: Stored) => rows<ServiceRecord>(Service, 'P#');
const isTaken = ({ state }: ServiceRecord) => state === 'confirmed' || isPublished({ state });
const isPublished = ({ state }: Pick<ServiceRecord, 'state'>) => state === 'published' || state === 'final';

export function auditHours(stored: Stored, now: number): string[] {
  const byVolunteer = grouped(recordsIn(stored), ({ volunteer }) => volunteer);
  const byShift = grouped(recordsIn(stored), ({ shift }) => shift);
  return [
    ...faultsOfPosting(stored, now),
    ...[...byShift.values()].flatMap((records) => [...faultsOfEyes(records)]),
    ...[...byVolunteer].flatMap(([volunteer, records]) => [...faultsOfTime(stored, volunteer, records)]),
    ...[...byShift].flatMap(([shift, records]) => [...faultsOfProjection(stored, shift, records)]),
  ];
}

function* faultsOfPosting(stored: Stored, now: number): Iterable<string> {
  const nameOf = (shift?: string, volunteer?: string) => `${shift} ${volunteer}`;
  const services = entriesIn(stored).filter(({ kind }) => kind === 'service');
  const posted = grouped(services, ({ effect: { shift, volunteer } }) => nameOf(shift, volunteer));
  const minutes = new Map<string, number>();
  for (const { shift, volunteer, state, dueAt = 0, ...record } of recordsIn(stored)) {
    const name = nameOf(shift, volunteer);
    const entries = posted.get(name) ?? [];
    const due = state === 'final' && record.minutes > 0 ? 1 : 0;
    if (entries.length !== due) yield `record ${name}: ${state}, posted ${entries.length} times`;
    for (const entry of entries) {
      const isRight = entry.minutes === record.minutes && entry.points - entry.debt === record.points;
      if (entry.wallet !== volunteer || !isRight) yield `record ${name}: posted otherwise than approved`;
    }
    if (state === 'published' && dueAt <= now) yield `record ${name}: due and not final`;
    if (state === 'final') minutes.set(volunteer, (minutes.get(volunteer) ?? 0) + record.minutes);
    posted.delete(name);
  }
  for (const name of posted.keys()) yield `record ${name}: posted, but not there`;
  for (const balance of balancesIn(stored)) {
    const served = minutes.get(walletOf(balance)) ?? 0;
    if (balance.minutes !== served) yield `wallet ${walletOf(balance)}: ${balance.minutes} minutes, ${served} served`;
  }
}

function* faultsOfEyes(records: readonly ServiceRecord[]): Iterable<string> {
  const participants = new Set(records.map(({ volunteer }) => volunteer));
  for (const { shift, volunteer, recordedBy, confirmedBy, approvedBy } of records.filter(isPublished)) {
    const name = `record ${shift} ${volunteer}`;
    if (approvedBy === recordedBy || approvedBy === confirmedBy) yield `${name}: approved by whoever entered it`;
    if (approvedBy === undefined || participants.has(approvedBy)) yield `${name}: approved by a participant or nobody`;
    if (confirmedBy === undefined || confirmedBy === volunteer) yield `${name}: confirmed by the volunteer or nobody`;
  }
}

/** A person's taken times do not overlap, and are exactly what the month items hold. */
function* faultsOfTime({ Service }: Stored, volunteer: string, records: readonly ServiceRecord[]): Iterable<string> {
  const taken = records.filter(isTaken).sort((one, other) => one.from - other.from);
  for (const [at, { from, shift }] of taken.entries()) {
    const before = taken[at - 1];
    if (before && before.to - from >= minuteMs) yield `volunteer ${volunteer}: in ${before.shift} and ${shift} at once`;
  }
  const months = [...Service.values()].filter(({ pk }) => pk.includes(`#PM#${volunteer}#`));
  const days = months.flatMap(({ days }) => Object.entries(days as unknown as Record<string, readonly Slot[]>));
  // A record that crosses midnight has a slot in each day.
  const parts = grouped(
    days.flatMap(([, slots]) => slots),
    ({ record }) => record,
  );
  const held = [...parts].map(([shift, slots]) => {
    return [shift, Math.min(...slots.map(({ from }) => from)), Math.max(...slots.map(({ to }) => to))];
  });
  const expected = taken.map(({ shift, from, to }) => [shift, from, to]);
  if (held.sort().join() !== expected.sort().join()) yield `volunteer ${volunteer}: months do not hold the times taken`;
  const earning = new Set(records.filter(isPublished).map(({ shift }) => shift));
  for (const [day, slots] of days) {
    const forgotten = slots.filter(({ record, pointsMinutes }) => pointsMinutes > 0 && !earning.has(record));
    if (forgotten.length > 0) yield `volunteer ${volunteer}: points noted on ${day} for what is not approved`;
    const minutes = sumOf(slots.map(({ pointsMinutes }) => pointsMinutes));
    if (minutes > pointsMinutesPerDayMax) yield `volunteer ${volunteer}: points for ${minutes} minutes on ${day}`;
  }
}

/** Counts, the approval queue and the public lists are what the records make them. */
function* faultsOfProjection({ Service }: Stored, shift: string, records: readonly ServiceRecord[]): Iterable<string> {
  const head = Service.get(`S#${shift} HEAD`);
  if (!head) return yield `shift ${shift}: records without a shift`;
  const counts = head.counts as Readonly<Record<string, number>>;
  const states = grouped(records, ({ state }) => state);
  const isCounted = [...states].every(([state, list]) => counts[state] === list.length);
  if (!isCounted || sumOf(Object.values(counts)) !== records.length) yield `shift ${shift}: counted wrongly`;
  if (states.has('confirmed') !== (head.byQueuePk !== undefined)) yield `shift ${shift}: queued wrongly`;
  const lists = [...Service.values()].filter(({ sk }) => sk.endsWith(`Z#${shift}`));
  const listed = lists.map((list) => [list.until, peopleOn(list)]).filter(([, people]) => people !== 0);
  const published = grouped(records.filter(isPublished), ({ dueAt }) => String(dueAt));
  const expected = [...published].map(([dueAt, list]) => [Number(dueAt), list.length]);
  if (listed.sort().join() !== expected.sort().join()) yield `shift ${shift}: published wrongly`;
}

function peopleOn({ people, classes }: Item): number {
  return (people as unknown[]).length + sumOf((classes as { people: number }[]).map((one) => one.people));
}
