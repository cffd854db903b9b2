/** Pages of orders and wishes: residents, the community's desk, teams. */
import { leaderOrdersPage } from '../pages/leader-orders/page.tsx';
import { myOrdersPage } from '../pages/my-orders/page.tsx';
import { orderPage } from '../pages/order/page.tsx';
import { orderDeskPage } from '../pages/order-desk/page.tsx';
import { orderNewPage } from '../pages/order-new/page.tsx';
import { serviceMenuPage } from '../pages/service-menu/page.tsx';
import { trackPage } from '../pages/track/page.tsx';
import { visitsPage } from '../pages/visits/page.tsx';
import { wishPage } from '../pages/wish/page.tsx';
import { wishDeskPage } from '../pages/wish-desk/page.tsx';
import { wishesPage } from '../pages/wishes/page.tsx';
import type { Places } from './place.ts';

export const orderPlaces: Places = [
  ['order-new', '/orders/new', orderNewPage],
  ['my-orders', '/me/orders', myOrdersPage],
  ['track', '/track/:link', trackPage],
  ['order-desk', '/orders', orderDeskPage],
  ['service-menu', '/orders/menu', serviceMenuPage],
  ['order', '/orders/:order', orderPage],
  ['leader-orders', '/leader/orders', leaderOrdersPage],
  ['visits', '/me/visits', visitsPage],
  ['wishes', '/wishes', wishesPage],
  ['wish-desk', '/wish-desk', wishDeskPage],
  ['wish', '/wish-desk/:wish', wishPage],
];
