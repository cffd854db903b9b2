/** What waits at my desk to be picked up, class by class, and what was closed there on a day. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { staffNames } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Query } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { closedRedemptionsAt, openRedemptionsAt, redemptionOf } from './redemption-rows.ts';
import { pickUpFor, showExchanged } from './show-pick-up.ts';
import { readWhom } from './whom.ts';

type Waiting = (typeof rewards)['GET /api/pick-ups'];
type Closed = (typeof rewards)['GET /api/pick-ups/closed'];

export function listPickUps(ask: Ask<Waiting>, tools: Tools): Promise<Answer<Waiting>> {
  const { district, post } = ask.who;
  return listed(ask, tools, openRedemptionsAt(district, post.scope));
}

export function listClosedPickUps(ask: Ask<Closed>, tools: Tools): Promise<Answer<Closed>> {
  const { who, query, now } = ask;
  return listed(ask, tools, closedRedemptionsAt(who.district, who.post.scope, query.on ?? shanghaiDay(now)));
}

async function listed({ who, query, now }: Ask<Waiting> | Ask<Closed>, tools: Tools, list: Omit<Query, 'limit'>) {
  const { items, next } = await pageOf(tools, list, query);
  if (items.length === 0) return { items: [], next };
  const redemptions = items.map(redemptionOf).filter((redemption) => redemption !== undefined);
  const whom = await readWhom(tools, who.district, redemptions, now);
  const exchangers = redemptions.flatMap(({ exchanged }) => (exchanged ? [exchanged.by] : []));
  const names = await staffNames(tools, who.district, [...new Set(exchangers)]);
  const shown = redemptions.map((redemption) => ({
    ...pickUpFor(redemption, whom(redemption)),
    exchanged: redemption.exchanged && showExchanged(redemption.exchanged, names.get(redemption.exchanged.by)),
  }));
  return { items: shown, next };
}
