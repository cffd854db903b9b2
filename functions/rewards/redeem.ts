/**
 * Redeems an item: the points are spent, one piece of the desk's stock or one place of a slot is put aside and a
 * pick-up code given, all in one transaction, or nothing happens. The key's guard is the ledger's journal row, so a key
 * spends once for ever.
 */

import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
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
import { type Offer, offerAt, readOffer, type Wanted } from './read-offer.ts';
import { limitsWrite, openingWrites, type Redemption } from './redemption-rows.ts';
import { stillOffered } from './rows.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';
import { takeOne } from './slot-rows.ts';

type Route = (typeof rewards)['POST /api/redemptions'];

export const redeem: GuardedStory<Route> = {
  guardAt: ({ who, key }) => redemptionGuardAt(who.district, subjectOf(who), key),
  // A volunteer's account carries the volunteer's id; a guardian's does not, and reads when the child is known.
  foresee: ({ district, account }, { body }) => offerAt({ district, wallet: account, ...body }),
  plan: (ask, tools) => planRedemption(tools, wantedByOneself(ask)),
  show: async ({ who }, tools, id) => showRedemption(await readRedemption(tools, who.district, subjectOf(who), id)),
};

const wantedByOneself = ({ who, body, key, now }: Ask<Route>): Wanted => ({
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

/** Where a key's redemption for a wallet is remembered, whoever asks. */
export const redemptionGuardAt = (district: string, wallet: string, key: string) =>
  journalAt(district, transactionOf({ wallet, key }));
const transactionOf = ({ wallet, key }: Pick<Wanted, 'wallet' | 'key'>) => `R#${wallet}#${key}`;

/** @throws what stands against it, in the order a person would ask */
export async function planRedemption(tools: Tools, wanted: Wanted): Promise<Plan<Answer<Route>>> {
  const offer = await readOffer(wanted, tools);
  const redemption = reserve(wanted, tools, offer);
  const posted = decide(wanted, offer, redemption);
  return {
    result: redemption.id,
    writes: writesOf(wanted, offer, posted, { ...redemption, lotsUsed: posted.entries.at(-1)?.lotsUsed ?? {} }),
    guardRow: posted.journal.at(-1)?.row,
    answer: showRedemption(redemption),
  };
}

function reserve(wanted: Wanted, tools: Tools, { item, slot, person, settings }: Offer): Redemption {
  const { wallet, desk, now, redeemedBy } = wanted;
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
    ...(redeemedBy !== undefined && { redeemedBy }),
  };
}

/** Says no in the order a person would ask: is it offered, can I pay, may I, is there one left. */
function decide(wanted: Wanted, offer: Offer, redemption: Redemption): Posted {
  const { district, wallet, by, now } = wanted;
  const { item, slot, stock, balance, limits, person, settings } = offer;
  if (!item.open || item.gift) throw new Problem('reward_closed');
  if (slot && (slot.calledOff || slot.from <= now || shanghaiDay(slot.to) > (item.service?.validUntil ?? '')))
    throw new Problem('slot_over');
  if (item.price !== wanted.price) throw new Problem('price_changed', { detail: `现在需要 ${item.price} 分` });
  assertMeantFor(wanted, offer);
  if (!covers(person, 'rewards', shanghaiDay(now), settings)) throw new Problem('consent_missing');
  if (balance.debt > 0) throw new Problem('debt_open');
  const { id, name, desk, price, pickUpUntil } = redemption;
  const effect = { item: item.id, name, desk, pickUpUntil, rule: settings.version, ...(slot && { slot: slot.id }) };
  const posted = post(
    balance,
    [{ tx: transactionOf(wanted), kind: 'redeem', points: 0 - price, reference: id, effect }],
    { district, wallet, by, now, returnedDaysMin: 0 },
  );
  if (!posted) throw new Problem('balance_too_low');
  const primary = stageOf(person) === 'primary';
  if (!allows(limits, redemption, { settings, primary, perPerson: item.perPerson })) throw new Problem('limit_reached');
  if (((slot ?? stock)?.quantity ?? 0) < 1) throw new Problem('sold_out');
  return posted;
}

function writesOf({ district }: Wanted, { item, limits }: Offer, posted: Posted, redemption: Redemption) {
  return [
    ...posted.writes,
    ...journalWrites(posted, posted.entries.at(-1)?.tx),
    limitsWrite(district, redemption.wallet, limits, afterRedeeming(limits, redemption)),
    stillOffered(district, item),
    takeOne(district, redemption),
    ...openingWrites(district, redemption),
  ];
}
