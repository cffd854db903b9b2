/**
 * Door and phone, for those who go and the leader who sends them, from a day before until a day after; the log of
 * openings has every look.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { openSealed, readOrder } from './read-order.ts';

type Route = (typeof teamOrders)['GET /api/orders/{order}/contact'];

export async function showDoor({ who, params, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const order = await readOrder(tools, who, params.order);
  const isTeams = who.post.role !== 'leader' || order.team === who.post.scope;
  if (order.team === undefined || order.state === 'cancelled' || !isTeams) throw new Problem('not_found');
  const settings = await readSettings(tools, who.district, shanghaiDay(now));
  const aroundMs = settings.order_contact_hours * hourMs;
  const { from, to, finishedAt = to } = order;
  if (now < from - aroundMs || now > Math.max(to, finishedAt) + aroundMs) throw new Problem('order_contact_hidden');
  const { name, phone, address, spot } = openSealed(tools, order);
  return { name, phone, address, spot };
}
