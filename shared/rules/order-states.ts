/**
 * The life of an order, as data: which step is taken from which states, and by whom. `docs/orders.md` draws it, and a
 * test tries every step in every state by every role.
 */
import type { Role } from '../roles.ts';

export const orderStates = [
  /** 审核中 */ 'placed',
  /** 未通过 */ 'turned_down',
  /** 已派单 */ 'offered',
  /** 抢单中 */ 'open',
  /** 社区协调 */ 'with_desk',
  /** 已接单 */ 'accepted',
  /** 服务中 */ 'serving',
  /** 已完成，待评价 */ 'done',
  /** 已评价 */ 'rated',
  /** 已办结，未评价 */ 'closed',
  /** 已取消 */ 'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

const desk = ['unit_admin', 'district_admin'] as const;
const waitingForTeam = ['offered', 'open', 'with_desk'] as const;

interface Move {
  readonly from: readonly OrderState[];
  /** Where it may lead; the same state when only something about the order changes. */
  readonly to: readonly OrderState[];
  readonly by: readonly (Role | 'clock' | 'anyone')[];
}

export const orderMoves = {
  triage: { from: ['placed'], to: ['offered', 'open', 'turned_down'], by: desk },
  dispatch: { from: [...waitingForTeam, 'accepted'], to: ['offered', 'open'], by: desk },
  accept: { from: ['offered', 'open'], to: ['accepted'], by: ['leader'] },
  decline: { from: ['offered'], to: ['offered', 'open'], by: ['leader'] },
  hand_back: { from: ['accepted'], to: ['offered', 'open'], by: ['leader'] },
  assign: { from: ['accepted'], to: ['accepted'], by: ['leader'] },
  extend: { from: ['accepted'], to: ['accepted'], by: desk },
  start: { from: ['accepted'], to: ['serving'], by: ['leader'] },
  finish: { from: ['serving'], to: ['done'], by: ['leader'] },
  rate: { from: ['done'], to: ['rated'], by: ['resident', ...desk, 'anyone'] },
  call_back: { from: ['rated'], to: ['rated'], by: desk },
  cancel: { from: ['placed', ...waitingForTeam, 'accepted'], to: ['cancelled'], by: ['resident', ...desk] },
  expire_offer: { from: ['offered'], to: ['open'], by: ['clock'] },
  give_up_opening: { from: ['open'], to: ['with_desk'], by: ['clock'] },
  close_unrated: { from: ['done'], to: ['closed'], by: ['clock'] },
} as const satisfies Record<string, Move>;
export type OrderMove = keyof typeof orderMoves;

export const mayMove = (move: OrderMove, state: OrderState): boolean =>
  (orderMoves[move].from as readonly OrderState[]).includes(state);

/** How an order came in. */
export const orderChannels = ['self', 'phone', 'visit', 'neighbour', 'grid'] as const;
export type OrderChannel = (typeof orderChannels)[number];

/** The queues of a community's desk, the most pressing first. */
export const orderLanes = ['triage', 'desk', 'call_back', 'moving', 'running'] as const;
export type OrderLane = (typeof orderLanes)[number];
