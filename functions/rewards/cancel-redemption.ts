/** Cancels my redemption while nobody has picked it up: points and stock come back at once. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { giveBack } from './give-back.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';

type Route = (typeof rewards)['POST /api/redemptions/{redemption}/cancellation'];

export const cancelRedemption: GuardedStory<Route> = {
  async plan({ who, params, now }, tools) {
    const { district, person } = who;
    const wallet = subjectOf(who);
    const asked = {
      district,
      wallet,
      redemption: params.redemption,
      state: 'cancelled',
      by: person,
      now,
    } as const;
    const { redemption, writes } = await giveBack(tools, asked);
    return { result: redemption.id, writes, answer: showRedemption(redemption) };
  },
  show: async ({ who }, tools, id) => showRedemption(await readRedemption(tools, who.district, subjectOf(who), id)),
};
