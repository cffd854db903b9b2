/**
 * The writes that undo an open redemption: its points, its piece of stock and its place in the limits come back, and
 * its code is closed. The ledger's id is derived from the redemption, so that this happens to each once. A piece that
 * the desk found missing or no good does not come back: it leaves the stock, with its reason on record.
 */
import type { CancelReason } from '../../shared/contracts/rewards.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs, hourMs } from '../../shared/rules/durations.ts';
import { readSettings } from '../district/index.ts';
import { balanceAt, balanceOf, journalWrites, post } from '../ledger/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { afterGivingBack } from './limits.ts';
import {
  closingWrites,
  limitsAt,
  limitsOf,
  limitsWrite,
  type Redemption,
  redemptionAt,
  redemptionOf,
} from './redemption-rows.ts';
import { putBack, writeOff } from './slot-rows.ts';
import { giftAt, giftOf, giftReopened } from './star-rows.ts';
import { lossEntry } from './stock-change-rows.ts';

export interface GivingBack {
  readonly district: string;
  readonly wallet: string;
  readonly redemption: string;
  readonly state: 'cancelled' | 'returned';
  readonly by: string;
  /** Why the desk cancels. */
  readonly reason?: CancelReason;
  readonly now: number;
}

/** @throws not_found, redemption_not_open, cancel_too_late of a booking whose time has almost come, but for the desk */
export async function giveBack(
  tools: Tools,
  { district, wallet, redemption: id, state, by, reason, now }: GivingBack,
): Promise<{ redemption: Redemption; writes: Write[] }> {
  const [[row, balanceRow, limitsRow], settings] = await Promise.all([
    tools.store.get([redemptionAt(district, wallet, id), balanceAt(district, wallet), limitsAt(district, wallet)]),
    readSettings(tools, district, shanghaiDay(now)),
  ]);
  const redemption = redemptionOf(row);
  if (!redemption) throw new Problem('not_found');
  if (redemption.state !== 'reserved') throw new Problem('redemption_not_open');
  const { item, name, desk, price, lotsUsed, gift, slot } = redemption;
  const isOwners = state === 'cancelled' && reason === undefined;
  if (isOwners && slot && now > slot.from - settings.booking_cancel_hours * hourMs)
    throw new Problem('cancel_too_late');
  const closed = { ...redemption, state, closedAt: now, closedBy: by, ...(reason && { reason }) };
  const closing = [
    ...closingWrites(district, redemption, { state, by, at: now, reason }),
    ...stockWrites(district, redemption, { by, reason, at: now }),
  ];
  const daysMin = settings.returned_points_days_min;
  if (gift !== undefined) {
    const reopened = await reopenGift(tools, { district, wallet, gift, until: now + daysMin * dayMs });
    return { redemption: closed, writes: [...closing, reopened] };
  }
  const effect = { item, name, desk, state, ...(reason && { reason }) };
  const posted = post(
    balanceOf(balanceRow),
    [{ tx: `C#${id}`, kind: 'return', points: price, lotsUsed, reference: id, effect }],
    { district, wallet, by, now, returnedDaysMin: daysMin },
  );
  if (!posted) throw new Error('Points could not be given back');
  const limits = limitsOf(limitsRow);
  const writes = [
    ...closing,
    ...journalWrites(posted),
    ...posted.writes,
    limitsWrite(district, wallet, limits, afterGivingBack(limits, redemption)),
  ];
  return { redemption: closed, writes };
}

interface Leaving {
  readonly by: string;
  readonly reason?: CancelReason;
  readonly at: number;
}

/** Back on the shelf, or gone for good. A place of a slot has no record of changes beside the slot. */
function stockWrites(district: string, redemption: Redemption, { by, reason, at }: Leaving): Write[] {
  if (reason === undefined || reason === 'closed') return [putBack(district, redemption)];
  const { id, item, desk, slot } = redemption;
  const loss = { id, item, desk, by, reason, at };
  return [writeOff(district, redemption), ...(slot ? [] : [lossEntry(district, loss)])];
}

interface Reopening {
  readonly district: string;
  readonly wallet: string;
  readonly gift: string;
  /** Until when it can be claimed at least, as returned points live a while. */
  readonly until: number;
}

async function reopenGift(tools: Tools, { district, wallet, gift: name, until }: Reopening): Promise<Write> {
  const [row] = await tools.store.get([giftAt(district, wallet, name)]);
  const gift = giftOf(row);
  if (!gift) throw new Error('A redemption claims a gift that does not exist');
  return giftReopened(district, gift, Math.max(gift.until, until));
}
