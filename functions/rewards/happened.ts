/** What a changed redemption or a new gift means to its owner: recognised by the row as it was and is. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Happening, NoticeFacts } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { isRedemption, type Redemption, redemptionAt, redemptionOf } from './redemption-rows.ts';
import { isStock, itemAt, stockAt, stockOf } from './rows.ts';
import { giftId, giftOf, isGift } from './star-rows.ts';

const districtIn = ({ pk }: Item) => pk.split('#')[1] ?? '';

export function rewardHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!after) return [];
  if (isGift(after)) return before ? [] : giftGranted(after);
  if (!isRedemption(after) || before?.state === after.state) return [];
  const is = redemptionOf(after);
  if (!is) return [];
  const { id, wallet, state, price, slot, reason } = is;
  const at = state === 'reserved' ? is.at : (is.closedAt ?? is.at);
  if (slot && state === 'reserved') return [bookingMade(after, is, slot)];
  const also = state === 'reserved' ? untilOf(is) : reason && { reason };
  const facts: NoticeFacts = { redemption: id, points: price, ...also };
  return [{ kind: kindOf(is), district: districtIn(after), thing: id, at, to: { volunteer: wallet }, facts }];
}

function kindOf({ state, reason }: Redemption) {
  if (reason) return 'redemption_called_off';
  return state === 'reserved' ? 'redemption_made' : (`redemption_${state}` as const);
}

function bookingMade(row: Item, { id, wallet, price, at }: Redemption, { from }: NonNullable<Redemption['slot']>) {
  const facts = { redemption: id, points: price, day: shanghaiDay(from) };
  const kind = 'booking_made' as const;
  return { kind, district: districtIn(row), thing: id, at, to: { volunteer: wallet }, facts };
}

const untilOf = ({ pickUpUntil }: Redemption) => ({ until: new Date(pickUpUntil).toISOString() });

function giftGranted(row: Item): Happening[] {
  const gift = giftOf(row);
  if (!gift) return [];
  const { wallet, level, at, until } = gift;
  const facts = { gift: giftId(gift), level, until: new Date(until).toISOString() };
  return [
    { kind: 'gift_granted', district: districtIn(row), thing: giftId(gift), at, to: { volunteer: wallet }, facts },
  ];
}

/** A redemption that has just been made and waits to be picked up. */
export function redemptionOpened(before: Item | undefined, after: Item | undefined) {
  if (before || !after || !isRedemption(after) || after.state !== 'reserved') return undefined;
  return { district: districtIn(after), wallet: String(after.wallet), redemption: String(after.id) };
}

/** Of an open redemption: its first and last moment, epoch milliseconds, and a booked time. Undefined once closed. */
export async function readWaiting(tools: Tools, district: string, wallet: string, redemption: string) {
  const [row] = await tools.store.get([redemptionAt(district, wallet, redemption)]);
  const found = redemptionOf(row);
  return found?.state === 'reserved' ? { at: found.at, pickUpUntil: found.pickUpUntil, slot: found.slot } : undefined;
}

/** A redemption that has been handed over. */
export function handedOver(after: Item | undefined) {
  if (!after || !isRedemption(after) || after.state !== 'handed_over') return undefined;
  return { district: districtIn(after), wallet: String(after.wallet), redemption: String(after.id) };
}

/** What was handed over, when, and in which school its owner was at the time of the redemption. */
export async function readHandedOver(tools: Tools, district: string, wallet: string, redemption: string) {
  const [row] = await tools.store.get([redemptionAt(district, wallet, redemption)]);
  const found = redemptionOf(row);
  if (found?.state !== 'handed_over') return undefined;
  const [item] = await tools.store.get([itemAt(district, found.item)]);
  const [school = ''] = found.class.split('-');
  return { school, kind: String(item?.kind), at: found.closedAt ?? found.at };
}

/** An item that has come to a desk, or run out there. */
export function stockTurned(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  if (!row || !isStock(row) || hasStock(before) === hasStock(after)) return undefined;
  const [, district = '', , item = ''] = row.pk.split('#');
  return { district, item, desk: String(row.sk.split('#')[1]) };
}
const hasStock = (row: Item | undefined) => (stockOf(row)?.quantity ?? 0) > 0;

/** The unit of a desk at which an item is in stock. */
export async function readStocked(tools: Tools, district: string, item: string, desk: string) {
  const [row] = await tools.store.get([stockAt(district, item, desk)]);
  return hasStock(row) ? stockOf(row)?.unit : undefined;
}
