import { orders } from '../../shared/contracts/orders.ts';
import { residents } from '../../shared/contracts/residents.ts';
import { teamOrders } from '../../shared/contracts/team-orders.ts';
import { bind } from '../platform/http/story.ts';
import { acceptOrder, declineOrder, handBack } from './accept.ts';
import { assignMembers } from './assign.ts';
import { cancelOrder, extendOrder } from './change-order.ts';
import { listMine, listQueue, listVisits, openOrder } from './lists.ts';
import { setKind, showMenu } from './menu.ts';
import { placeOrder } from './place.ts';
import { callBack, rateOrder } from './rate.ts';
import { addResident, showContact } from './residents.ts';
import { finishVisit, startVisit } from './serve.ts';
import { showDoor } from './show-contact.ts';
import { describeTeam, listTeamOrders } from './team-orders.ts';
import { rateByLink, trackOrder } from './track.ts';
import { dispatchOrder, listCandidates, triageOrder } from './triage.ts';

export const residentsCapability = bind(residents, {
  'GET /api/service-menu': showMenu,
  'PUT /api/service-menu/{kind}': setKind,
  'POST /api/residents': addResident,
  'GET /api/me/contact': showContact,
});

export const ordersCapability = bind(orders, {
  'POST /api/orders': placeOrder,
  'GET /api/me/orders': listMine,
  'POST /api/tracks': trackOrder,
  'POST /api/tracks/rating': rateByLink,
  'GET /api/orders': listQueue,
  'GET /api/orders/{order}': openOrder,
  'GET /api/orders/{order}/candidates': listCandidates,
  'POST /api/orders/{order}/triage': triageOrder,
  'POST /api/orders/{order}/dispatch': dispatchOrder,
  'POST /api/orders/{order}/extension': extendOrder,
  'POST /api/orders/{order}/cancellation': cancelOrder,
  'POST /api/orders/{order}/rating': rateOrder,
  'POST /api/orders/{order}/call-back': callBack,
});

export const teamOrdersCapability = bind(teamOrders, {
  'GET /api/team-orders': listTeamOrders,
  'PUT /api/team-orders/profile': describeTeam,
  'POST /api/orders/{order}/acceptance': acceptOrder,
  'POST /api/orders/{order}/refusal': declineOrder,
  'POST /api/orders/{order}/hand-back': handBack,
  'PUT /api/orders/{order}/members': assignMembers,
  'POST /api/orders/{order}/start': startVisit,
  'POST /api/orders/{order}/finish': finishVisit,
  'GET /api/me/visits': listVisits,
  'GET /api/orders/{order}/contact': showDoor,
});
