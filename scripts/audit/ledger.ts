/**
 * Wallets and journal, counted from zero: nothing below zero, lots sum to points, each wallet's entries are one
 * unbroken chain whose sum is its balance, and every entry has one journal row whose legs sum to zero.
 */

import { canonicalJson, sha256 } from '../../functions/platform/store/canonical.ts';
import type { Item } from '../../functions/platform/store/port.ts';
import type { EntryKind } from '../../shared/contracts/ledger.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { grouped, rows, type Stored, sumOf } from './stored.ts';

type Lots = Readonly<Record<string, number>>;
interface Balance {
  readonly points: number;
  readonly debt: number;
  readonly minutes: number;
  readonly minutesByStage: Readonly<Record<string, number>>;
  readonly minutesByYear: Readonly<Record<string, number>>;
  readonly lots: Lots;
  readonly seq: number;
  readonly head: string;
  readonly mergedInto?: string;
}
export interface Entry {
  readonly wallet: string;
  readonly seq: number;
  readonly tx: string;
  readonly kind: EntryKind;
  readonly points: number;
  readonly debt: number;
  readonly minutes: number;
  readonly pointsAfter: number;
  readonly debtAfter: number;
  readonly minutesAfter: number;
  readonly lots: Lots;
  readonly lotsUsed: Lots;
  readonly at: number;
  readonly reference: string;
  readonly effect: { readonly shift?: string; readonly volunteer?: string; readonly change?: string };
  readonly prev: string;
  readonly hash: string;
}
interface JournalRow {
  readonly void?: string;
  readonly tx: string;
  readonly legs: readonly (readonly [account: string, points: number])[];
  readonly entry: Entry;
}

export const entriesIn = ({ Ledger }: Stored) => rows<Entry>(Ledger, 'E#');
export const balancesIn = ({ Ledger }: Stored) => rows<Balance>(Ledger, 'BAL');
const journalIn = ({ Journal }: Stored) => rows<JournalRow>(Journal, 'X').filter((row) => row.void === undefined);
export const walletOf = ({ pk }: Item) => pk.slice(pk.lastIndexOf('#') + 1);

export function auditLedger(stored: Stored, now: number): string[] {
  const wrong: string[] = [];
  const entries = grouped(entriesIn(stored), walletOf);
  const balances = balancesIn(stored);
  for (const balance of balances) {
    const wallet = walletOf(balance);
    const chain = (entries.get(wallet) ?? []).sort((one, other) => one.seq - other.seq);
    const faults = [...faultsOfBalance(balance, chain, now), ...chain.flatMap(faultsOfEntry(chain))];
    wrong.push(...faults.map((fault) => `wallet ${wallet}: ${fault}`));
    entries.delete(wallet);
  }
  for (const wallet of entries.keys()) wrong.push(`wallet ${wallet}: entries without a balance`);
  return [...wrong, ...faultsOfJournal(stored), ...faultsOfConservation(stored)];
}

function* faultsOfBalance(balance: Balance, chain: readonly Entry[], now: number): Iterable<string> {
  const { points, debt, minutes, minutesByStage, minutesByYear, lots, seq, head } = balance;
  for (const count of [points, debt, minutes, ...Object.values(lots)]) {
    if (!Number.isSafeInteger(count) || count < 0) yield `${count} is not an amount`;
  }
  if (sumOf(Object.values(lots)) !== points) yield `lots do not sum to ${points} points`;
  const counted = { points: sumOf(chain.map((entry) => entry.points)), debt: sumOf(chain.map((entry) => entry.debt)) };
  if (counted.points !== points) yield `${points} points, and ${counted.points} counted from zero`;
  if (counted.debt !== debt) yield `${debt} points of debt, and ${counted.debt} counted from zero`;
  const served = sumOf(chain.map((entry) => entry.minutes));
  for (const sums of [{ minutes }, minutesByStage, minutesByYear]) {
    const there = sumOf(Object.values(sums));
    if (there !== served) yield `${there} minutes as ${Object.keys(sums)}, and ${served} counted from zero`;
  }
  const last = chain.at(-1);
  if (seq !== chain.length || last?.seq !== seq) yield `sequence ${seq} with ${chain.length} entries`;
  if (last?.hash !== head) yield 'the head is not the last hash';
  if (canonicalJson(lots) !== canonicalJson(last?.lots ?? {})) yield 'lots are not those of the last entry';
  const today = shanghaiDay(now).replaceAll('-', '');
  for (const lastDay of Object.keys(lots)) if (lastDay < today) yield `lot ${lastDay} has outlived its sweep`;
}

