/**
 * Consents: while one is taken back, nobody is recorded or redeems anything new, and no public list names the person.
 */
import { decodeTime } from 'ulid';
import type { Item } from '../../../functions/platform/store/port.ts';
import { recordsIn } from './hours.ts';
import { walletOf } from './ledger.ts';
import { redemptionsIn } from './rewards.ts';
import { grouped, rows, type Stored } from './stored.ts';

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

export function auditConsents(stored: Stored): string[] {
  const words = grouped(rows<Word>(stored.Volunteers, 'CONSENT#'), walletOf);
  const silences = new Map([...words].map(([person, said]) => [person, silencesIn(said)]));
  const isSilent = (person: string, at: number) =>
    (silences.get(person) ?? []).some(({ from, to }) => from < at && at < to);
  const recorded = recordsIn(stored).filter(({ shift, volunteer }) =>
    isSilent(volunteer, enteredAt(stored, shift, volunteer)),
  );
  const redeemed = redemptionsIn(stored).filter((one) => isSilent(walletOf(one), decodeTime(one.id)));
  return [
    ...recorded.map(({ shift, volunteer }) => `record ${shift} ${volunteer}: entered without consent`),
    ...redeemed.map(({ id }) => `redemption ${id}: made without consent`),
  ];
}

/** When a record came into being: with its shift, or when the consent had come. */
function enteredAt({ Service }: Stored, shift: string, volunteer: string): number {
  const added = Service.get(`S#${shift} LATE#${volunteer}`)?.addedAt;
  return added === undefined ? decodeTime(shift) : Number(added);
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
