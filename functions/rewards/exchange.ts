/**
 * A piece that was handed over turns out to be no good, and the desk gives another of the same: one more leaves the
 * stock, on record with the redemption and whoever exchanged it. Once for each redemption; no points move.
 */
import type { stock } from '../../shared/contracts/stock.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { closedRedemptionNamed, exchangeWrites } from './exchange-rows.ts';
import { type Redemption, redemptionOf } from './redemption-rows.ts';
import { closedName, showClosed } from './show-pick-up.ts';
import { readRedemption } from './show-redemption.ts';

type Route = (typeof stock)['POST /api/pick-ups/closed/{redemption}/exchange'];

const exchangeDays = 7;

export const exchangePickUp: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const redemption = await readClosed(tools, who, params.redemption, Date.parse(body.closedAt));
    if (!mayExchange(redemption, now)) throw new Problem('exchange_not_open');
    const writes = exchangeWrites(who.district, redemption, { at: now, by: who.person, reason: body.reason });
    return { result: closedName(redemption), writes };
  },
  show: showClosed,
};

/** The list of a day leads to it: it holds no code any more. @throws not_found at another desk, or while it is open */
async function readClosed(tools: Tools, { district, post }: Who, id: string, closedAt: number): Promise<Redemption> {
  const { items } = await tools.store.query({
    ...closedRedemptionNamed(district, post.scope, closedAt, id),
    limit: 1,
  });
  const listed = redemptionOf(items[0]);
  if (!listed) throw new Problem('not_found');
  return readRedemption(tools, district, listed.wallet, listed.id);
}

/** A booked service is no piece, and a card with a number is the card's issuer's to replace. */
const mayExchange = ({ state, exchanged, slot, voucher, closedAt = 0 }: Redemption, now: number) =>
  state === 'handed_over' && !exchanged && !slot && !voucher && now < closedAt + exchangeDays * dayMs;
