import type { OrderLane, OrderState } from '../../shared/rules/order-states.ts';

interface Order {
  readonly state: OrderState;
  readonly callBack?: { readonly doneAt?: number } | undefined;
}

/** The queue of the community's desk in which an order lies; none when nothing is left to be done. */
export function laneOf({ state, callBack }: Order): OrderLane | undefined {
  switch (state) {
    case 'placed':
      return 'triage';
    case 'with_desk':
      return 'desk';
    case 'offered':
    case 'open':
      return 'moving';
    case 'accepted':
    case 'serving':
    case 'done':
      return 'running';
    default:
      return callBack && callBack.doneAt === undefined ? 'call_back' : undefined;
  }
}
