import { rewards } from '../../shared/contracts/rewards.ts';
import { bind } from '../platform/http/story.ts';
import { cancelRedemption } from './cancel-redemption.ts';
import { changeItem } from './change-item.ts';
import { changeStock } from './change-stock.ts';
import { createItem } from './create-item.ts';
import { handOver } from './hand-over.ts';
import { listItems } from './list-items.ts';
import { listClosedPickUps, listPickUps } from './list-pick-ups.ts';
import { listMyRedemptions } from './list-redemptions.ts';
import { putItemPicture, showPicture } from './picture.ts';
import { redeem } from './redeem.ts';
import { showMyRedemption } from './show-my-redemption.ts';
import { findPickUp } from './show-pick-up.ts';
import { showMyStars } from './show-stars.ts';

export const rewardsCapability = bind(rewards, {
  'POST /api/items': createItem,
  'PUT /api/items/{item}': changeItem,
  'PUT /api/items/{item}/picture': putItemPicture,
  'GET /api/items/{item}/picture': showPicture,
  'POST /api/items/{item}/stock': changeStock,
  'GET /api/items': listItems,
  'POST /api/redemptions': redeem,
  'GET /api/me/redemptions': listMyRedemptions,
  'GET /api/me/redemptions/{redemption}': showMyRedemption,
  'POST /api/redemptions/{redemption}/cancellation': cancelRedemption,
  'GET /api/pick-ups': listPickUps,
  'GET /api/pick-ups/closed': listClosedPickUps,
  'GET /api/pick-ups/{code}': findPickUp,
  'POST /api/pick-ups/{code}/hand-over': handOver,
  'GET /api/me/stars': showMyStars,
});