const faultsOfEntry =
  (chain: readonly Entry[]) =>
  (entry: Entry & Item, at: number): string[] => {
    const { pk, sk, hash, ...content } = entry;
    const before = chain[at - 1];
    const faults: [boolean, string][] = [
      [entry.seq !== at + 1, 'is out of sequence'],
      [entry.prev !== (before?.hash ?? ''), 'does not follow the hash before'],
      [sha256(canonicalJson(content)) !== hash, 'has been changed since it was hashed'],
      [entry.at < (before?.at ?? 0), 'goes back in time'],
      [entry.pointsAfter !== (before?.pointsAfter ?? 0) + entry.points, 'breaks the running sum of points'],
      [entry.debtAfter !== (before?.debtAfter ?? 0) + entry.debt, 'breaks the running sum of debt'],
      [entry.minutesAfter !== (before?.minutesAfter ?? 0) + entry.minutes, 'breaks the running sum of minutes'],
      [entry.pointsAfter < 0 || entry.debtAfter < 0, 'goes below zero'],
      [sumOf(Object.values(entry.lots)) !== entry.pointsAfter, 'has lots that do not sum to its points'],
      [isTaking(entry) && !tookItsLots(before?.lots ?? {}, entry), 'took other lots than it says'],
      ...faultsOfKind(entry, before),
    ];
    return faults.filter(([isWrong]) => isWrong).map(([, fault]) => `entry ${entry.seq} ${fault}`);
  };

const taking: readonly EntryKind[] = ['redeem', 'expire', 'donate', 'correct', 'surplus'];
const isTaking = ({ kind, points }: Entry) =>
  taking.includes(kind) || ((kind === 'adjust' || kind === 'merge') && points < 0);
export const isEarning = ({ kind, points }: Entry) =>
  kind === 'service' || kind === 'bonus' || kind === 'goodwill' || (kind === 'adjust' && points > 0);

/** What each kind of entry may do to minutes, points and debt. */
function faultsOfKind(entry: Entry, before: Entry | undefined): [boolean, string][] {
  const { kind, minutes, points, debt, tx } = entry;
  if (kind === 'merge') return [];
  const mayMoveMinutes = kind === 'service' ? minutes >= 0 : kind === 'correct' ? minutes <= 0 : minutes === 0;
  const mayMoveDebt = debt > 0 ? kind === 'correct' : debt === 0 || isEarning(entry) || kind === 'waive';
  return [
    [!mayMoveMinutes, 'moves minutes without service'],
    [!mayMoveDebt, 'moves debt without cause'],
    [debt > 0 && entry.pointsAfter > 0, 'leaves debt to a wallet that has points'],
    [kind === 'correct' && points > 0, 'gives points by a correction'],
    [kind === 'waive' && (points !== 0 || entry.debtAfter !== 0), 'waives otherwise than all debt'],
    [kind === 'redeem' && entry.debtAfter > 0, 'redeems with debt'],
    [kind === 'surplus' && tx !== `S#${before?.tx}`, 'takes a surplus that nothing before it brought'],
  ];
}

function tookItsLots(before: Lots, { lots, lotsUsed, points }: Entry): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(lots), ...Object.keys(lotsUsed)]);
  const fits = [...names].every((lot) => (before[lot] ?? 0) - (lotsUsed[lot] ?? 0) === (lots[lot] ?? 0));
  return fits && sumOf(Object.values(lotsUsed)) === -points;
}

function faultsOfJournal(stored: Stored): string[] {
  const wrong: string[] = [];
  const unmatched = new Map(entriesIn(stored).map((entry) => [`${entry.wallet} ${entry.seq}`, entry]));
  for (const { pk, tx, legs, entry } of journalIn(stored)) {
    const name = `${entry.wallet} ${entry.seq}`;
    const { pk: _, sk, ...posted } = unmatched.get(name) ?? ({} as Entry & Item);
    if (!pk.endsWith(`#X#${tx}`) || entry.tx !== tx) wrong.push(`journal ${tx}: lies in another's place`);
    if (canonicalJson(posted) !== canonicalJson(entry)) wrong.push(`journal ${tx}: has no entry that is the same`);
    if (sumOf(legs.map(([, points]) => points)) !== 0) wrong.push(`journal ${tx}: legs do not sum to zero`);
    unmatched.delete(name);
  }
  for (const name of unmatched.keys()) wrong.push(`entry ${name}: has no journal row`);
  return wrong;
}

/** What all wallets hold, less what they owe, is what the accounts outside them gave. */
function faultsOfConservation(stored: Stored): string[] {
  const held = sumOf(balancesIn(stored).map(({ points, debt }) => points - debt));
  const outside = journalIn(stored).flatMap(({ legs }) => legs.filter(([account]) => !/^[WD]:/.test(account)));
  const given = -sumOf(outside.map(([, points]) => points));
  return held === given ? [] : [`wallets hold ${held} points of ${given} given`];
}
