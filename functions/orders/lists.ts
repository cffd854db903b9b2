/** Lists of orders: a community's queue, a resident's own, a volunteer's visits. An index decides nothing. */
import type { orders } from '../../shared/contracts/orders.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readOrder } from './read-order.ts';
import { orderAt, orderNamedBy, orderOf, ordersOfPerson, queueOf } from './rows.ts';
import { showOpened, showQueued, showTeamOrder, showTracked } from './show.ts';

type Queue = (typeof orders)['GET /api/orders'];
type Open = (typeof orders)['GET /api/orders/{order}'];
type Mine = (typeof orders)['GET /api/me/orders'];
type Visits = (typeof teamOrders)['GET /api/me/visits'];

export async function listQueue({ who, query, now }: Ask<Queue>, tools: Tools): Promise<Answer<Queue>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, queueOf(who.district, query.unit, query.lane), query);
  return { items: await showQueued(tools, items.map(orderOf), { units: who.units, now }), next };
}

export async function openOrder({ who, params, now }: Ask<Open>, tools: Tools): Promise<Answer<Open>> {
  return showOpened(tools, await readOrder(tools, who, params.order), { units: who.units, now });
}

export async function listMine({ who, query, now }: Ask<Mine>, tools: Tools): Promise<Answer<Mine>> {
  const { items, next } = await pageOf(tools, ordersOfPerson(who.district, who.account), query);
  return { items: await showTracked(tools, items.map(orderOf), { units: who.units, now }), next };
}

export async function listVisits({ who, query, now }: Ask<Visits>, tools: Tools): Promise<Answer<Visits>> {
  const { district, person, units } = who;
  const { items, next } = await pageOf(tools, ordersOfPerson(district, person), query);
  const found = await getAll(
    tools.store,
    items.map((item) => orderAt(district, orderNamedBy(item))),
  );
  const mine = found.flatMap((item) => (item ? [orderOf(item)] : [])).filter(({ members }) => members.includes(person));
  return { items: mine.map((order) => showTeamOrder(tools, order, { units, now })), next };
}
