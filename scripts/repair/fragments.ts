/**
 * Every copy of every entry: as a wallet's line, inside the journal, in the archive of the stream. One copy is enough:
 * an entry carries everything it did, and its hash says whether it is whole.
 */
import type { Entry as StoredEntry } from '../../functions/ledger/rows.ts';
import { canonicalJson, sha256 } from '../../functions/platform/store/canonical.ts';
import { rows, type Stored } from '../audit/stored.ts';

export type Entry = StoredEntry;

export interface Chain {
  readonly wallet: string;
  /** From the first entry on, each following the one before. */
  readonly entries: readonly Entry[];
  /** Entries behind a gap: what came before them is lost. */
  readonly behind: readonly Entry[];
}

/** @param archived entries that the archive has of the district, in any order, some of them more than once */
export function chainsOf(stored: Stored, archived: readonly Entry[]): Chain[] {
  const lines = rows<Entry>(stored.Ledger, 'E#').map(({ pk, sk, ...entry }) => entry);
  const journal = rows<{ readonly void?: string; readonly entry: Entry }>(stored.Journal, 'X')
    .filter((row) => row.void === undefined)
    .map(({ entry }) => entry);
  const wallets = Map.groupBy([...lines, ...journal, ...archived].filter(isWhole), ({ wallet }) => wallet);
  return [...wallets].map(([wallet, copies]) => chainOf(wallet, copies));
}

function isWhole({ hash, ...content }: Entry): boolean {
  return sha256(canonicalJson(content)) === hash;
}

function chainOf(wallet: string, copies: readonly Entry[]): Chain {
  const byPrev = new Map(copies.map((entry) => [entry.prev, entry]));
  const entries: Entry[] = [];
  for (let next = byPrev.get(''); next; next = byPrev.get(next.hash)) {
    if (next.seq !== entries.length + 1) break;
    entries.push(next);
  }
  const kept = new Set(entries.map(({ hash }) => hash));
  return { wallet, entries, behind: [...byPrev.values()].filter(({ hash }) => !kept.has(hash)) };
}
