/**
 * Service records: final exactly if posted, posted once with what was approved; three different pairs of eyes; nobody
 * in two places at once; and what follows from records says what they say.
 */
import type { Item } from '../../functions/platform/store/port.ts';
import { balancesIn, type Entry, entriesIn, walletOf } from './ledger.ts';
import { heirIn, kinIn } from './merges.ts';
import { grouped, rows, type Stored, sumOf } from './stored.ts';

export interface ServiceRecord {
  readonly shift: string;
  readonly volunteer: string;
  readonly state:
    | 'recorded'
    | 'confirmed'
    | 'published'
    | 'objected'
    | 'rejected'
    | 'final'
    | 'corrected'
    | 'sent_back';
  readonly rev: number;
  readonly grade: 'C' | 'D';
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  readonly computed: readonly { readonly minutes: number }[];
  readonly points?: number;
  readonly bonus?: number;
  readonly dueAt?: number;
  readonly recordedBy: string;
  readonly recordedAt: number;
  readonly confirmedBy?: string;
  readonly firstApprovedBy?: string;
  readonly sentBackAt?: number;
  readonly approvedBy?: string;
  readonly correction?: { readonly change: string };
  readonly objection?: {
    readonly by: string;
    readonly decision?: 'upheld' | 'returned' | 'dismissed';
    readonly decidedBy?: string;
  };
}
interface Slot {
  readonly record: string;
  readonly from: number;
  readonly to: number;
  readonly pointsMinutes: number;
}

const minuteMs = 60_000;
export const recordsIn = ({ Service }: Stored) => rows<ServiceRecord>(Service, 'P#');
/** Approved, and not rejected since: it earns, unless it was corrected to nothing. */
export const isApproved = ({ state }: Pick<ServiceRecord, 'state'>) => isListed({ state }) || state === 'objected';
const isEarning = (record: ServiceRecord) => isApproved(record) && !isNothing(record);
const isTaken = (record: ServiceRecord) => record.state === 'confirmed' || isEarning(record);
const isNothing = ({ state, minutes }: ServiceRecord) => state === 'corrected' && minutes === 0;
const isPosted = ({ state }: Pick<ServiceRecord, 'state'>) => state === 'final' || state === 'corrected';
export const isListed = ({ state }: Pick<ServiceRecord, 'state'>) => state === 'published' || isPosted({ state });

export function auditHours(stored: Stored, now: number): string[] {
  const byVolunteer = grouped(recordsIn(stored), ({ volunteer }) => volunteer);
  const holders = rows(stored.Service, 'PM').map(({ pk }) => pk.split('#')[3] ?? '');
  for (const holder of holders) byVolunteer.set(holder, byVolunteer.get(holder) ?? []);
  const kinOf = kinIn(stored);
  const ofKin = (volunteer: string) =>
    [...kinOf(volunteer)].flatMap((one) => (one === volunteer ? [] : (byVolunteer.get(one) ?? [])));
  const byShift = grouped(recordsIn(stored), ({ shift }) => shift);
  return [
    ...faultsOfPosting(stored, now),
    ...[...byShift.values()].flatMap((records) => [...faultsOfEyes(records)]),
    ...[...byVolunteer].flatMap(([volunteer, records]) => [
      ...faultsOfTime(stored, volunteer, records, ofKin(volunteer)),
    ]),
    ...[...byShift].flatMap(([shift, records]) => [...faultsOfProjection(stored, shift, records)]),
  ];
}

/** A final record was posted once; what corrections took back since is what it counts less. */
function* faultsOfPosting(stored: Stored, now: number): Iterable<string> {
  const nameOf = (shift?: string, volunteer?: string) => `${shift} ${volunteer}`;
  const about = entriesIn(stored).filter(({ kind }) => kind === 'service' || kind === 'bonus' || kind === 'correct');
  const posted = grouped(about, ({ effect: { shift, volunteer } }) => nameOf(shift, volunteer));
  const minutes = new Map<string, number>();
  const [heirOf, kinOf] = [heirIn(stored), kinIn(stored)];
  for (const record of recordsIn(stored)) {
    const { shift, volunteer, state, dueAt = 0 } = record;
    const name = nameOf(shift, volunteer);
    yield* faultsOfEntries(record, posted.get(name) ?? [], kinOf);
    if (state === 'published' && dueAt <= now) yield `record ${name}: due and not final`;
    const wallet = heirOf(volunteer);
    if (isPosted(record)) minutes.set(wallet, (minutes.get(wallet) ?? 0) + record.minutes);
    posted.delete(name);
  }
  for (const name of posted.keys()) yield `record ${name}: posted, but not there`;
  for (const balance of balancesIn(stored)) {
    const served = minutes.get(walletOf(balance)) ?? 0;
    if (balance.minutes !== served) yield `wallet ${walletOf(balance)}: ${balance.minutes} minutes, ${served} served`;
  }
}

