/** Pages of those who serve and hand over: leaders and reward desks. */

import { deskPage } from '../pages/desk/page.tsx';
import { deskGiftsPage } from '../pages/desk-gifts/page.tsx';
import { deskTodayPage } from '../pages/desk-today/page.tsx';
import { fairPage } from '../pages/fair/page.tsx';
import { keptItemPage } from '../pages/kept-item/page.tsx';
import { leaderPage } from '../pages/leader/page.tsx';
import { leaderCardsPage } from '../pages/leader-cards/page.tsx';
import { ratingsPage } from '../pages/ratings/page.tsx';
import { recordPage } from '../pages/record/page.tsx';
import { redeemForPage } from '../pages/redeem-for/page.tsx';
import { shiftPage } from '../pages/shift/page.tsx';
import { stockPage } from '../pages/stock/page.tsx';
import { weekPage } from '../pages/week/page.tsx';
import type { Places } from './place.ts';

export const servicePlaces: Places = [
  ['leader', '/leader', leaderPage],
  ['record', '/leader/record', recordPage],
  ['leader-cards', '/leader/cards', leaderCardsPage],
  ['redeem-for', '/redeem-for/:volunteer', redeemForPage],
  ['week', '/leader/week', weekPage],
  ['shift', '/leader/shifts/:shift', shiftPage],
  ['ratings', '/leader/shifts/:shift/ratings', ratingsPage],
  ['desk', '/desk', deskPage],
  ['desk-today', '/desk/today', deskTodayPage],
  ['stock', '/desk/stock', stockPage],
  ['kept-item', '/items/:item', keptItemPage],
  ['desk-gifts', '/desk/gifts', deskGiftsPage],
  ['fair', '/desk/fair', fairPage],
];
