/**
 * Redeems an item: the points are spent, one piece of the desk's stock or one place of a slot is put aside and a
 * pick-up code given, all in one transaction, or nothing happens. The key's guard is the ledger's journal row, so a key
 * spends once for ever.
 */

import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { journalAt, journalWrites, type Posted, post } from '../ledger/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Plan } from '../platform/store/operation.ts';
import type { Tools } from '../platform/tools.ts';
import { covers, stageOf } from '../volunteers/index.ts';
import { afterRedeeming, allows } from './limits.ts';
import { assertMeantFor } from './meant-for.ts';
import { drawCode } from './pick-up-code.ts';
import { type Offer, type Order, readOffer } from './read-offer.ts';
import { limitsWrite, openingWrites, type Redemption } from './redemption-rows.ts';
import { stillOffered } from './rows.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';
import { takeOne } from './slot-rows.ts';

type Route = (typeof rewards)['POST /api/redemptions'];
const dayMs = 24 * 60 * 60 * 1000;

export const redeem: GuardedStory<Route> = {
  guardAt: ({ who, key }) => redemptionGuardAt(who.district, subjectOf(who), key),
  plan: (ask, tools) => planRedemption(tools, ownOrder(ask)),
  show: async ({ who }, tools, id) => showRedemption(await readRedemption(tools, who.district, subjectOf(who), id)),
};

const ownOrder = ({ who, body, key, now }: Ask<Route>): Order => ({
  district: who.district,
  units: who.units,
  wallet: subjectOf(who),
  unit: who.post.unit,
  by: who.person,
  isAlone: who.post.role !== 'guardian',
  key,
  now,
  ...body,
});

/** Where a key's redemption for a wallet is remembered, whoever orders. */
export const redemptionGuardAt = (district: string, wallet: string, key: string) =>
  journalAt(district, transactionOf({ wallet, key }));
const transactionOf = ({ wallet, key }: Pick<Order, 'wallet' | 'key'>) => `R#${wallet}#${key}`;

/** @throws what stands against it, in the order a person would ask */
export async function planRedemption(tools: Tools, order: Order): Promise<Plan<Answer<Route>>> {
  const offer = await readOffer(order, tools);
  const redemption = reserve(order, tools, offer);
  const posted = decide(order, offer, redemption);
  return {
    result: redemption.id,
    writes: writesOf(order, offer, posted, { ...redemption, lotsUsed: posted.entries.at(-1)?.lotsUsed ?? {} }),
    guardRow: posted.journal.at(-1)?.row,
    answer: showRedemption(redemption),
  };
}

function reserve(order: Order, tools: Tools, { item, slot, person, settings }: Offer): Redemption {
  const { wallet, desk, now, orderedBy } = order;
  return {
    id: tools.newId(now),
    wallet,
    item: item.id,
    name: item.name,
    desk,
    price: item.price,
    state: 'reserved',
    code: drawCode(tools),
    at: now,
    pickUpUntil: (slot?.to ?? now) + settings.pick_up_days * dayMs,
    lotsUsed: {},
    class: person.class,
    ...(slot && { slot: { id: slot.id, from: slot.from, to: slot.to } }),
    ...(orderedBy !== undefined && { orderedBy }),
  };
}

/** Says no in the order a person would ask: is it offered, can I pay, may I, is there one left. */
function decide(order: Order, offer: Offer, redemption: Redemption): Posted {
  const { district, wallet, by, now } = order;
  const { item, slot, stock, balance, limits, person, settings } = offer;
  if (!item.open || item.gift) throw new Problem('reward_closed');
  if (slot && (slot.from <= now || shanghaiDay(slot.to) > (item.service?.validUntil ?? '')))
    throw new Problem('slot_over');
  if (item.price !== order.price) throw new Problem('price_changed', { detail: `现在需要 ${item.price} 分` });
  assertMeantFor(order, offer);
  if (!covers(person, 'rewards', shanghaiDay(now), settings)) throw new Problem('consent_missing');
  if (balance.debt > 0) throw new Problem('debt_open');
  const { id, name, desk, price, pickUpUntil } = redemption;
  const effect = { item: item.id, name, desk, pickUpUntil, rule: settings.version, ...(slot && { slot: slot.id }) };
  const posted = post(
    balance,
    [{ tx: transactionOf(order), kind: 'redeem', points: 0 - price, reference: id, effect }],
    { district, wallet, by, now, returnedDaysMin: 0 },
  );
  if (!posted) throw new Problem('balance_too_low');
  const primary = stageOf(person) === 'primary';
  if (!allows(limits, redemption, settings, primary)) throw new Problem('limit_reached');
  if (((slot ?? stock)?.quantity ?? 0) < 1) throw new Problem('sold_out');
  return posted;
}

function writesOf({ district }: Order, { item, limits, settings }: Offer, posted: Posted, redemption: Redemption) {
  return [
    ...posted.writes,
    ...journalWrites(posted, posted.entries.at(-1)?.tx),
    limitsWrite(district, redemption.wallet, limits, afterRedeeming(limits, redemption, settings)),
    stillOffered(district, item),
    takeOne(district, redemption),
    ...openingWrites(district, redemption),
  ];
}
