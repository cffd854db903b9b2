/** My redemptions, newest first. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { redemptionOf, redemptionsOf } from './redemption-rows.ts';
import { showRedemption } from './show-redemption.ts';

type Route = (typeof rewards)['GET /api/me/redemptions'];

export async function listMyRedemptions({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { items, next } = await pageOf(tools, redemptionsOf(who.district, subjectOf(who)), query);
  const redemptions = items.map(redemptionOf).filter((redemption) => redemption !== undefined);
  return { items: redemptions.map(showRedemption), next };
}
