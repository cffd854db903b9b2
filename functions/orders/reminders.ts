/** What the clock says of an order, and which teams hear that one is open to all: computed from the present rows. */
import { dayMs, minuteMs } from '../../shared/rules/durations.ts';
import {
  type Addressee,
  endingReminderDays,
  type Happening,
  type NoticeKind,
  offerReminderMinutes,
  openOrderTeams,
  visitLateMinutes,
} from '../../shared/rules/notice-kinds.ts';
import type { OrderState } from '../../shared/rules/order-states.ts';
import { treeAt, treeOf } from '../district/index.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { askerOf, factsOf } from './happened.ts';
import { fieldFor } from './offer.ts';
import { findOrder } from './read-order.ts';
import { isOrder, type Order, orderOf } from './rows.ts';

const watched: readonly OrderState[] = ['placed', 'offered', 'accepted', 'serving', 'done', 'rated'];

/** An order whose clock has begun, or was set anew. */
export function orderClockChanged(before: Item | undefined, after: Item | undefined) {
  if (!after || !isOrder(after)) return undefined;
  const { district, id, state, to, dueAt } = orderOf(after);
  const isSame = before?.state === state && before.to === to && before.dueAt === dueAt;
  return dueAt !== undefined && watched.includes(state) && !isSame ? { district, id } : undefined;
}

/** Whoever has something to do is told a while before it is too late; when it is, the desk is, and a team not done. */
export async function orderReminders(tools: Tools, district: string, id: string): Promise<Happening[]> {
  const order = await findOrder(tools, district, id);
  if (order?.dueAt === undefined) return [];
  const { steps } = order;
  const said = { district, thing: `${id}#${steps.length}`, facts: factsOf(order) };
  return momentsIn(order, order.dueAt)
    .filter(([, , at]) => at > (steps.at(-1)?.at ?? 0))
    .map(([kind, to, at]) => ({ ...said, kind, to, at }));
}

type Moment = readonly [kind: NoticeKind, to: Addressee, at: number];

function momentsIn(order: Order, dueAt: number): Moment[] {
  const { state, unit, urgent, offers } = order;
  switch (state) {
    case 'placed':
      return [['order_triage_late', { decidersOf: unit }, dueAt]];
    case 'offered': {
      const at = dueAt - offerReminderMinutes[urgent ? 'urgent' : 'normal'] * minuteMs;
      return offers.map((leadersOf) => ['team_order_expiring', { leadersOf }, at]);
    }
    case 'accepted':
    case 'serving':
      return overdueMoments(order, dueAt);
    case 'done':
      return [['order_to_rate', askerOf(order), dueAt - endingReminderDays * dayMs]];
    case 'rated':
      return [['order_call_back_late', { decidersOf: unit }, dueAt]];
    default:
      return [];
  }
}

/** A while after the visit should have been over, and when the last day for it has passed. */
function overdueMoments({ unit, team, to, startedAt, minutes }: Order, dueAt: number): Moment[] {
  const over = startedAt === undefined ? to : Math.max(to, startedAt + minutes * minuteMs);
  const late = over + visitLateMinutes * minuteMs;
  return [...new Set([late, Math.max(late, dueAt)])].flatMap((at): Moment[] => [
    ['order_overdue', { decidersOf: unit }, at],
    ...(team === undefined ? [] : [['team_order_overdue', { leadersOf: team }, at] as const]),
  ]);
}

/** The teams that fit an open order best; none when it is not open any more. */
export async function teamsToTell(tools: Tools, district: string, id: string, now: number): Promise<string[]> {
  const order = await findOrder(tools, district, id);
  if (order?.state !== 'open') return [];
  const [tree] = await tools.store.get([treeAt(district)]);
  const { ranked } = await fieldFor(tools, order, { units: treeOf(tree), now });
  return ranked.slice(0, openOrderTeams).map(({ team }) => team);
}
