/**
 * Posting: pure from a balance and movements to the writes of one transaction. A movement becomes a journal row (the
 * guard), an entry in the wallet's hash chain, and one update of the balance that names the sequence it was read at.
 */
import type { EntryKind } from '../../shared/contracts/ledger.ts';
import * as lots from '../../shared/rules/lots.ts';
import { canonicalJson, sha256 } from '../platform/store/canonical.ts';
import type { Attributes, Target, Write } from '../platform/store/port.ts';
import { type Balance, balanceAt, type Entry, entryAt, expiryKeys, journalAt } from './rows.ts';

const version = 1;

/** What happened, by the event's own derived id, so that it can be posted once only. */
export interface Movement {
  readonly tx: string;
  readonly kind: EntryKind;
  /** Points to add or take; for `expire` and `return` computed from lots. */
  readonly points: number;
  readonly minutes?: { readonly count: number; readonly stage: string; readonly schoolYear: number };
  /** Last day of a credit's lot, `YYYYMMDD`. */
  readonly expiry?: string;
  /** The lots a redemption used, to give back. */
  readonly lotsUsed?: Readonly<Record<string, number>>;
  readonly reference: string;
  readonly effect?: Attributes;
}
export interface Posting {
  readonly district: string;
  readonly wallet: string;
  readonly by: string;
  readonly now: number;
  /** Days a returned point lives at least. */
  readonly returnedDaysMin: number;
}
export interface Posted {
  readonly after: Balance;
  readonly entries: readonly Entry[];
  readonly journal: readonly { readonly at: Target; readonly row: Attributes }[];
  /** Entries and balance; without the journal rows, of which a client-keyed one is written as the key's guard. */
  readonly writes: readonly Write[];
}

/** @returns undefined when the wallet does not hold the points a movement takes */
export function post(before: Balance, movements: readonly Movement[], posting: Posting): Posted | undefined {
  const at = Math.max(posting.now, before.at);
  const entries: Entry[] = [];
  let balance = before;
  for (const movement of [...expired(balance, posting), ...movements]) {
    const moved = move(balance, movement, at, posting.returnedDaysMin);
    if (!moved) return undefined;
    const entry = chain(balance, movement, moved, { at, by: posting.by, wallet: posting.wallet });
    entries.push(entry);
    balance = { ...moved.balance, seq: entry.seq, head: entry.hash, at };
  }
  return {
    after: balance,
    entries,
    journal: entries.map((entry) => ({ at: journalAt(posting.district, entry.tx), row: journalRow(entry) })),
    writes: [...entries.map((entry) => entryWrite(posting.district, entry)), balanceWrite(before, balance, posting)],
  };
}

/** Journal rows as writes of their own: for movements whose id is derived, or that ride along with another. */
export function journalWrites(posted: Posted, except?: string): Write[] {
  return posted.journal
    .filter(({ row }) => row.tx !== except)
    .map(({ at, row }) => ({ ...at, put: row, when: [['pk', 'absent']], or: 'lost_race' }));
}

/** Expiry is lazy: dead lots are posted with the wallet's next entry, or by the sweep. */
function expired(balance: Balance, posting: Posting): Movement[] {
  const dead = lots.deadLots(balance.lots, Math.max(posting.now, balance.at));
  const points = Object.values(dead).reduce((sum, count) => sum + count, 0);
  if (points === 0) return [];
  const tx = `EXP#${posting.wallet}#${balance.seq + 1}`;
  return [{ tx, kind: 'expire', points: -points, lotsUsed: dead, reference: Object.keys(dead).sort().join('+') }];
}

interface Moved {
  readonly balance: Omit<Balance, 'seq' | 'head' | 'at'>;
  readonly lotsUsed: Readonly<Record<string, number>>;
}

function move(balance: Balance, movement: Movement, now: number, returnedDaysMin: number): Moved | undefined {
  const after = moveLots(balance, movement, now, returnedDaysMin);
  if (!after) return undefined;
  const points = Object.values(after.lots).reduce((sum, count) => sum + count, 0);
  return { balance: { ...balance, ...countMinutes(balance, movement), ...after, points }, lotsUsed: after.used };
}

