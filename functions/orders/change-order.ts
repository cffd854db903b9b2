/** What the desk or the resident changes on the way: another time, once; or nothing more at all. */
import type { orders } from '../../shared/contracts/orders.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { readSettings } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { memberRemovals } from './leave-team.ts';
import { withdrawWrites } from './offer.ts';
import { windowOf } from './place.ts';
import { releaseWrite } from './profile-rows.ts';
import { findOrder, mustBeAt, readOrder, stepped } from './read-order.ts';
import { memberAt, memberRow, type Order, orderWrite } from './rows.ts';
import { showFollowed } from './show.ts';
import { showResult } from './triage.ts';

type Extend = (typeof orders)['POST /api/orders/{order}/extension'];
type Cancel = (typeof orders)['POST /api/orders/{order}/cancellation'];

export const extendOrder: GuardedStory<Extend> = {
  async plan({ who, params, body, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    mustBeAt(order, 'extend');
    const window = windowOf(body, now);
    const { district, id, acceptedAt = now, team } = order;
    const settings = await readSettings(tools, district, shanghaiDay(now));
    const last = acceptedAt + settings.order_days_max * dayMs;
    if (order.extended || window.to > last) throw new Problem('order_extended');
    const change = { ...window, extended: true, dueAt: Math.max(order.dueAt ?? 0, window.to) };
    const step = { state: 'accepted', at: now, by: who.post.role, team, reason: body.reason } as const;
    const next: Order = stepped(order, step, change);
    const lists = order.members.map((volunteer) => ({
      ...memberAt(district, id, volunteer),
      put: memberRow(next, volunteer),
    }));
    return { result: id, writes: [orderWrite(next, order.rev), ...lists] };
  },
  show: showResult,
};

export const cancelOrder: GuardedStory<Cancel> = {
  async plan({ who, params, body, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    mustBeAt(order, 'cancel');
    const { district, id, team } = order;
    const step = { state: 'cancelled', at: now, by: who.post.role, reason: body.reason } as const;
    const next = stepped(order, step, { offers: [], members: [] });
    const release = team === undefined ? [] : [releaseWrite(district, team, id)];
    const writes = [orderWrite(next, order.rev), ...withdrawWrites(order), ...release, ...memberRemovals(order)];
    return { result: id, writes };
  },
  show: followedResult,
};

export async function followedResult(
  { who, now }: { who: Parameters<typeof readOrder>[1]; now: number },
  tools: Tools,
  id: string,
) {
  const order = await findOrder(tools, who.district, id);
  if (!order) throw new Error('An order has vanished');
  return showFollowed(tools, order, { units: who.units, now });
}
