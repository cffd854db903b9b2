/**
 * 评单: a resident says how it was, oneself, by phone through the desk, or by link and code. It counts for the team's
 * place in the dispatch and for the quality of those who went; a low one is asked after by the desk.
 */
import type { orders } from '../../shared/contracts/orders.ts';
import { shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import { residentRatingWrites } from '../hours/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { followedResult } from './change-order.ts';
import { ratedWrite } from './profile-rows.ts';
import { mustBeAt, readOrder, stepped } from './read-order.ts';
import { type Order, orderWrite } from './rows.ts';
import { showResult } from './triage.ts';

type Rate = (typeof orders)['POST /api/orders/{order}/rating'];
type CallBack = (typeof orders)['POST /api/orders/{order}/call-back'];

interface Said extends Pick<Ask<Rate>['body'], 'stars' | 'tags'> {
  readonly by: string;
  readonly now: number;
}

/** @throws order_not_open when it is not done, or rated or closed already */
export async function ratingWrites(tools: Tools, order: Order, { stars, tags, by, now }: Said): Promise<Write[]> {
  mustBeAt(order, 'rate');
  const { district, shift, team } = order;
  const settings = await readSettings(tools, district, shanghaiDay(now));
  const isLow = stars <= settings.order_call_back_stars;
  const calendar = isLow ? await readCalendar(tools, district) : {};
  const { dueAt } = workingDaysAfter(now, settings.order_call_back_days, calendar);
  const rating = { stars, tags: [...new Set(tags)], at: now, by };
  const change = { rating, ...(isLow && { callBack: { dueAt }, dueAt }) };
  const next = stepped(order, { state: 'rated', at: now, by }, change);
  const felt = shift === undefined ? [] : await residentRatingWrites(tools, district, shift, stars);
  return [orderWrite(next, order.rev), ...(team === undefined ? [] : [ratedWrite(district, team, stars)]), ...felt];
}

export const rateOrder: GuardedStory<Rate> = {
  async plan({ who, params, body, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    return { result: order.id, writes: await ratingWrites(tools, order, { ...body, by: who.post.role, now }) };
  },
  show: followedResult,
};

export const callBack: GuardedStory<CallBack> = {
  async plan({ who, params, body, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    mustBeAt(order, 'call_back');
    const { callBack: open } = order;
    if (!open || open.doneAt !== undefined) throw new Problem('order_not_open');
    const next: Order = { ...order, dueAt: undefined, callBack: { ...open, note: body.note, doneAt: now } };
    return { result: order.id, writes: [orderWrite(next, order.rev)] };
  },
  show: showResult,
};
