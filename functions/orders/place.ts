/**
 * A resident asks for a service, or the community asks for them: the same order, with how it came in. What volunteers
 * must not take on is answered with the authority to ask. Nothing costs anything.
 */
import type { orders } from '../../shared/contracts/orders.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { coarse } from '../../shared/rules/dispatch.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { OrderChannel } from '../../shared/rules/order-states.ts';
import { isRefusedKind, type MenuKind, refusedKinds } from '../../shared/rules/service-menu.ts';
import { workingMinutesAfter } from '../../shared/rules/working-hours.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readKind } from './menu.ts';
import { findOrder, seal } from './read-order.ts';
import { readContact } from './residents.ts';
import { type Order, orderWrite } from './rows.ts';
import { showTracked } from './show.ts';
import { drawTrackCode } from './track-link.ts';

type Route = (typeof orders)['POST /api/orders'];
type Body = Ask<Route>['body'];

/** Further ahead nobody knows when there is time. */
const aheadMsMax = 31 * dayMs;

export const placeOrder: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    const kind = await kindAsked(tools, who, body);
    const window = windowOf(body, now);
    const { unit, contact, channel } = await whoseOrder(tools, who, body);
    const dueAt = await triageDue(tools, who.district, body.urgent, now);
    const named = { district: who.district, id: tools.newId(now) };
    const { need, risk, spot, phrases, urgent } = body;
    const code = drawTrackCode(tools);
    const { title, skill, minutes, days, riskLevel, homeVisit } = kind;
    const order: Order = {
      ...named,
      rev: 0,
      state: 'placed',
      ...{ unit, kind: body.kind, title, skill, minutes, days, riskLevel, homeVisit, urgent, ...window, channel },
      phrases: [...new Set(phrases)],
      placedAt: now,
      placedBy: who.person,
      resident: who.post.role === 'resident' ? who.account : undefined,
      sealed: seal(tools, named, { ...contact, need, risk, spot: spot && coarse(spot), code }),
      steps: [{ state: 'placed', at: now, by: who.post.role }],
      dueAt,
      offers: [],
      except: [],
      members: [],
    };
    return { result: order.id, writes: [orderWrite(order, 0)] };
  },
  async show({ who, now }, tools, id): Promise<Answer<Route>> {
    const order = await findOrder(tools, who.district, id);
    const [shown] = order ? await showTracked(tools, [order], { units: who.units, now }) : [];
    if (!shown) throw new Error('An order has vanished');
    return shown;
  },
};

async function kindAsked(tools: Tools, who: Who, { kind, urgent }: Body): Promise<MenuKind> {
  if (isRefusedKind(kind)) throw new Problem(refusedKinds[kind]);
  const asked = await readKind(tools, who.district, kind);
  if (!asked?.open) throw new Problem('order_kind_closed');
  if (urgent && !asked.mayBeUrgent) throw new Problem('order_not_urgent');
  return asked;
}

/** @throws order_window_invalid */
export function windowOf(said: { readonly from: string; readonly to: string }, now: number) {
  const [from, to] = [Date.parse(said.from), Date.parse(said.to)];
  const fits = from >= now && from - now <= aheadMsMax && from < to && to - from <= dayMs;
  if (!fits) throw new Problem('order_window_invalid');
  return { from, to };
}

/** A resident asks in the own community, for oneself or a neighbour; staff for somebody in one of their communities. */
async function whoseOrder(tools: Tools, who: Who, { unit, contact, channel }: Body) {
  if (who.post.role === 'resident') {
    const own = contact ?? (await readContact(tools, who));
    return { unit: who.post.unit, contact: own, channel: (contact ? 'neighbour' : 'self') as OrderChannel };
  }
  const place = unit === undefined ? undefined : who.units.get(unit);
  if (!place || place.kind === 'school' || !who.units.covers(who.post.unit, place.id)) throw new Problem('not_found');
  if (!contact)
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/contact', message: '这一项必须填写' }] });
  return { unit: place.id, contact, channel };
}

async function triageDue(tools: Tools, district: string, urgent: boolean, now: number): Promise<number> {
  const settings = await readSettings(tools, district, shanghaiDay(now));
  const calendar = await readCalendar(tools, district);
  return urgent
    ? workingMinutesAfter(now, settings.order_triage_urgent_minutes, settings, calendar)
    : workingDaysAfter(now, settings.order_triage_days, calendar).dueAt;
}
