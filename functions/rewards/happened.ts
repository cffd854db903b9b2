/** What a changed redemption or a new gift means to its owner: recognised by the row as it was and is. */
import type { Happening, NoticeFacts } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { isRedemption, type Redemption, redemptionAt, redemptionOf } from './redemption-rows.ts';
import { giftId, giftOf, isGift } from './star-rows.ts';

const districtIn = ({ pk }: Item) => pk.split('#')[1] ?? '';

export function rewardHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!after) return [];
  if (isGift(after)) return before ? [] : giftGranted(after);
  if (!isRedemption(after) || before?.state === after.state) return [];
  const is = redemptionOf(after);
  if (!is) return [];
  const { id, wallet, state, price } = is;
  const at = state === 'reserved' ? is.at : (is.closedAt ?? is.at);
  const facts: NoticeFacts = { redemption: id, points: price, ...(state === 'reserved' && untilOf(is)) };
  const kind = state === 'reserved' ? 'redemption_made' : (`redemption_${state}` as const);
  return [{ kind, district: districtIn(after), thing: id, at, to: { volunteer: wallet }, facts }];
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

/** An open redemption's order and its last moment, epoch milliseconds; undefined once it is closed. */
export async function readWaiting(tools: Tools, district: string, wallet: string, redemption: string) {
  const [row] = await tools.store.get([redemptionAt(district, wallet, redemption)]);
  const found = redemptionOf(row);
  return found?.state === 'reserved' ? { at: found.at, pickUpUntil: found.pickUpUntil } : undefined;
}
