/**
 * Stock, redemptions and limits: every piece is on the shelf or with one redemption, every redemption was paid once,
 * and what was cancelled or returned was given back once.
 */
import type { Item } from '../../functions/platform/store/port.ts';
import { type Entry, entriesIn, walletOf } from './ledger.ts';
import { grouped, rows, type Stored, sumOf } from './stored.ts';

interface Stock {
  readonly desk: string;
  readonly quantity: number;
  readonly sold: number;
  readonly stocked: number;
}
interface StockChange {
  readonly desk: string;
  readonly change: number;
  readonly by: string;
  readonly reason: string;
  /** The redemption that was cancelled, or its piece exchanged. */
  readonly redemption?: string;
}
export interface Redemption {
  readonly id: string;
  readonly item: string;
  readonly desk: string;
  readonly price: number;
  readonly code: string;
  readonly state: 'reserved' | 'handed_over' | 'cancelled' | 'returned' | 'missed';
  readonly pickUpUntil: number;
  readonly closedBy?: string;
  /** Why the desk cancelled it. */
  readonly reason?: 'defect' | 'out_of_stock' | 'closed';
  /** The gift of stars that paid instead of points. */
  readonly gift?: string;
  readonly voucher?: string;
  readonly slot?: { readonly id: string };
  readonly exchanged?: { readonly at: number; readonly by: string };
}

export const redemptionsIn = ({ Rewards }: Stored) => rows<Redemption>(Rewards, 'R#');
export const stockChangesIn = ({ Rewards }: Stored) => {
  return rows<StockChange>(Rewards, 'MOVE#');
};
/** Whether its piece left the stock when it was cancelled. A place of a slot has no record of changes. */
const isLost = ({ reason, slot }: Redemption) => !slot && (reason === 'defect' || reason === 'out_of_stock');
/** Why a piece left the stock for nobody: its redemption was cancelled for that, or it was exchanged. */
export function lossReason(redemption: Redemption) {
  if (redemption.exchanged) return 'exchange';
  return isLost(redemption) ? redemption.reason : undefined;
}
const isGivenBack = ({ state }: Redemption) => state === 'cancelled' || state === 'returned';

export function auditRewards(stored: Stored, now: number): string[] {
  return [
    ...faultsOfStock(stored),
    ...faultsOfLosses(stored),
    ...faultsOfSlots(stored),
    ...faultsOfPayment(stored),
    ...faultsOfLimits(stored),
    ...faultsOfCodes(stored),
    ...redemptionsIn(stored).flatMap((one) =>
      [...faultsOfState(stored, one, now)].map((fault) => `${one.sk}: ${fault}`),
    ),
  ];
}

function* faultsOfStock(stored: Stored): Iterable<string> {
  const placeOf = ({ pk }: Item, desk: string) => `${pk.slice(pk.lastIndexOf('#') + 1)} ${desk}`;
  const changes = grouped(stockChangesIn(stored), (row) => placeOf(row, row.desk));
  const taken = grouped(
    redemptionsIn(stored).filter((one) => !isGivenBack(one) && !one.slot),
    ({ item, desk }) => `${item} ${desk}`,
  );
  for (const stock of rows<Stock>(stored.Rewards, 'ST#')) {
    const place = placeOf(stock, stock.desk);
    const { quantity, sold, stocked } = stock;
    const cameIn = sumOf((changes.get(place) ?? []).map(({ change }) => change));
    const redeemed = taken.get(place)?.length ?? 0;
    if (quantity < 0) yield `stock ${place}: ${quantity} pieces`;
    if (quantity + sold !== stocked) yield `stock ${place}: ${quantity} left and ${sold} sold of ${stocked}`;
    if (stocked !== cameIn) yield `stock ${place}: ${stocked} stocked, ${cameIn} came in`;
    if (sold !== redeemed) yield `stock ${place}: ${sold} sold, ${redeemed} redeemed`;
    taken.delete(place);
  }
  for (const place of taken.keys()) yield `stock ${place}: redeemed where there is no stock`;
}

/** A piece leaves the stock for nobody when its redemption gives the reason for it, and only then. */
function* faultsOfLosses(stored: Stored): Iterable<string> {
  const losses = grouped(
    stockChangesIn(stored).filter(({ redemption }) => redemption),
    ({ redemption }) => redemption ?? '',
  );
  for (const redemption of redemptionsIn(stored)) {
    const { id, sk } = redemption;
    const reason = lossReason(redemption);
    const lost = losses.get(id) ?? [];
    const isRight = lost.every((loss) => loss.change === -1 && loss.reason === reason);
    if (lost.length !== (reason ? 1 : 0) || !isRight)
      yield `${sk}: closed for ${reason}, and ${lost.length} pieces left the stock`;
    losses.delete(id);
  }
  for (const id of losses.keys()) yield `${id}: a piece left the stock, but there is no redemption`;
}

