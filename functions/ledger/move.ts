/** One movement of a wallet: what it does to lots, debt and minutes. Pure; nothing here knows of chains or rows. */
import type { EntryKind } from '../../shared/contracts/ledger.ts';
import * as lots from '../../shared/rules/lots.ts';
import type { Attributes } from '../platform/store/port.ts';
import type { Balance } from './rows.ts';

/** All that a wallet gives to another one of the same person, or gets back. */
export interface Carried {
  readonly way: 'in' | 'out';
  readonly lots: lots.Lots;
  readonly debt: number;
  readonly minutesByStage: Readonly<Record<string, number>>;
  readonly minutesByYear: Readonly<Record<string, number>>;
}

/** What happened, by the event's own derived id, so that it can be posted once only. */
export interface Movement {
  readonly tx: string;
  readonly kind: EntryKind;
  /** Points to add or take; for `expire`, `return` and `merge` computed from lots. */
  readonly points: number;
  readonly minutes?: { readonly count: number; readonly stage: string; readonly schoolYear: number };
  /** Last day of a credit's lot, `YYYYMMDD`; for `correct` and `surplus` the lot that is taken from first. */
  readonly expiry?: string;
  /** The lots a redemption used, to give back. */
  readonly lotsUsed?: Readonly<Record<string, number>>;
  /** Of a credit: how much of it may repay debt; all unless said. */
  readonly repaidPercent?: number;
  /** Of a credit: what a wallet may hold, and the unit whose pool gets what is beyond it. */
  readonly cap?: { readonly pointsMax: number; readonly pool: string };
  /** Of a `merge`; what was spent in the meantime goes out as debt. */
  readonly carried?: Carried;
  readonly reference: string;
  readonly effect?: Attributes;
}

export interface Moved {
  readonly balance: Omit<Balance, 'seq' | 'head' | 'at'>;
  readonly lotsUsed: Readonly<Record<string, number>>;
}

/** @returns undefined when the wallet does not hold what the movement takes */
export function move(balance: Balance, movement: Movement, now: number, returnedDaysMin: number): Moved | undefined {
  const after = moveLots(balance, movement, now, returnedDaysMin);
  if (!after) return undefined;
  const moved = { lots: after.lots, debt: after.debt, points: lots.sumOf(after.lots) };
  return { balance: { ...balance, ...countMinutes(balance, movement), ...moved }, lotsUsed: after.used };
}

/** Of a credit that goes beyond what a wallet may hold: the part of it that goes to the pool. Hours stay. */
export function surplusOf({ tx, cap, expiry, reference, effect }: Movement, before: number, after: number) {
  const points = cap ? Math.min(after - cap.pointsMax, after - before) : 0;
  if (!cap || points <= 0) return undefined;
  const about: Attributes = { pool: cap.pool, ...(effect?.name !== undefined && { name: effect.name }) };
  return { tx: `S#${tx}`, kind: 'surplus', points: -points, expiry, reference, effect: about } satisfies Movement;
}

function moveLots(balance: Balance, movement: Movement, now: number, returnedDaysMin: number) {
  const { debt } = balance;
  const { kind, points, expiry = '', lotsUsed = {}, repaidPercent } = movement;
  switch (kind) {
    case 'service':
    case 'bonus':
    case 'goodwill':
      return earn(balance, expiry, points, repaidPercent);
    case 'adjust':
      return points > 0 ? earn(balance, expiry, points, repaidPercent) : spend(balance, -points, now);
    case 'redeem':
    case 'donate':
      return spend(balance, -points, now);
    case 'correct':
    case 'surplus': {
      const { missing, ...taken } = lots.takeBack(balance.lots, -points, { lot: expiry, now });
      return { ...taken, debt: debt + missing };
    }
    case 'return':
      return { lots: lots.giveBack(balance.lots, lotsUsed, now, returnedDaysMin), debt, used: {} };
    case 'expire':
      return { lots: lots.liveLots(balance.lots, now), debt, used: lotsUsed };
    case 'waive':
      return debt > 0 ? { lots: balance.lots, debt: 0, used: {} } : undefined;
    case 'merge':
      return movement.carried && carry(balance, movement.carried, now);
  }
}

function carry({ lots: held, debt }: Balance, carried: Carried, now: number) {
  if (carried.way === 'in') return { lots: lots.join(held, carried.lots), debt: debt + carried.debt, used: {} };
  const { missing, ...taken } = lots.takeOut(held, carried.lots, now);
  return { ...taken, debt: debt - carried.debt + missing };
}

function earn({ lots: held, debt }: Balance, expiry: string, points: number, repaidPercent?: number) {
  const credited = lots.credit(held, expiry, points, { debt, repaidPercent });
  return { lots: credited.lots, debt: credited.debt, used: {} };
}

function spend({ lots: held, debt }: Balance, points: number, now: number) {
  const spent = lots.spend(held, points, now);
  return spent && { ...spent, debt };
}

function countMinutes(balance: Balance, { minutes, carried }: Movement) {
  if (minutes) {
    const { count, stage, schoolYear } = minutes;
    return addMinutes(balance, { [stage]: count }, { [schoolYear]: count });
  }
  if (!carried) return {};
  const signed = (sums: Readonly<Record<string, number>>) =>
    carried.way === 'in' ? sums : Object.fromEntries(Object.entries(sums).map(([key, count]) => [key, 0 - count]));
  return addMinutes(balance, signed(carried.minutesByStage), signed(carried.minutesByYear));
}

function addMinutes(balance: Balance, byStage: Balance['minutesByStage'], byYear: Balance['minutesByYear']) {
  return {
    minutes: balance.minutes + Object.values(byStage).reduce((sum, count) => sum + count, 0),
    minutesByStage: addSums(balance.minutesByStage, byStage),
    minutesByYear: addSums(balance.minutesByYear, byYear),
  };
}

type Sums = Readonly<Record<string, number>>;
/** Sums by name, each increased by its namesake. */
export function addSums(sums: Sums, more: Sums): Sums {
  const all: Record<string, number> = { ...sums };
  for (const [name, count] of Object.entries(more)) all[name] = (all[name] ?? 0) + count;
  return all;
}
