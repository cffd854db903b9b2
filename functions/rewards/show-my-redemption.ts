/** One of my redemptions: to be held up at the desk, and afterwards with the card's number that came with it. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { readSerial } from './give-voucher.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';

type Route = (typeof rewards)['GET /api/me/redemptions/{redemption}'];

export async function showMyRedemption({ who, params }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const redemption = await readRedemption(tools, who.district, subjectOf(who), params.redemption);
  return { ...showRedemption(redemption), voucher: await readSerial(tools, who.district, redemption) };
}
