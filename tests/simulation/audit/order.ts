/** Per wallet, the order of entries agrees with the order in which clients saw things happen. */

import { entriesIn } from '../../../scripts/audit/ledger.ts';
import { grouped, type Stored } from '../../../scripts/audit/stored.ts';
import type { Attempt } from '../history.ts';
import type { Operation } from '../operation.ts';

/** What moves points under a key has its place in the journal. */
export function transactionOf(name: string): string | undefined {
  if (name === 'POST /api/redemptions') return 'R';
  if (name === 'POST /api/volunteers/{volunteer}/redemptions') return 'R';
  return name === 'POST /api/donations' ? 'P' : undefined;
}

/** Whose wallet a request moves. */
export const walletIn = ({ who, params }: Operation): string =>
  (params as { volunteer?: string } | undefined)?.volunteer ?? who.person;

interface Seen {
  readonly seq: number;
  readonly isRead: boolean;
  readonly called: number;
  readonly returned: number;
}

/**
 * Walks a wallet's entries and reads in the order of the ledger and keeps the latest call: whatever comes later in the
 * ledger cannot have returned before.
 */
export function* faultsOfOrder(stored: Stored, attempts: readonly Attempt[]): Iterable<string> {
  const sequences = new Map(entriesIn(stored).map(({ tx, seq }) => [tx, seq]));
  const byWallet = grouped(attempts, ({ operation }) => walletIn(operation));
  for (const [wallet, own] of byWallet) {
    const list = own.map((attempt) => seenOf(sequences, attempt)).filter((seen) => seen !== undefined);
    list.sort((a, b) => a.seq - b.seq || Number(a.isRead) - Number(b.isRead) || a.called - b.called);
    let latestCall = 0;
    for (const { seq, called, returned } of list) {
      if (returned < latestCall) yield `wallet ${wallet}: at entry ${seq} time runs backwards`;
      latestCall = Math.max(latestCall, called);
    }
  }
}

function seenOf(
  sequences: ReadonlyMap<string, number>,
  { operation, key, called, returned, outcome }: Attempt,
): Seen | undefined {
  if (outcome?.kind !== 'answer' || returned === undefined) return undefined;
  const { name, params } = operation;
  if (name === 'GET /api/me/balance') {
    return { seq: (outcome.answer as { entries: number }).entries, isRead: true, called, returned };
  }
  const own = transactionOf(name);
  const tx = own ? `${own}#${walletIn(operation)}#${key}` : `C#${(params as { redemption?: string })?.redemption}`;
  const seq = own || name.startsWith('POST /api/redemptions') ? sequences.get(tx) : undefined;
  return seq === undefined ? undefined : { seq, isRead: false, called, returned };
}
