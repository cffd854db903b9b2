/** Everything redeeming decides by, in one read: what is offered, and who wants it. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readDesk, rulesAt, settingsOn } from '../district/index.ts';
import { type Balance, balanceAt, balanceOf } from '../ledger/index.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Person, personAt, personOf } from '../volunteers/index.ts';
import type { Limits } from './limits.ts';
import { limitsAt, limitsOf } from './redemption-rows.ts';
import { itemAt, type RewardItem, rewardItemOf, type Stock, stockAt, stockOf } from './rows.ts';
import { type Standing, standingAt, standingOf } from './star-rows.ts';

type Route = (typeof rewards)['POST /api/redemptions'];

export interface Offer {
  readonly item: RewardItem;
  /** Absent where the desk never had the item. */
  readonly stock?: Stock;
  readonly balance: Balance;
  readonly standing: Standing;
  readonly limits: Limits;
  readonly person: Person;
  readonly settings: Settings;
}

/** One batch read. @throws not_found unless the item and the desk both serve the asker's unit */
export async function readOffer({ who, body, now }: Ask<Route>, tools: Tools): Promise<Offer> {
  const { district, units } = who;
  const wallet = subjectOf(who);
  const [itemRow, stockRow, balanceRow, limitsRow, personRow, rules, standingRow] = await tools.store.get([
    itemAt(district, body.item),
    stockAt(district, body.item, body.desk),
    balanceAt(district, wallet),
    limitsAt(district, wallet),
    personAt(district, wallet),
    rulesAt(district),
    standingAt(district, wallet),
  ]);
  const item = rewardItemOf(body.item, itemRow);
  const stock = stockOf(stockRow);
  const person = personOf(tools, district, wallet, personRow);
  const deskUnit = stock?.unit ?? (await readDesk(tools, district, body.desk))?.unit;
  if (!item || deskUnit === undefined || !person) throw new Problem('not_found');
  if (![item.unit, deskUnit].every((unit) => units.covers(unit, who.post.unit))) throw new Problem('not_found');
  const settings = settingsOn(rules, shanghaiDay(now));
  const [balance, standing] = [balanceOf(balanceRow), standingOf(standingRow)];
  return { item, stock, balance, standing, limits: limitsOf(limitsRow), person, settings };
}
