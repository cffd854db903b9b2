import { wishes } from '../../shared/contracts/wishes.ts';
import { bind } from '../platform/http/story.ts';
import { claimWish, releaseWish } from './claim.ts';
import { collectWish } from './collect.ts';
import { handOver, receiveItem, recordDelivery, showPhoto, thank } from './deliver.ts';
import { listClaims, listDesk, listMine, listWishes, openWish } from './lists.ts';
import { moderateWish, reviewWish, withdrawWish } from './moderate.ts';

export const wishesCapability = bind(wishes, {
  'POST /api/wishes': collectWish,
  'GET /api/wishes': listWishes,
  'GET /api/me/wishes': listMine,
  'GET /api/me/claims': listClaims,
  'GET /api/wish-desk': listDesk,
  'GET /api/wishes/{wish}': openWish,
  'POST /api/wishes/{wish}/moderation': moderateWish,
  'POST /api/wishes/{wish}/claim': claimWish,
  'POST /api/wishes/{wish}/release': releaseWish,
  'POST /api/wishes/{wish}/receipt': receiveItem,
  'POST /api/wishes/{wish}/hand-over': handOver,
  'GET /api/wishes/{wish}/photo': showPhoto,
  'POST /api/wishes/{wish}/thanks': thank,
  'POST /api/wishes/{wish}/delivery': recordDelivery,
  'POST /api/wishes/{wish}/review': reviewWish,
  'POST /api/wishes/{wish}/withdrawal': withdrawWish,
});