function moveLots(balance: Balance, movement: Movement, now: number, returnedDaysMin: number) {
  const { debt } = balance;
  switch (movement.kind) {
    case 'service': {
      const credited = lots.credit(balance.lots, movement.expiry ?? '', movement.points, { debt });
      return { lots: credited.lots, debt: credited.debt, used: {} };
    }
    case 'redeem': {
      const spent = lots.spend(balance.lots, -movement.points, now);
      return spent && { lots: spent.lots, debt, used: spent.used };
    }
    case 'return':
      return { lots: lots.giveBack(balance.lots, movement.lotsUsed ?? {}, now, returnedDaysMin), debt, used: {} };
    case 'expire':
      return { lots: lots.liveLots(balance.lots, now), debt, used: movement.lotsUsed ?? {} };
  }
}

function countMinutes(balance: Balance, { minutes }: Movement) {
  if (!minutes) return {};
  const add = (sums: Readonly<Record<string, number>>, key: string) => ({
    ...sums,
    [key]: (sums[key] ?? 0) + minutes.count,
  });
  return {
    minutes: balance.minutes + minutes.count,
    minutesByStage: add(balance.minutesByStage, minutes.stage),
    minutesByYear: add(balance.minutesByYear, String(minutes.schoolYear)),
  };
}

function chain(
  before: Balance,
  movement: Movement,
  { balance, lotsUsed }: Moved,
  context: Pick<Entry, 'at' | 'by' | 'wallet'>,
): Entry {
  const content = {
    v: version,
    ...context,
    seq: before.seq + 1,
    tx: movement.tx,
    kind: movement.kind,
    points: balance.points - before.points,
    debt: balance.debt - before.debt,
    minutes: balance.minutes - before.minutes,
    pointsAfter: balance.points,
    debtAfter: balance.debt,
    minutesAfter: balance.minutes,
    lots: balance.lots,
    lotsUsed,
    reference: movement.reference,
    effect: movement.effect ?? {},
    prev: before.head,
  };
  return { ...content, hash: sha256(canonicalJson(content)) };
}

/** Accounts outside wallets have no balance row: no item is shared by all writers. */
const counterpart: Record<EntryKind, string> = {
  service: 'ISSUE:volunteer',
  redeem: 'SINK:redeem',
  return: 'SINK:redeem',
  expire: 'SINK:expired',
};

function journalRow(entry: Entry): Attributes {
  const legs: [string, number][] = [
    [`W:${entry.wallet}`, entry.points],
    [`D:${entry.wallet}`, -entry.debt],
    [counterpart[entry.kind], entry.debt - entry.points],
  ];
  if (legs.reduce((sum, [, points]) => sum + points, 0) !== 0)
    throw new Error('The legs of an entry do not sum to zero');
  const { tx, wallet, seq, at } = entry;
  return { v: version, tx, wallet, seq, at, legs, entry: { ...entry } };
}

function entryWrite(district: string, { wallet, seq, ...entry }: Entry): Write {
  return {
    ...entryAt(district, wallet, seq),
    put: { wallet, seq, ...entry },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

function balanceWrite(before: Balance, after: Balance, { district, wallet }: Posting): Write {
  if (after.points < 0 || after.debt < 0 || after.minutes < 0) throw new Error('A wallet may not go below zero');
  const index = expiryKeys(district, wallet, after.lots);
  return {
    ...balanceAt(district, wallet),
    update: { set: { v: version, ...after, ...index }, remove: index ? [] : ['byExpiryPk', 'byExpirySk'] },
    when: [
      before.seq === 0 ? ['seq', 'absent'] : ['seq', '=', before.seq],
      {
        any: [
          ['v', 'absent'],
          ['v', '<=', version],
        ],
      },
    ],
    or: 'lost_race',
  };
}
