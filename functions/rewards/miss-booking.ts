/** Somebody did not come to the time that was booked: the place is gone, and what it cost stays spent. */
import type { bookings } from '../../shared/contracts/bookings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { readOwed } from './hand-over.ts';
import { closingWrites, oneFewerOpen } from './redemption-rows.ts';
import { closedName, showClosed } from './show-pick-up.ts';

type Route = (typeof bookings)['POST /api/pick-ups/{code}/missed'];

export const missBooking: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const { district } = who;
    const redemption = await readOwed(tools, who, { code: params.code, redemption: body.redemption });
    if (!redemption.slot) throw new Problem('not_found');
    if (redemption.state !== 'reserved') throw new Problem('redemption_not_open');
    if (redemption.slot.from > now) throw new Problem('slot_not_begun');
    const closing = closingWrites(district, redemption, { state: 'missed', by: who.person, at: now });
    return { result: closedName(redemption), writes: [...closing, oneFewerOpen(district, redemption.wallet)] };
  },
  show: showClosed,
};
