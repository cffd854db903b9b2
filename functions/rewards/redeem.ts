/**
 * Redeems an item: the points are spent, one piece of the desk's stock is put aside and a pick-up code given, all in
 * one transaction, or nothing happens. The key's guard is the ledger's journal row, so a key spends once for ever.
 */

import type { rewards } from '../../shared/contracts/rewards.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { journalAt, journalWrites, type Posted, post } from '../ledger/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { covers, stageOf } from '../volunteers/index.ts';
import { afterRedeeming, allows } from './limits.ts';
import { assertMeantFor } from './meant-for.ts';
import { drawCode } from './pick-up-code.ts';
import { type Offer, readOffer } from './read-offer.ts';
import { limitsWrite, openingWrites, type Redemption } from './redemption-rows.ts';
import { stillOffered, takeFromStock } from './rows.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';

type Route = (typeof rewards)['POST /api/redemptions'];
const dayMs = 24 * 60 * 60 * 1000;

export const redeem: GuardedStory<Route> = {
  guardAt: ({ who, key }) => journalAt(who.district, transactionOf(subjectOf(who), key)),
  async plan(ask, tools) {
    const offer = await readOffer(ask, tools);
    const redemption = reserve(ask, tools, offer);
    const posted = decide(ask, offer, redemption);
    return {
      result: redemption.id,
      writes: writesOf(ask, offer, posted, { ...redemption, lotsUsed: posted.entries.at(-1)?.lotsUsed ?? {} }),
      guardRow: posted.journal.at(-1)?.row,
      answer: showRedemption(redemption),
    };
  },
  show: async ({ who }, tools, id) => showRedemption(await readRedemption(tools, who.district, subjectOf(who), id)),
};

const transactionOf = (person: string, key: string) => `R#${person}#${key}`;

function reserve({ who, body, now }: Ask<Route>, tools: Tools, { item, person, settings }: Offer): Redemption {
  return {
    id: tools.newId(now),
    wallet: subjectOf(who),
    item: item.id,
    name: item.name,
    desk: body.desk,
    price: item.price,
    state: 'reserved',
    code: drawCode(tools),
    at: now,
    pickUpUntil: now + settings.pick_up_days * dayMs,
    lotsUsed: {},
    class: person.class,
  };
}

/** Says no in the order a person would ask: is it offered, can I pay, may I, is there one left. */
function decide({ who, body, key, now }: Ask<Route>, offer: Offer, redemption: Redemption): Posted {
  const { item, stock, balance, limits, person, settings } = offer;
  if (!item.open || item.gift) throw new Problem('reward_closed');
  if (item.price !== body.price) throw new Problem('price_changed', { detail: `现在需要 ${item.price} 分` });
  assertMeantFor(who, offer, now);
  if (!covers(person, 'rewards', shanghaiDay(now), settings)) throw new Problem('consent_missing');
  if (balance.debt > 0) throw new Problem('debt_open');
  const { id, name, desk, price, pickUpUntil } = redemption;
  const posted = post(
    balance,
    [
      {
        tx: transactionOf(subjectOf(who), key),
        kind: 'redeem',
        points: -price,
        reference: id,
        effect: { item: item.id, name, desk, pickUpUntil, rule: settings.version },
      },
    ],
    { district: who.district, wallet: subjectOf(who), by: who.person, now, returnedDaysMin: 0 },
  );
  if (!posted) throw new Problem('balance_too_low');
  const primary = stageOf(person) === 'primary';
  if (!allows(limits, redemption, settings, primary)) throw new Problem('limit_reached');
  if (!stock || stock.quantity < 1) throw new Problem('sold_out');
  return posted;
}

function writesOf({ who }: Ask<Route>, { item, limits, settings }: Offer, posted: Posted, redemption: Redemption) {
  const { district } = who;
  return [
    ...posted.writes,
    ...journalWrites(posted, posted.entries.at(-1)?.tx),
    limitsWrite(district, redemption.wallet, limits, afterRedeeming(limits, redemption, settings)),
    stillOffered(district, item),
    takeFromStock(district, item.id, redemption.desk),
    ...openingWrites(district, redemption),
  ];
}
