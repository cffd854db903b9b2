import { bookings } from '../../shared/contracts/bookings.ts';
import { gifts } from '../../shared/contracts/gifts.ts';
import { rewards } from '../../shared/contracts/rewards.ts';
import { stock } from '../../shared/contracts/stock.ts';
import { bind } from '../platform/http/story.ts';
import { createServiceItem, listSlots, openSlot } from './bookings.ts';
import { callOffSlot } from './call-off-slot.ts';
import { cancelPickUp } from './cancel-pick-up.ts';
import { cancelRedemption } from './cancel-redemption.ts';
import { changeItem } from './change-item.ts';
import { changeStock } from './change-stock.ts';
import { claimGift, handOverGift } from './claim-gift.ts';
import { createItem } from './create-item.ts';
import { exchangePickUp } from './exchange.ts';
import { handOverBatch, listFair } from './fair.ts';
import { createGiftItem, listGiftItems } from './gift-items.ts';
import { handOver } from './hand-over.ts';
import { listMyGifts, listOpenGifts } from './list-gifts.ts';
import { listItems } from './list-items.ts';
import { listClosedPickUps, listPickUps } from './list-pick-ups.ts';
import { listMyRedemptions } from './list-redemptions.ts';
import { missBooking } from './miss-booking.ts';
import { putItemPicture, showPicture } from './picture.ts';
import { redeem } from './redeem.ts';
import { showMyRedemption } from './show-my-redemption.ts';
import { findPickUp } from './show-pick-up.ts';
import { showMyStars } from './show-stars.ts';
import { countStock, listPrices, listStockChanges, showOneItem } from './stock-counts.ts';
import { importVouchers, recallVouchers, showVouchers } from './vouchers.ts';

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

export const giftsCapability = bind(gifts, {
  'POST /api/gift-items': createGiftItem,
  'GET /api/gift-items': listGiftItems,
  'GET /api/me/gifts': listMyGifts,
  'POST /api/me/gifts/{gift}/claim': claimGift,
  'GET /api/gifts': listOpenGifts,
  'POST /api/gifts/hand-over': handOverGift,
});

export const bookingsCapability = bind(bookings, {
  'POST /api/service-items': createServiceItem,
  'POST /api/items/{item}/slots': openSlot,
  'GET /api/items/{item}/slots': listSlots,
  'POST /api/items/{item}/slots/{slot}/cancellation': callOffSlot,
  'POST /api/pick-ups/{code}/missed': missBooking,
});

export const stockCapability = bind(stock, {
  'GET /api/fair': listFair,
  'POST /api/pick-ups/hand-over': handOverBatch,
  'POST /api/pick-ups/{code}/cancellation': cancelPickUp,
  'POST /api/pick-ups/closed/{redemption}/exchange': exchangePickUp,
  'GET /api/items/{item}': showOneItem,
  'GET /api/items/{item}/prices': listPrices,
  'POST /api/items/{item}/counts': countStock,
  'GET /api/items/{item}/stock-changes': listStockChanges,
  'GET /api/items/{item}/vouchers': showVouchers,
  'POST /api/items/{item}/vouchers': importVouchers,
  'POST /api/items/{item}/vouchers/recall': recallVouchers,
});
