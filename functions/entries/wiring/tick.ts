import { tendDue } from '../../activities/index.ts';
import { finaliseDue } from '../../hours/index.ts';
import { sweepExpired } from '../../ledger/index.ts';
import { remindDue } from '../../notices/index.ts';
import { moveDueOrders } from '../../orders/index.ts';
import type { Target } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { returnOverdue } from '../../rewards/index.ts';
import { moveDueWishes } from '../../wishes/index.ts';

/** How far the clock has come; all districts share it. */
const clockAt: Target = { table: 'Jobs', key: { pk: 'CLOCK', sk: 'CLOCK' } };
const hourMs = 3_600_000;
/** The last hours are always looked at again: an index may show an item a little after its time has come. */
const overlapMs = 2 * hourMs;
/** A new deployment has nothing older. */
const firstLookMs = 48 * hourMs;

export interface Ticked {
  readonly final: number;
  readonly returned: number;
  readonly expired: number;
  readonly reminded: number;
  readonly activities: number;
  readonly orders: number;
  readonly wishes: number;
}

/**
 * The work that time brings: finality, returns, expiry, what hangs on the clock in activities, orders and wishes, and
 * reminders. However long the clock stood still, it goes on where it had come to; time counts as done only when
 * everything due in it succeeded.
 */
export async function tick(tools: Tools, now: number): Promise<Ticked> {
  const [item] = await tools.store.get([clockAt]);
  const since = typeof item?.until === 'number' ? Math.min(item.until, now - overlapMs) : now - firstLookMs;
  const final = await finaliseDue(tools, since, now);
  const returned = await returnOverdue(tools, { since, now });
  const expired = await sweepExpired(tools, now);
  const activities = await tendDue(tools, { since, now });
  const orders = await moveDueOrders(tools, { since, now });
  const wishes = await moveDueWishes(tools, { since, now });
  const reminded = await remindDue(tools, { since, now });
  const until = now - overlapMs;
  await tools.store.transact(`clock#${now}`, [{ ...clockAt, update: { set: { v: 1, until } } }]);
  return { final, returned, expired, reminded, activities, orders, wishes };
}
