/**
 * A teacher redeems for a pupil who is too young to do it alone or has no phone: the pupil pays and is told, the
 * teacher gets the pick-up code, and the wallet's entry names who redeemed.
 */
import type { redeemFor as routes } from '../../shared/contracts/redeem-for.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { liveLots, sumOf } from '../../shared/rules/lots.ts';
import { readBalance } from '../ledger/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { planRedemption, redemptionGuardAt, redemptionsPage, showRedemptionOf } from '../rewards/index.ts';
import { personInScope } from '../teams/index.ts';

type Redeem = (typeof routes)['POST /api/volunteers/{volunteer}/redemptions'];
type List = (typeof routes)['GET /api/volunteers/{volunteer}/redemptions'];

export const redeemFor: GuardedStory<Redeem> = {
  guardAt: ({ who, params, key }) => redemptionGuardAt(who.district, params.volunteer, key),
  async plan({ who, params, body, key, now }, tools) {
    const person = await personInScope(tools, who, params.volunteer, now);
    if (!person) throw new Problem('not_found');
    return planRedemption(tools, {
      district: who.district,
      units: who.units,
      wallet: person.id,
      unit: person.school,
      by: who.person,
      redeemedBy: who.person,
      isAlone: false,
      key,
      now,
      ...body,
    });
  },
  show: ({ who, params }, tools, id) => showRedemptionOf(tools, who.district, params.volunteer, id),
};

export async function listRedemptionsOf({ who, params, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const person = await personInScope(tools, who, params.volunteer, now);
  if (!person) throw new Problem('not_found');
  const [page, balance] = await Promise.all([
    redemptionsPage(tools, who.district, person.id, query),
    readBalance(tools, who.district, person.id),
  ]);
  return { ...page, points: sumOf(liveLots(balance.lots, now)) };
}
