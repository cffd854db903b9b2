/**
 * Redemptions as the entries that paid them say: one that is missing is put back with a new code, one whose points were
 * given back is closed, one that was closed without them is open again. What was paid by no entry is for a person.
 */

import type { Write } from '../../functions/platform/store/port.ts';
import {
  closingWrites,
  openingWrites,
  type Redemption,
  redemptionOf,
} from '../../functions/rewards/redemption-rows.ts';
import { redemptionsIn } from '../audit/rewards.ts';
import { rows, type Stored } from '../audit/stored.ts';
import { type Case, type Remedy, together } from './case.ts';
import type { Entry } from './fragments.ts';

interface Paid {
  readonly item: string;
  readonly name: string;
  readonly desk: string;
  readonly pickUpUntil: number;
  readonly slot?: string;
}
/** Draws eight digits. */
export type DrawCode = () => string;

export function repairRedemptions(
  district: string,
  stored: Stored,
  entries: readonly Entry[],
  drawCode: DrawCode,
): Remedy {
  const known = new Map(redemptionsIn(stored).map((row) => [row.id, row]));
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  const paid = new Map(of('redeem').map((entry) => [entry.reference, entry]));
  const returned = new Map(of('return').map((entry) => [entry.reference, entry]));
  const missing = [...paid.values()].filter(({ reference }) => !known.has(reference));
  return together([
    ...missing.map((entry) => putBack(district, stored, entry, returned.has(entry.reference), drawCode)),
    ...repairCodes(stored, known),
    ...[...known.values()].map((row) =>
      follow(district, stored, redemptionOf(row) as Redemption, paid.get(row.id), returned.get(row.id)),
    ),
  ]);
}

function putBack(district: string, stored: Stored, entry: Entry, isClosed: boolean, drawCode: DrawCode): Remedy {
  const { item, name, desk, pickUpUntil, slot } = entry.effect as unknown as Paid;
  const { wallet, reference: id, at, lotsUsed } = entry;
  const person = stored.Volunteers.get(`V#${wallet} V`);
  const time = slot === undefined ? undefined : stored.Rewards.get(`I#${item} SLOT#${slot}`);
  if (slot !== undefined && !time)
    return { writes: [], cases: [{ about: [id, slot], says: `${id}: a booking is lost, and its time as well` }] };
  const redemption: Redemption = {
    ...{ id, wallet, item, name, desk, price: -entry.points, at, pickUpUntil, lotsUsed },
    state: 'reserved',
    code: drawCode(),
    class: String(person?.class ?? ''),
    ...(time && { slot: { id: String(time.id), from: Number(time.from), to: Number(time.to) } }),
  };
  const told = isClosed ? 'closed as its points were given back' : 'open with a new pick-up code';
  const says = `redemption ${id} of ${wallet}: its row was lost and is put back, ${told}`;
  return { writes: openingWrites(district, redemption).map(unguarded), cases: [{ about: [id], says }] };
}

function follow(district: string, stored: Stored, one: Redemption, paid?: Entry, returned?: Entry): Remedy {
  const { id, wallet, desk, code, state, gift } = one;
  const isOpen = state === 'reserved';
  if (gift === undefined && !paid) {
    const says = `redemption ${id} of ${wallet}: ${state}, and the entry that paid its ${one.price} points is lost`;
    return { writes: [], cases: [{ about: [id, wallet], says }] };
  }
  const isGivenBack = state === 'cancelled' || state === 'returned';
  if (returned && isOpen) return close(district, one, returned);
  if (returned && !isGivenBack)
    return review(id, `redemption ${id}: ${state}, and its points were given back`, [wallet]);
  if (!returned && isGivenBack && gift === undefined) return reopen(district, stored, one);
  const pickUp = stored.Rewards.get(`PICK#${desk}#${code} PICK`);
  if (isOpen && (pickUp?.redemption !== id || pickUp.state !== 'open'))
    return { writes: openingWrites(district, one).slice(0, 1).map(unguarded), cases: [] };
  if (!isOpen && pickUp?.redemption === id && pickUp.state !== 'closed')
    return {
      writes: [{ table: 'Rewards', key: { pk: pickUp.pk, sk: pickUp.sk }, update: { set: { state: 'closed' } } }],
      cases: [],
    };
  return { writes: [], cases: [] };
}

function close(district: string, one: Redemption, { effect, by, at }: Entry): Remedy {
  const state = effect.state === 'cancelled' ? 'cancelled' : 'returned';
  const reason = effect.reason as Redemption['reason'];
  return { writes: closingWrites(district, one, { state, by, at, reason }).map(unguarded), cases: [] };
}

/** A code that is open opens a redemption that is open. */
function repairCodes(stored: Stored, known: ReadonlyMap<string, { readonly state: string }>): Remedy[] {
  return rows<{ readonly state: string; readonly redemption: string }>(stored.Rewards, 'PICK')
    .filter(({ state, redemption }) => state === 'open' && known.get(redemption) === undefined)
    .map(({ pk, sk }) => ({
      writes: [{ table: 'Rewards', key: { pk, sk }, update: { set: { state: 'closed' } } }],
      cases: [],
    }));
}

/** Whoever gave it back will do so again: the person, or the clock. */
function reopen(district: string, stored: Stored, { closedAt, closedBy, reason, ...one }: Redemption): Remedy {
  const pickUp = stored.Rewards.get(`PICK#${one.desk}#${one.code} PICK`);
  if (pickUp && pickUp.redemption !== one.id && pickUp.state === 'open')
    return review(one.id, `redemption ${one.id}: ${one.state} without its points, and its code is another's now`, []);
  return { writes: openingWrites(district, { ...one, state: 'reserved' }).map(unguarded), cases: [] };
}

const review = (id: string, says: string, also: readonly string[]): Remedy => ({
  writes: [],
  cases: [{ about: [id, ...also], says } satisfies Case],
});

/** Nobody else writes while a copy is repaired: what stands in a row's place is what the copy has torn. */
export function unguarded({ when, or, ...write }: Write): Write {
  return write as Write;
}
