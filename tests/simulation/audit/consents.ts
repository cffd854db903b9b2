/**
 * Consents: while one is taken back, nobody is recorded or redeems anything new, and no public list names the person.
 */
import { decodeTime } from 'ulid';
import type { Item } from '../../../functions/platform/store/port.ts';
import { isListed, recordsIn } from '../../../scripts/audit/hours.ts';
import { walletOf } from '../../../scripts/audit/ledger.ts';
import { redemptionsIn } from '../../../scripts/audit/rewards.ts';
import { grouped, rows, type Stored } from '../../../scripts/audit/stored.ts';

interface Word {
  readonly method: string;
  readonly at: number;
  readonly withdrawnAt?: number;
}
interface Silence {
  readonly from: number;
  readonly to: number;
}
/** Servers' clocks may be ten minutes wrong, each its own way, and a request takes a while. */
const toleranceMs = 21 * 60_000;

export function auditConsents(stored: Stored, now: number): string[] {
  const words = grouped(rows<Word>(stored.Volunteers, 'CONSENT#'), walletOf);
  const silences = new Map([...words].map(([person, said]) => [person, silencesIn(said)]));
  const isSilent = (person: string, at: number) =>
    (silences.get(person) ?? []).some(({ from, to }) => from < at && at < to);
  const byShift = grouped(recordsIn(stored), ({ shift }) => shift);
  const together = new Map([...byShift].map(([shift, list]) => [shift, list.map((one) => one.recordedAt)]));
  const recorded = recordsIn(stored).filter(({ shift, volunteer }) =>
    isSilent(volunteer, enteredAt(stored, shift, volunteer, together.get(shift) ?? [])),
  );
  const redeemed = redemptionsIn(stored).filter((one) => isSilent(walletOf(one), decodeTime(one.id)));
  return [
    ...faultsOfNames(stored, now),
    ...recorded.map(({ shift, volunteer }) => `record ${shift} ${volunteer}: entered without consent`),
    ...redeemed.map(({ id }) => `redemption ${id}: made without consent`),
  ];
}

/**
 * When a record came into being: with its shift, or when the consent had come. The shift of a week's sheet is named
 * after the time served: what two of its records agree on is when it was entered, for an amended one says when it was
 * amended.
 */
function enteredAt({ Service }: Stored, shift: string, volunteer: string, together: readonly number[]): number {
  const added = Service.get(`S#${shift} LATE#${volunteer}`)?.addedAt;
  if (added !== undefined) return Number(added);
  const named = decodeTime(shift);
  if (named !== Service.get(`S#${shift} HEAD`)?.from) return named;
  return together.find((at, index) => together.indexOf(at) !== index) ?? Number.NaN;
}

/** Times in which a word was taken back and not yet given again, by whoever had said it. */
function silencesIn(said: readonly (Word & Item)[]): Silence[] {
  const byVoice = grouped(said, ({ method }) => (method === 'own' ? 'own' : 'guardian'));
  return [...byVoice.values()].flatMap((words) => {
    const inOrder = [...words].sort((one, other) => (one.sk < other.sk ? -1 : 1));
    return inOrder.flatMap(({ withdrawnAt }, at) => {
      if (withdrawnAt === undefined) return [];
      const next = inOrder[at + 1]?.at ?? Number.POSITIVE_INFINITY;
      return [{ from: withdrawnAt + toleranceMs, to: next - toleranceMs }];
    });
  });
}

interface Person {
  readonly class: string;
  readonly consent?: Word & { readonly scopes?: readonly string[] };
  readonly own?: Word & { readonly scopes?: readonly string[] };
}
const allows = (word: Person['own']) =>
  word === undefined || (word.withdrawnAt === undefined && (word.scopes?.includes('publicity') ?? true));
/** Pupils of primary classes are too young to be named. */
const mayBeNamed = (person: Person) =>
  !person.class.includes('-primary-') && allows(person.consent) && allows(person.own);

function* faultsOfNames(stored: Stored, now: number): Iterable<string> {
  const people = new Map(rows<Person>(stored.Volunteers, 'V').map((row) => [walletOf(row), row]));
  const shown = grouped(recordsIn(stored).filter(isListed), ({ shift, dueAt }) => `${shift} ${dueAt}`);
  for (const list of stored.Service.values()) {
    if (!list.pk.includes('#PUB#') || Number(list.until) <= now) continue;
    const records = shown.get(`${list.shift} ${list.until}`) ?? [];
    const named = records.filter(({ volunteer }) => mayBeNamed(people.get(volunteer) as Person)).length;
    const there = (list.people as unknown[]).length;
    if (there !== named) yield `public list of ${list.shift}: names ${there} people, may name ${named}`;
  }
}
