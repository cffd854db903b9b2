/**
 * The visit itself: it starts and ends when the leader says so, by the server's time. What was served becomes a shift
 * with a record for each who went, checked as every other; the order goes on to the resident's rating.
 */
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs, minuteMs } from '../../shared/rules/durations.ts';
import { reveals } from '../../shared/rules/revealing.ts';
import { readSettings } from '../district/index.ts';
import { planShift, recorderOf } from '../hours/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { showForTeam, teamsOwn } from './accept.ts';
import { releaseWrite } from './profile-rows.ts';
import { mustBeAt, openSealed, stepped } from './read-order.ts';
import { type Order, orderWrite } from './rows.ts';

type Start = (typeof teamOrders)['POST /api/orders/{order}/start'];
type Finish = (typeof teamOrders)['POST /api/orders/{order}/finish'];

/** Who comes a little early need not wait at the door. */
const earlyMs = 30 * minuteMs;

export const startVisit: GuardedStory<Start> = {
  async plan({ who, params, now }, tools) {
    const order = await teamsOwn(tools, who, params.order);
    mustBeAt(order, 'start');
    if (order.members.length === 0) throw new Problem('members_missing');
    if (now < order.from - earlyMs) throw new Problem('order_too_early');
    const { team, dueAt } = order;
    const next = stepped(order, { state: 'serving', at: now, by: 'leader', team }, { startedAt: now, dueAt });
    return { result: order.id, writes: [orderWrite(next, order.rev)] };
  },
  show: showForTeam,
};

export const finishVisit: GuardedStory<Finish> = {
  async plan({ who, params, body, now }, tools) {
    const order = await teamsOwn(tools, who, params.order);
    mustBeAt(order, 'finish');
    if (reveals(openSealed(tools, order), body.did)) throw new Problem('order_reveals');
    const settings = await readSettings(tools, who.district, shanghaiDay(now));
    const { shift, writes } = await shiftWrites(tools, who, order, body.did, now);
    const { team, district, id } = order;
    const change = { finishedAt: now, shift, dueAt: now + settings.order_rating_days * dayMs };
    const next = stepped(order, { state: 'done', at: now, by: 'leader', team }, change);
    return {
      result: id,
      writes: [orderWrite(next, order.rev), releaseWrite(district, who.post.scope, id), ...writes],
    };
  },
  show: showForTeam,
};

/** Of whom nobody may be recorded, the order is done all the same, without a shift. No address gets into a record. */
async function shiftWrites(tools: Tools, who: Who, order: Order, did: string, now: number) {
  const { title, unit, riskLevel, insurance, members, startedAt = now } = order;
  if (now <= startedAt) return { writes: [] as Write[] };
  const recorder = await recorderOf(tools, who, now);
  const place = who.units.get(unit)?.name ?? '';
  const said = {
    name: title,
    place,
    content: did,
    category: 'care' as const,
    risk: openSealed(tools, order).risk,
    contact: place,
    riskLevel,
    insurance,
    from: startedAt,
    to: now,
  };
  const participants = members.map((volunteer) => ({ volunteer }));
  const planned = await planShift(tools, recorder, tools.newId(now), said, participants);
  return planned.records === 0 ? { writes: [] as Write[] } : { shift: planned.head.id, writes: planned.writes };
}
