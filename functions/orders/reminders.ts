/** What the clock says of an order, and which teams hear that one is open to all: computed from the present rows. */
import { dayMs, minuteMs } from '../../shared/rules/durations.ts';
import {
  endingReminderDays,
  type Happening,
  offerReminderMinutes,
  openOrderTeams,
} from '../../shared/rules/notice-kinds.ts';
import { treeAt, treeOf } from '../district/index.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { askerOf, factsOf } from './happened.ts';
import { fieldFor } from './offer.ts';
import { findOrder } from './read-order.ts';
import { isOrder, orderOf } from './rows.ts';

/** An order whose clock has begun, or was set anew. */
export function orderClockChanged(before: Item | undefined, after: Item | undefined) {
  if (!after || !isOrder(after)) return undefined;
  const { district, id, state, dueAt } = orderOf(after);
  const isSame = before?.state === state && before.dueAt === dueAt;
  const isWatched = dueAt !== undefined && (state === 'offered' || state === 'done');
  return isWatched && !isSame ? { district, id } : undefined;
}

/** Teams that have not answered an offer, and whoever has not said how it was, a while before it is too late. */
export async function orderReminders(tools: Tools, district: string, id: string): Promise<Happening[]> {
  const order = await findOrder(tools, district, id);
  if (order?.dueAt === undefined) return [];
  const { state, dueAt, urgent, offers, steps } = order;
  const said = { district, thing: `${id}#${steps.length}`, facts: factsOf(order) };
  const isLater = ({ at }: Happening) => at > (steps.at(-1)?.at ?? 0);
  if (state === 'offered') {
    const at = dueAt - offerReminderMinutes[urgent ? 'urgent' : 'normal'] * minuteMs;
    return offers
      .map((leadersOf): Happening => ({ ...said, kind: 'team_order_expiring', at, to: { leadersOf } }))
      .filter(isLater);
  }
  if (state !== 'done') return [];
  const rating: Happening = {
    ...said,
    kind: 'order_to_rate',
    at: dueAt - endingReminderDays * dayMs,
    to: askerOf(order),
  };
  return [rating].filter(isLater);
}

/** The teams that fit an open order best; none when it is not open any more. */
export async function teamsToTell(tools: Tools, district: string, id: string, now: number): Promise<string[]> {
  const order = await findOrder(tools, district, id);
  if (order?.state !== 'open') return [];
  const [tree] = await tools.store.get([treeAt(district)]);
  const { ranked } = await fieldFor(tools, order, { units: treeOf(tree), now });
  return ranked.slice(0, openOrderTeams).map(({ team }) => team);
}
