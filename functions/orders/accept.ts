/**
 * A team accepts an order that is offered to it, or the first one takes an order that is open: exactly one team gets
 * it, because the order itself guards the step. Declining costs nothing; giving an accepted order back is remembered.
 */
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { readSettings } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { memberRemovals, withoutTeam } from './leave-team.ts';
import { offer, opened, withdrawWrites } from './offer.ts';
import {
  acceptOfferWrite,
  candidateOf,
  grabWrite,
  profileAt,
  releaseWrite,
  withdrawOfferWrite,
} from './profile-rows.ts';
import { findOrder, mustBeAt, readOrder, stepped } from './read-order.ts';
import { type Order, orderWrite } from './rows.ts';
import { showTeamOrder } from './show.ts';

type Accept = (typeof teamOrders)['POST /api/orders/{order}/acceptance'];
type Decline = (typeof teamOrders)['POST /api/orders/{order}/refusal'];
type HandBack = (typeof teamOrders)['POST /api/orders/{order}/hand-back'];

export const acceptOrder: GuardedStory<Accept> = {
  async plan({ who, params, now }, tools) {
    const order = await orderToTake(tools, who, params.order);
    const team = who.post.scope;
    const taken = await takingWrite(tools, order, team, now);
    const others = withdrawWrites(order, new Set([team]));
    const dueAt = Math.max(now + order.days * dayMs, order.to);
    const change = { team, offers: [], acceptedAt: now, dueAt };
    const next = stepped(order, { state: 'accepted', at: now, by: 'leader', team }, change);
    return { result: order.id, writes: [orderWrite(next, order.rev), taken, ...others] };
  },
  show: showForTeam,
};

/** @throws order_taken when another team was quicker, not_found for an order that was never in reach */
async function orderToTake(tools: Tools, who: Who, id: string): Promise<Order> {
  const order = await findOrder(tools, who.district, id);
  if (!order || order.state === 'placed' || order.state === 'turned_down') throw new Problem('not_found');
  if (order.team !== undefined) throw new Problem(order.team === who.post.scope ? 'order_not_open' : 'order_taken');
  const mine = order.offers.includes(who.post.scope);
  if (order.state === 'offered' && !mine) throw new Problem('not_found');
  mustBeAt(order, 'accept');
  return order;
}

/** @throws team_cannot_take, team_load_full */
async function takingWrite(tools: Tools, order: Order, team: string, now: number): Promise<Write> {
  const { district, id } = order;
  if (order.offers.includes(team)) return acceptOfferWrite(district, team, id, now);
  const [item] = await tools.store.get([profileAt(district, team)]);
  const candidate = item && candidateOf(item, now);
  if (!candidate?.takes || !candidate.skills.includes(order.skill)) throw new Problem('team_cannot_take');
  if (candidate.load >= candidate.loadMax) throw new Problem('team_load_full');
  return grabWrite(district, candidate, id, now);
}

export async function showForTeam({ who, now }: { who: Who; now: number }, tools: Tools, id: string) {
  const order = await findOrder(tools, who.district, id);
  if (!order) throw new Error('An order has vanished');
  return showTeamOrder(tools, order, { units: who.units, now, team: who.post.scope });
}

export const declineOrder: GuardedStory<Decline> = {
  async plan({ who, params, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    const team = who.post.scope;
    mustBeAt(order, 'decline');
    const offers = order.offers.filter((other) => other !== team);
    const kept = { ...order, except: [...order.except, team] };
    const settings = await readSettings(tools, who.district, shanghaiDay(now));
    const next = offers.length > 0 ? { ...kept, offers } : opened(kept, { by: 'leader', now, settings });
    return {
      result: order.id,
      writes: [orderWrite(next, order.rev), withdrawOfferWrite(who.district, team, order.id)],
      answer: { declined: true },
    };
  },
  show: async () => ({ declined: true }),
};

export const handBack: GuardedStory<HandBack> = {
  async plan({ who, params, body, now }, tools) {
    const order = await teamsOwn(tools, who, params.order);
    mustBeAt(order, 'hand_back');
    const team = who.post.scope;
    const asked = { by: 'leader', reason: body.reason, now, units: who.units };
    const { order: next, writes } = await offer(tools, withoutTeam(order), asked);
    const release = releaseWrite(who.district, team, order.id, now);
    return {
      result: order.id,
      writes: [orderWrite(next, order.rev), release, ...memberRemovals(order), ...writes],
      answer: { handedBack: true },
    };
  },
  show: async () => ({ handedBack: true }),
};

/** The order if the leader's team has it. @throws not_found */
export async function teamsOwn(tools: Tools, who: Who, id: string): Promise<Order> {
  const order = await readOrder(tools, who, id);
  if (order.team !== who.post.scope) throw new Problem('not_found');
  return order;
}
