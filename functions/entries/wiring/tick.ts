import { hourMs } from '../../../shared/rules/durations.ts';
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
 * The work that time brings: finality, returns, what hangs on the clock in activities, orders and wishes, reminders,
 * and expiry, which may be long. However long the clock stood still, it goes on where it had come to; time counts as
 * done only when everything due in it succeeded, and what fails holds up nothing else.
 * @throws AggregateError of all that failed
 */
export async function tick(tools: Tools, now: number): Promise<Ticked> {
  const [item] = await tools.store.get([clockAt]);
  const since = typeof item?.until === 'number' ? Math.min(item.until, now - overlapMs) : now - firstLookMs;
  const failures: unknown[] = [];
  const count = (work: Promise<number>) =>
    work.catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
  const final = await count(finaliseDue(tools, { since, now }));
  const returned = await count(returnOverdue(tools, { since, now }));
  const activities = await count(tendDue(tools, { since, now }));
  const orders = await count(moveDueOrders(tools, { since, now }));
  const wishes = await count(moveDueWishes(tools, { since, now }));
  const reminded = await count(remindDue(tools, { since, now }));
  if (failures.length === 0) {
    const until = now - overlapMs;
    await tools.store.transact(`clock#${now}`, [{ ...clockAt, update: { set: { v: 1, until } } }]);
  }
  const expired = await count(sweepExpired(tools, now));
  if (failures.length > 0) throw new AggregateError(failures, 'Not all that was due could be done');
  return { final, returned, expired, reminded, activities, orders, wishes };
}