/** A service's time is given to as many as have booked it, and to no more than there are places. */
function* faultsOfSlots(stored: Stored): Iterable<string> {
  const booked = redemptionsIn(stored).filter((one) => one.slot && !isGivenBack(one));
  const taken = grouped(booked, ({ slot }) => slot?.id ?? '');
  for (const slot of rows<Stock & { readonly id: string }>(stored.Rewards, 'SLOT#')) {
    const { id, quantity, sold, stocked } = slot;
    const there = taken.get(id)?.length ?? 0;
    if (quantity < 0 || quantity + sold !== stocked)
      yield `slot ${id}: ${quantity} left and ${sold} taken of ${stocked}`;
    if (sold !== there) yield `slot ${id}: ${sold} taken, ${there} booked`;
    taken.delete(id);
  }
  for (const id of taken.keys()) yield `slot ${id}: booked, and there is none`;
}

/** Each redemption has one entry that paid it, and one that gave back exactly if it was given back. */
function* faultsOfPayment(stored: Stored): Iterable<string> {
  const byReference = (kind: Entry['kind']) =>
    grouped(
      entriesIn(stored).filter((entry) => entry.kind === kind),
      ({ reference }) => reference,
    );
  const [paid, returned] = [byReference('redeem'), byReference('return')];
  for (const redemption of redemptionsIn(stored).filter(({ gift }) => gift === undefined)) {
    const { id, price, sk } = redemption;
    const wallet = walletOf(redemption);
    const [payments = [], returns = []] = [paid.get(id), returned.get(id)];
    const isRight = (entries: readonly Entry[], points: number) =>
      entries.every((entry) => entry.wallet === wallet && entry.points === points);
    if (payments.length !== 1 || !isRight(payments, -price)) yield `${sk}: paid ${payments.length} times`;
    if (returns.length !== (isGivenBack(redemption) ? 1 : 0) || !isRight(returns, price)) {
      yield `${sk}: ${redemption.state}, given back ${returns.length} times`;
    }
    paid.delete(id);
    returned.delete(id);
  }
  for (const id of paid.keys()) yield `${id}: paid, but there is no redemption`;
  for (const id of returned.keys()) yield `${id}: given back, but there is no redemption`;
}

function* faultsOfLimits(stored: Stored): Iterable<string> {
  const open = grouped(
    redemptionsIn(stored).filter(({ state, gift }) => state === 'reserved' && gift === undefined),
    walletOf,
  );
  for (const limits of rows<{ readonly open: number; readonly monthPoints: number }>(stored.Rewards, 'LIM')) {
    const count = open.get(walletOf(limits))?.length ?? 0;
    if (limits.open !== count) yield `limits of ${walletOf(limits)}: ${limits.open} open, ${count} there`;
    if (limits.monthPoints < 0) yield `limits of ${walletOf(limits)}: ${limits.monthPoints} points in the month`;
    open.delete(walletOf(limits));
  }
  for (const [wallet, list] of open) yield `limits of ${wallet}: none, and ${list.length} open, that count`;
}

function* faultsOfCodes(stored: Stored): Iterable<string> {
  const known = new Set(redemptionsIn(stored).map(({ id }) => id));
  for (const { sk, pk, state, redemption } of rows<{ state: string; redemption: string }>(stored.Rewards, 'PICK')) {
    if (state === 'open' && !known.has(redemption)) yield `${pk} ${sk}: opens ${redemption}, which is not there`;
  }
}

function* faultsOfState({ Rewards }: Stored, redemption: Redemption & Item, now: number): Iterable<string> {
  const { id, desk, code, state, pickUpUntil, byDeskPk, byDuePk } = redemption;
  const pickUp = Rewards.get(`PICK#${desk}#${code} PICK`);
  const isOpen = state === 'reserved';
  const isListedOpen = String(byDeskPk).endsWith('#OPEN');
  if (byDeskPk === undefined || isListedOpen !== isOpen || (byDuePk !== undefined) !== isOpen) {
    yield `${state}, listed otherwise`;
  }
  if (isOpen && pickUpUntil <= now) yield 'overdue and not returned';
  if (isOpen && (pickUp?.redemption !== id || pickUp.state !== 'open')) yield 'its code opens something else';
  if (!isOpen && pickUp?.redemption === id && pickUp.state !== 'closed') yield `${state}, its code is still open`;
}
