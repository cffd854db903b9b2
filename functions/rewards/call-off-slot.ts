/**
 * A partner cannot keep a time: nobody can book it any more, and whoever has booked it gets the points back. A
 * call does some of them, each in a transaction of its own; it is repeated until one finds none.
 */
import type { bookings } from '../../shared/contracts/bookings.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { readDesk } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readServiceItem } from './bookings.ts';
import { runs } from './change-stock.ts';
import { giveBackNow } from './give-back-now.ts';
import { openRedemptionsAt, type Redemption, redemptionOf } from './redemption-rows.ts';
import { callOffWrite, type Slot, slotAt, slotOf } from './slot-rows.ts';

type Route = (typeof bookings)['POST /api/items/{item}/slots/{slot}/cancellation'];

/** Bookings in one call, one after the other: all of them change the slot's row. */
const together = 40;
const pageSize = 100;

export async function callOffSlot({ who, params, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, person: by } = who;
  const { id: item } = await readServiceItem(tools, who, params.item);
  const slot = await readSlot(tools, who, item, params.slot);
  // Whoever calls it off at the same moment does the same.
  if (!slot.calledOff)
    await tools.store.transact(`OFF#${slot.id}#${tools.newId(now)}`, [callOffWrite(district, item, slot.id, by, now)]);
  let cancelled = 0;
  for await (const { id, wallet } of bookingsOf(tools, district, slot)) {
    const asked = { district, wallet, redemption: id, state: 'cancelled', by, reason: 'closed', now } as const;
    cancelled += Number(await giveBackNow(tools, asked));
    if (cancelled === together) break;
  }
  // A booking made just before may not be on the list yet: whoever marks the slot looks once more.
  return { cancelled, more: cancelled > 0 || !slot.calledOff };
}

/** The slot's open bookings among all that waits at its desk, page by page. */
async function* bookingsOf(tools: Tools, district: string, slot: Slot): AsyncIterable<Redemption> {
  const list = { ...openRedemptionsAt(district, slot.desk), limit: pageSize };
  let page = await tools.store.query(list);
  while (true) {
    for (const row of page.items) {
      const redemption = redemptionOf(row);
      if (redemption?.slot?.id === slot.id) yield redemption;
    }
    if (!page.next) return;
    page = await tools.store.query({ ...list, after: page.next });
  }
}

/** @throws not_found of a slot whose desk the asker does not run */
async function readSlot(tools: Tools, who: Who, item: string, id: string): Promise<Slot> {
  const [row] = await tools.store.get([slotAt(who.district, item, id)]);
  const slot = slotOf(row);
  const desk = slot && (await readDesk(tools, who.district, slot.desk));
  if (!desk || !runs(who, desk)) throw new Problem('not_found');
  return slot;
}
