/** An order comes off a team: nobody goes to it any more. */
import type { Write } from '../platform/store/port.ts';
import { memberAt, type Order } from './rows.ts';

/** The order as nobody's, and its former team is not asked again. */
export const withoutTeam = (order: Order): Order => ({
  ...order,
  team: undefined,
  acceptedAt: undefined,
  insurance: undefined,
  members: [],
  except: order.team === undefined ? order.except : [...order.except, order.team],
});

/** Takes the order off its members' lists. */
export const memberRemovals = ({ district, id, members }: Order): Write[] =>
  members.map((volunteer) => ({ ...memberAt(district, id, volunteer), remove: true }));
