/** The desk cancels what it cannot give: the points come back at once, and who cancelled it and why stays on record. */
import type { stock } from '../../shared/contracts/stock.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { giveBack } from './give-back.ts';
import { readOwed } from './hand-over.ts';
import { closedName, showClosed } from './show-pick-up.ts';

type Route = (typeof stock)['POST /api/pick-ups/{code}/cancellation'];

export const cancelPickUp: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const { district, person } = who;
    const { id, wallet } = await readOwed(tools, who, { code: params.code, redemption: body.redemption });
    const { reason } = body;
    const asked = { district, wallet, redemption: id, state: 'cancelled', by: person, reason, now } as const;
    const { redemption, writes } = await giveBack(tools, asked);
    return { result: closedName(redemption), writes };
  },
  show: showClosed,
};
