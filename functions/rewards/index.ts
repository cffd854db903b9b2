/** The rewards' door: what a movement of minutes means for stars, and the clock returns what nobody picked up. */

export { blockStarsWrites } from './block-stars.ts';
export { broughtStars } from './brought-stars.ts';
export { cancelForPoints } from './cancel-for-points.ts';
export {
  handedOver,
  readHandedOver,
  readStocked,
  readWaiting,
  redemptionOpened,
  rewardHappenings,
  stockTurned,
} from './happened.ts';
export { mergeStars, partStars, readGifts } from './merge-stars.ts';
export { starWrites } from './reach-stars.ts';
export { planRedemption, redemptionGuardAt } from './redeem.ts';
export { type ListedRedemption, redemptionsAt } from './redemptions-at.ts';
export { redemptionsOfPerson, redemptionsPage, reservedOf, showRedemptionOf } from './redemptions-of.ts';
export { returnOverdue } from './return-overdue.ts';
export { bookingsCapability, giftsCapability, rewardsCapability, stockCapability } from './routes.ts';
export { heldLevel, levelReached, starsHeldAt } from './star-rows.ts';
