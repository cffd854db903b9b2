/** What waits at my desk to be picked up, class by class. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';
import { openRedemptionsAt, redemptionOf } from './redemption-rows.ts';
import { pickUpFor } from './show-pick-up.ts';

type Route = (typeof rewards)['GET /api/pick-ups'];

export async function listPickUps({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { items, next } = await pageOf(tools, openRedemptionsAt(who.district, who.post.scope), query);
  if (items.length === 0) return { items: [], next };
  const redemptions = items.map(redemptionOf).filter((redemption) => redemption !== undefined);
  const people = await readPeople(
    tools,
    who.district,
    redemptions.map(({ wallet }) => wallet),
  );
  return { items: redemptions.map((redemption, at) => pickUpFor(redemption, people[at], now)), next };
}
