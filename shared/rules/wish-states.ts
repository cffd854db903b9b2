/**
 * The life of a wish, as data: which step is taken from which states, and by whom. `docs/wishes.md` draws it, and a
 * test tries every step in every state.
 */
import type { Role } from '../roles.ts';

export const wishStates = [
  /** 待核实 */ 'collected',
  /** 未通过 */ 'turned_down',
  /** 等待认领 */ 'listed',
  /** 已认领 */ 'claimed',
  /** 社区已收到 */ 'received',
  /** 已实现 */ 'granted',
  /** 到期复核 */ 'in_review',
  /** 已撤回 */ 'withdrawn',
] as const;
export type WishState = (typeof wishStates)[number];

const desk = ['unit_admin', 'district_admin'] as const;
export const wishClaimers = ['volunteer', 'guardian', 'leader', ...desk] as const;

interface Move {
  readonly from: readonly WishState[];
  readonly to: readonly WishState[];
  readonly by: readonly (Role | 'clock')[];
}

export const wishMoves = {
  moderate: { from: ['collected'], to: ['listed', 'turned_down'], by: desk },
  claim: { from: ['listed'], to: ['claimed'], by: wishClaimers },
  release: { from: ['claimed'], to: ['listed'], by: wishClaimers },
  receive: { from: ['claimed'], to: ['received'], by: desk },
  hand_over: { from: ['received'], to: ['granted'], by: desk },
  thank: { from: ['granted'], to: ['granted'], by: ['resident', ...desk] },
  deliver: { from: ['granted'], to: ['granted'], by: ['leader'] },
  review: { from: ['in_review', 'claimed', 'received'], to: ['listed', 'withdrawn'], by: desk },
  withdraw: { from: ['collected', 'listed', 'in_review'], to: ['withdrawn'], by: ['resident', ...desk] },
  expire_claim: { from: ['claimed'], to: ['listed', 'in_review'], by: ['clock'] },
  expire_listing: { from: ['listed'], to: ['in_review'], by: ['clock'] },
} as const satisfies Record<string, Move>;
export type WishMove = keyof typeof wishMoves;

export const mayMoveWish = (move: WishMove, state: WishState): boolean =>
  (wishMoves[move].from as readonly WishState[]).includes(state);

export const wishLanes = ['moderate', 'review', 'received', 'claimed', 'listed'] as const;
export type WishLane = (typeof wishLanes)[number];
export const ageBands = ['child', 'youth', 'adult', 'elder'] as const;
/** Thanks are chosen, so that nothing personal travels between strangers. */
export const thanksPhrases = [
  'thank_you',
  'very_happy',
  'just_right',
  'bless_you',
  'will_cherish',
  'will_pass_on',
] as const;
/** How the hand-over is proved. */
export const handOverProofs = ['signature', 'photo', 'witness'] as const;

/** Money by another name is no wish. */
const cash = /现金|红包|转账|购物卡|充值|话费|微信支付|支付宝|cash|money/i;
export const isCash = (item: string): boolean => cash.test(item);
