/**
 * Posting: pure from a balance and movements to the writes of one transaction. A movement becomes a journal row (the
 * guard), an entry in the wallet's hash chain, and one update of the balance that names the sequence it was read at.
 */
import * as lots from '../../shared/rules/lots.ts';
import { canonicalJson, sha256 } from '../platform/store/canonical.ts';
import type { Attributes, Target, Write } from '../platform/store/port.ts';
import { type Moved, type Movement, move, surplusOf } from './move.ts';
import { type Balance, balanceAt, counterpartOf, type Entry, entryAt, expiryKeys, journalAt } from './rows.ts';

const version = 1;

export interface Posting {
  readonly district: string;
  readonly wallet: string;
  readonly by: string;
  readonly now: number;
  /** Days a returned point lives at least. */
  readonly returnedDaysMin: number;
  /** The wallet's owner was merged into another person, or is one of their own again (`''`). */
  readonly mergedInto?: string;
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
  const waiting = [...expired(balance, posting), ...movements];
  for (let movement = waiting.shift(); movement; movement = waiting.shift()) {
    const moved = move(balance, movement, at, posting.returnedDaysMin);
    if (!moved) return undefined;
    const surplus = surplusOf(movement, balance.points, moved.balance.points);
    if (surplus) waiting.unshift(surplus);
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
  const points = lots.sumOf(dead);
  if (points === 0) return [];
  const tx = `EXP#${posting.wallet}#${balance.seq + 1}`;
  return [{ tx, kind: 'expire', points: -points, lotsUsed: dead, reference: Object.keys(dead).sort().join('+') }];
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

/** What the journal keeps of an entry. */
export function journalRow(entry: Entry): Attributes {
  const legs: [string, number][] = [
    [`W:${entry.wallet}`, entry.points],
    [`D:${entry.wallet}`, -entry.debt],
    [counterpartOf(entry), entry.debt - entry.points],
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

function balanceWrite(before: Balance, after: Balance, { district, wallet, mergedInto }: Posting): Write {
  if (after.points < 0 || after.debt < 0 || after.minutes < 0) throw new Error('A wallet may not go below zero');
  const index = expiryKeys(district, wallet, after.lots);
  return {
    ...balanceAt(district, wallet),
    update: {
      set: { v: version, ...after, ...index, ...(mergedInto && { mergedInto }) },
      remove: [...(index ? [] : ['byExpiryPk', 'byExpirySk']), ...(mergedInto === '' ? ['mergedInto'] : [])],
    },
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
