/** My redemptions, newest first. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { redemptionsPage } from './redemptions-of.ts';

type Route = (typeof rewards)['GET /api/me/redemptions'];

export function listMyRedemptions({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  return redemptionsPage(tools, who.district, subjectOf(who), query);
}
