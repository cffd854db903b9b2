/** Hands a reward over: once, at the desk the code belongs to, for the redemption the desk has looked at. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { closingWrites, oneFewerOpen, pickUpAt, pickUpOf } from './redemption-rows.ts';
import { showPickUp } from './show-pick-up.ts';
import { readRedemption } from './show-redemption.ts';

type Route = (typeof rewards)['POST /api/pick-ups/{code}/hand-over'];

export const handOver: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const { district, person } = who;
    const [row] = await tools.store.get([pickUpAt(district, who.post.scope, params.code)]);
    const pickUp = pickUpOf(row);
    if (pickUp?.redemption !== body.redemption) throw new Problem('not_found');
    const redemption = await readRedemption(tools, district, pickUp.wallet, pickUp.redemption);
    if (redemption.state !== 'reserved') throw new Problem('redemption_not_open');
    const closing = closingWrites(district, redemption, { state: 'handed_over', by: person, at: now });
    return { result: `${pickUp.wallet}#${redemption.id}`, writes: [...closing, oneFewerOpen(district, pickUp.wallet)] };
  },
  async show({ who, now }, tools, result) {
    const [wallet = '', id = ''] = result.split('#');
    return showPickUp(tools, who, await readRedemption(tools, who.district, wallet, id), now);
  },
};