type KinOf = ReturnType<typeof kinIn>;
function* faultsOfEntries(record: ServiceRecord, entries: readonly Entry[], kinOf: KinOf): Iterable<string> {
  const { shift, volunteer, state, minutes, points = 0, bonus = 0, computed } = record;
  const name = `record ${shift} ${volunteer}`;
  if (sumOf(computed.map((line) => line.minutes)) !== minutes) yield `${name}: its account does not sum to its minutes`;
  const services = entries.filter(({ kind }) => kind === 'service').length;
  const corrections = entries.filter(({ kind }) => kind === 'correct').length;
  const bonuses = entries.filter(({ kind }) => kind === 'bonus').length;
  const due = state === 'corrected' || (state === 'final' && minutes > 0) ? 1 : 0;
  if (services !== due) yield `${name}: ${state}, posted ${services} times`;
  if (corrections > 0 !== (state === 'corrected')) yield `${name}: ${state}, corrected ${corrections} times`;
  if (bonuses !== (record.bonus === undefined ? 0 : 1)) yield `${name}: ${bonuses} bonuses, beside one of ${bonus}`;
  if (entries.length === 0) return;
  const given = sumOf(entries.map((entry) => entry.points - entry.debt));
  const counted = sumOf(entries.map((entry) => entry.minutes));
  const isRight =
    entries.every(({ wallet }) => kinOf(volunteer).has(wallet)) && counted === minutes && given === points + bonus;
  if (!isRight) yield `${name}: posted otherwise than approved and corrected`;
}

/** Whoever approved, first or second, neither entered the record nor took part. */
function* faultsOfEyes(records: readonly ServiceRecord[]): Iterable<string> {
  const participants = new Set(records.map(({ volunteer }) => volunteer));
  for (const record of records.filter((one) => isApproved(one) || one.state === 'rejected')) {
    const { shift, volunteer, recordedBy, confirmedBy, approvedBy, firstApprovedBy, grade, objection } = record;
    const name = `record ${shift} ${volunteer}`;
    const approvers = grade === 'D' ? [firstApprovedBy, approvedBy] : [approvedBy];
    for (const approver of approvers) {
      if (approver === recordedBy || approver === confirmedBy) yield `${name}: approved by whoever entered it`;
      if (approver === undefined || participants.has(approver)) yield `${name}: approved by a participant or nobody`;
    }
    if (new Set(approvers).size !== approvers.length) yield `${name}: late, and approved by one person only`;
    if (confirmedBy === undefined || confirmedBy === volunteer) yield `${name}: confirmed by the volunteer or nobody`;
    // Whoever gave it back to have its times put right may do that too: it was recorded anew.
    const decider = objection?.decision === 'returned' ? undefined : objection?.decidedBy;
    if (decider && [volunteer, recordedBy, confirmedBy].includes(decider))
      yield `${name}: decided by whoever entered it`;
  }
}

/** A person's taken times do not overlap, and are exactly what the month items hold. */
/** @param kin records of other registrations of the same person, whose times may be taken here as well */
function* faultsOfTime(
  { Service }: Stored,
  volunteer: string,
  records: readonly ServiceRecord[],
  kin: readonly ServiceRecord[],
): Iterable<string> {
  const taken = records.filter(isTaken).sort((one, other) => one.from - other.from);
  for (const [at, { from, shift }] of taken.entries()) {
    const before = taken[at - 1];
    if (before && before.to - from >= minuteMs) yield `volunteer ${volunteer}: in ${before.shift} and ${shift} at once`;
  }
  const months = rows(Service, 'PM').filter(({ pk }) => pk.includes(`#PM#${volunteer}#`));
  const days = months.flatMap(({ days }) => Object.entries(days as unknown as Record<string, readonly Slot[]>));
  // A record that crosses midnight has a slot in each day.
  const parts = grouped(
    days.flatMap(([, slots]) => slots),
    ({ record }) => record,
  );
  const theirs = new Set(kin.filter(isTaken).map(({ shift }) => shift));
  const own = new Set(taken.map(({ shift }) => shift));
  const held = [...parts]
    .filter(([shift]) => own.has(shift) || !theirs.has(shift))
    .map(([shift, slots]) => {
      return [shift, Math.min(...slots.map(({ from }) => from)), Math.max(...slots.map(({ to }) => to))];
    });
  const expected = taken.map(({ shift, from, to }) => [shift, from, to]);
  if (held.sort().join() !== expected.sort().join()) yield `volunteer ${volunteer}: months do not hold the times taken`;
  const earning = new Set([...records, ...kin].filter(isEarning).map(({ shift }) => shift));
  for (const [day, slots] of days) {
    const forgotten = slots.filter(({ record, pointsMinutes }) => pointsMinutes > 0 && !earning.has(record));
    if (forgotten.length > 0) yield `volunteer ${volunteer}: points noted on ${day} for what is not approved`;
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
  const published = grouped(records.filter(isListed), ({ dueAt }) => String(dueAt));
  const expected = [...published].map(([dueAt, list]) => [Number(dueAt), list.length]);
  if (listed.sort().join() !== expected.sort().join()) yield `shift ${shift}: published wrongly`;
}

function peopleOn({ people, classes }: Item): number {
  return (people as unknown[]).length + sumOf((classes as { people: number }[]).map((one) => one.people));
}
