/** One of my redemptions, to be held up at the desk. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import type { Tools } from '../platform/tools.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';

type Route = (typeof rewards)['GET /api/me/redemptions/{redemption}'];

export const showMyRedemption = async ({ who, params }: Ask<Route>, tools: Tools): Promise<Answer<Route>> =>
  showRedemption(await readRedemption(tools, who.district, who.person, params.redemption));
