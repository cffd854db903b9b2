/**
 * Claims a star gift: the pupil chooses among the gift items and gets a pick-up code, or the desk hands it over at
 * once. The gift, one piece of stock and the redemption change in one transaction; each gift is claimed once.
 */
import type { gifts } from '../../shared/contracts/gifts.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { type Desk, readDesk, readSettings, rulesAt, settingsOn } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { covers, personAt, personOf } from '../volunteers/index.ts';
import { giveVoucher } from './give-voucher.ts';
import { drawCode } from './pick-up-code.ts';
import { handedOverWrite, openingWrites, type Redemption } from './redemption-rows.ts';
import { itemAt, type RewardItem, rewardItemOf, stillOffered, stockAt, stockOf, takeFromStock } from './rows.ts';
import { closedName, showClosed } from './show-pick-up.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';
import { claimWrite, type Gift, giftAt, giftId, giftOf } from './star-rows.ts';

type Claim = (typeof gifts)['POST /api/me/gifts/{gift}/claim'];
type HandOver = (typeof gifts)['POST /api/gifts/hand-over'];

export const claimGift: GuardedStory<Claim> = {
  async plan({ who, params, body, now }, tools) {
    const { district, units, post } = who;
    const wallet = subjectOf(who);
    const desk = await readDesk(tools, district, body.desk);
    if (!desk || !units.covers(desk.unit, post.unit)) throw new Problem('not_found');
    const asked = { district, units, wallet, gift: params.gift, item: body.item, now };
    const { gift, item } = await readClaim(tools, { ...asked, desk, unit: post.unit });
    const { pick_up_days: days } = await readSettings(tools, district, shanghaiDay(now));
    const pickUpUntil = now + days * dayMs;
    const redemption: Redemption = { ...claimOf(tools, gift, item, desk, now), code: drawCode(tools), pickUpUntil };
    const writes = [
      claimWrite(district, gift, redemption.id, 'claimed'),
      stillOffered(district, item),
      takeFromStock(district, item.id, desk.id),
      ...openingWrites(district, redemption),
    ];
    return { result: redemption.id, writes, answer: showRedemption(redemption) };
  },
  show: async ({ who }, tools, id) => showRedemption(await readRedemption(tools, who.district, subjectOf(who), id)),
};

export const handOverGift: GuardedStory<HandOver> = {
  async plan({ who, body, now }, tools) {
    const { district, units, post } = who;
    const desk = await readDesk(tools, district, post.scope);
    if (!desk) throw new Problem('not_found');
    const asked = { district, units, wallet: body.volunteer, gift: body.gift, item: body.item, now };
    const { gift, item } = await readClaim(tools, { ...asked, desk });
    const claimed = claimOf(tools, gift, item, desk, now);
    const { voucher, writes } = await giveVoucher(tools, district, claimed);
    const given: Redemption = {
      ...claimed,
      state: 'handed_over',
      closedAt: now,
      closedBy: who.person,
      ...(voucher && { voucher }),
    };
    return {
      result: closedName(given),
      writes: [
        claimWrite(district, gift, given.id, 'handed_over'),
        stillOffered(district, item),
        takeFromStock(district, item.id, desk.id),
        handedOverWrite(district, given, now),
        ...writes,
      ],
    };
  },
  show: showClosed,
};

interface Claiming {
  readonly district: string;
  readonly wallet: string;
  readonly gift: string;
  readonly units: UnitTree;
  readonly item: string;
  readonly desk: Desk;
  /** Whom the item and the desk have to serve; the gift's school where it is not said. */
  readonly unit?: string;
  readonly now: number;
}

/**
 * @throws not_found where gift, item or desk is out of reach, gift_not_open, consent_missing, reward_closed,
 * item_not_for_you, sold_out
 */
async function readClaim(tools: Tools, claiming: Claiming) {
  const { district, units, wallet, gift: name, item: itemId, desk, now } = claiming;
  const [giftRow, itemRow, stockRow, personRow, rules] = await tools.store.get([
    giftAt(district, wallet, name),
    itemAt(district, itemId),
    stockAt(district, itemId, desk.id),
    personAt(district, wallet),
    rulesAt(district),
  ]);
  const person = personOf(tools, district, wallet, personRow);
  const gift = giftOf(giftRow);
  const item = rewardItemOf(itemId, itemRow);
  if (!gift || !item?.gift || !person) throw new Problem('not_found');
  const { unit = gift.school } = claiming;
  if (![desk.unit, item.unit].every((one) => units.covers(one, unit))) throw new Problem('not_found');
  if (gift.state !== 'open' || gift.until < now) throw new Problem('gift_not_open');
  const today = shanghaiDay(now);
  if (!covers(person, 'rewards', today, settingsOn(rules, today))) throw new Problem('consent_missing');
  if (!item.open) throw new Problem('reward_closed');
  if (!suits(gift, item.gift)) throw new Problem('item_not_for_you');
  if ((stockOf(stockRow)?.quantity ?? 0) < 1) throw new Problem('sold_out');
  return { gift, item };
}

const suits = (gift: Gift, { levelMin, scheme }: NonNullable<RewardItem['gift']>) =>
  gift.level >= levelMin && (scheme === undefined || scheme === gift.scheme);

/** What a gift is claimed with: a redemption that costs nothing. */
const claimOf = (tools: Tools, gift: Gift, item: RewardItem, desk: Desk, now: number): Redemption => ({
  id: tools.newId(now),
  wallet: gift.wallet,
  item: item.id,
  name: item.name,
  desk: desk.id,
  price: 0,
  state: 'reserved',
  code: '',
  at: now,
  pickUpUntil: now,
  lotsUsed: {},
  class: gift.class,
  gift: giftId(gift),
});
