/**
 * Following and rating an order without an account: the link names it, and the four digits prove who holds it. Five
 * tries in a row, then one in ten minutes; the right code gives them back.
 */
import type { orders } from '../../shared/contracts/orders.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import { treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { takeTry } from '../platform/identity/limiter.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { ratingWrites } from './rate.ts';
import { findOrder, openSealed } from './read-order.ts';
import { type Order, triesAt } from './rows.ts';
import { type Followed, showFollowed } from './show.ts';
import { readTrackLink } from './track-link.ts';

type Track = (typeof orders)['POST /api/tracks'];
type Rate = (typeof orders)['POST /api/tracks/rating'];

const budget = { burst: 5, intervalMs: 10 * minuteMs };
const attemptsMax = 5;

export async function trackOrder({ body, now }: Ask<Track>, tools: Tools): Promise<Answer<Track>> {
  return followed(tools, await behindCode(tools, body, now), now);
}

export async function rateByLink({ body, now }: Ask<Rate>, tools: Tools): Promise<Answer<Rate>> {
  const { stars, tags } = body;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const order = await behindCode(tools, body, now);
    // The same stars once more: somebody pressed twice.
    if (order.rating?.by === 'link' && order.rating.stars === stars) return followed(tools, order, now);
    const writes = await ratingWrites(tools, order, { stars, tags, by: 'link', now });
    const outcome = await tools.store.transact(`rate#${order.id}#${order.rev}#${attempt}`, writes);
    if (outcome.done) return followed(tools, await behindCode(tools, body, now), now);
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/** @throws track_invalid for a wrong link or a wrong code, which look the same; sign_in_paused after too many */
async function behindCode(tools: Tools, said: { link: string; code: string }, now: number): Promise<Order> {
  const named = readTrackLink(tools, said.link);
  if (!named) throw new Problem('track_invalid');
  const tries = triesAt(named.district, named.id);
  const retryAfter = await takeTry(tools.store, tries, { ...budget, now }, `TRACK#${named.id}#${tools.newId(now)}`);
  if (retryAfter > 0) throw new Problem('sign_in_paused', { retryAfter });
  const order = await findOrder(tools, named.district, named.id);
  if (!order || openSealed(tools, order).code !== said.code) throw new Problem('track_invalid');
  await tools.store.transact(`TRACKED#${named.id}#${tools.newId(now)}`, [{ ...tries, remove: true }]);
  return order;
}

async function followed(tools: Tools, order: Order, now: number): Promise<Followed> {
  const [tree] = await tools.store.get([treeAt(order.district)]);
  return showFollowed(tools, order, { units: treeOf(tree), now });
}
