/**
 * Wallets rolled forward: each entry of a chain stands in its wallet and in the journal, and the balance is what the
 * chain comes to. Nothing is ever taken from the journal.
 */
import { journalRow } from '../../functions/ledger/post.ts';
import { type Balance, balanceAt, emptyBalance, entryAt, expiryKeys, journalAt } from '../../functions/ledger/rows.ts';
import { canonicalJson } from '../../functions/platform/store/canonical.ts';
import type { Item, Write } from '../../functions/platform/store/port.ts';
import { balancesIn, walletOf } from '../audit/ledger.ts';
import type { Stored } from '../audit/stored.ts';
import { type Case, type Remedy, together } from './case.ts';
import type { Chain, Entry } from './fragments.ts';

const version = 1;

export function repairWallets(district: string, stored: Stored, chains: readonly Chain[]): Remedy {
  const known = new Set(chains.map(({ wallet }) => wallet));
  const bare = balancesIn(stored)
    .map(walletOf)
    .filter((wallet) => !known.has(wallet));
  const empty = bare.map((wallet): Chain => ({ wallet, entries: [], behind: [] }));
  return together([...chains, ...empty].map((chain) => repairWallet(district, stored, chain)));
}

function repairWallet(district: string, stored: Stored, { wallet, entries, behind }: Chain): Remedy {
  const row = stored.Ledger.get(`W#${wallet} BAL`) as (Item & Balance & { mergedInto?: string }) | undefined;
  const last = entries.length;
  const cases: Case[] = [];
  if (behind.length > 0) {
    const says = `wallet ${wallet}: entry ${last + 1} is lost, and ${behind.length} behind it cannot follow`;
    return {
      writes: entries.flatMap((entry) => [...rowsOf(district, stored, entry)]),
      cases: [{ about: about(wallet, behind), says }],
    };
  }
  const lost = (row?.seq ?? 0) - last;
  if (lost > 0)
    cases.push({
      about: [wallet],
      says: `wallet ${wallet}: its last ${lost} entries are lost, it stands after ${last}`,
    });
  const balance = entries.reduce(after, emptyBalance);
  const heir = heirAfter(entries);
  const isRight = row && canonicalJson(pick(row)) === canonicalJson(balance) && row.mergedInto === heir;
  const writes = entries.flatMap((entry) => [...rowsOf(district, stored, entry)]);
  return { writes: isRight ? writes : [...writes, balanceWrite(district, wallet, balance, heir)], cases };
}

/** What a difference may be called by that follows from entries nobody can place. */
const about = (wallet: string, entries: readonly Entry[]) => [
  wallet,
  ...entries.flatMap(({ reference, tx }) => [reference, tx]),
];

function* rowsOf(district: string, { Ledger, Journal }: Stored, entry: Entry): Iterable<Write> {
  const { wallet, seq, tx } = entry;
  const line = entryAt(district, wallet, seq);
  const journal = journalAt(district, tx);
  if (!Ledger.has(`W#${wallet} ${line.key.sk}`)) yield { ...line, put: { ...entry } };
  // Without the asker's request: whoever sends it again is told that the key was used, and is not charged twice.
  if (!Journal.has(`X#${tx} X`)) yield { ...journal, put: { ...journalRow(entry), restored: true } };
}

/** The balance that an entry leaves. */
function after(before: Balance, entry: Entry): Balance {
  const { pointsAfter: points, debtAfter: debt, minutesAfter: minutes, lots, seq, hash: head, at } = entry;
  const { minutesByStage, minutesByYear } = countMinutes(before, entry);
  return { points, debt, minutes, minutesByStage, minutesByYear, lots, seq, head, at };
}

/** Whose wallet gets what would come to this one: a merge that takes all of it names the other, a separation nobody. */
function heirAfter(entries: readonly Entry[]): string | undefined {
  const turns = entries.filter(({ kind, tx, effect }) => {
    return kind === 'merge' && tx.endsWith(effect.merge === effect.change ? '#out' : '#in');
  });
  const last = turns.at(-1)?.effect;
  return last && last.merge === last.change ? String(last.volunteer) : undefined;
}

type Sums = Readonly<Record<string, number>>;
interface Counted {
  readonly stage?: string;
  readonly schoolYear?: number;
  readonly minutesByStage?: Sums;
  readonly minutesByYear?: Sums;
}

/** An entry says of which stage and school year its minutes are; a merged wallet brings sums of both. */
function countMinutes({ minutesByStage, minutesByYear }: Balance, { minutes, effect }: Entry) {
  const { stage, schoolYear, ...sums } = effect as Counted;
  const sign = Math.sign(minutes);
  return {
    minutesByStage: added(minutesByStage, sums.minutesByStage ?? (stage && { [stage]: Math.abs(minutes) }), sign),
    minutesByYear: added(
      minutesByYear,
      sums.minutesByYear ?? (schoolYear && { [schoolYear]: Math.abs(minutes) }),
      sign,
    ),
  };
}

function added(before: Sums, more: Sums | '' | 0 | undefined, sign: number): Sums {
  const sums = { ...before };
  for (const [name, count] of Object.entries(more || {})) sums[name] = (sums[name] ?? 0) + sign * count;
  return sums;
}

const pick = ({ points, debt, minutes, minutesByStage, minutesByYear, lots, seq, head, at }: Balance): Balance => ({
  points,
  debt,
  minutes,
  minutesByStage,
  minutesByYear,
  lots,
  seq,
  head,
  at,
});

function balanceWrite(district: string, wallet: string, balance: Balance, heir: string | undefined): Write {
  const index = expiryKeys(district, wallet, balance.lots);
  const update = {
    set: { v: version, ...balance, ...index, ...(heir && { mergedInto: heir }) },
    remove: [...(index ? [] : ['byExpiryPk', 'byExpirySk']), ...(heir ? [] : ['mergedInto'])],
  };
  return { ...balanceAt(district, wallet), update };
}
