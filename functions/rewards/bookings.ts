/** Services instead of things: a partner gives them at a place of its own, at times that can be booked. */
import type { bookings } from '../../shared/contracts/bookings.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { readDesk } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { runs } from './change-stock.ts';
import { readKeptItem } from './kept-item.ts';
import { assertPrice } from './price.ts';
import { inLine, showItem } from './read-items.ts';
import { creationWrites, type RewardItem } from './rows.ts';
import { type Slot, slotAt, slotOf, slotsOf, slotWrite } from './slot-rows.ts';

type Create = (typeof bookings)['POST /api/service-items'];
type Open = (typeof bookings)['POST /api/items/{item}/slots'];
type List = (typeof bookings)['GET /api/items/{item}/slots'];

export const createServiceItem: GuardedStory<Create> = {
  async plan({ who, body, now }, tools) {
    if (!who.units.covers(who.post.scope, body.unit)) throw new Problem('not_found');
    await assertPrice(tools, who.district, body.price, now, { mayBeFree: true });
    const { partner, place, validUntil, ...named } = body;
    const service = { partner, place, validUntil };
    const item = { id: tools.newId(now), ...named, kind: 'service', service, open: true } as const;
    const writes = creationWrites(who.district, who.units, item, { at: now, by: who.person });
    return { result: item.id, writes, answer: { ...item, stock: [] } };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};

export const openSlot: GuardedStory<Open> = {
  async plan({ who, params, body, now }, tools) {
    const { district } = who;
    const { id: item, service } = await readServiceItem(tools, who, params.item);
    const desk = await readDesk(tools, district, body.desk);
    if (!desk || !runs(who, desk)) throw new Problem('not_found');
    const [from, to] = [Date.parse(body.from), Date.parse(body.to)];
    if (from <= now || to <= from || shanghaiDay(to) > service.validUntil) throw new Problem('slot_misplaced');
    const places = { quantity: body.quota, sold: 0, stocked: body.quota };
    const slot = { id: tools.newId(from), desk: desk.id, unit: desk.unit, from, to, ...places };
    return { result: slot.id, writes: [slotWrite(district, item, slot)], answer: show(slot) };
  },
  async show({ who, params }, tools, id) {
    const [row] = await tools.store.get([slotAt(who.district, params.item, id)]);
    const slot = slotOf(row);
    if (!slot) throw new Error('A slot that was opened is not there');
    return show(slot);
  },
};

export async function listSlots({ who, params, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { id } = await readKeptItem(tools, who, params.item);
  const today = startOfDay(shanghaiDay(now));
  const { items, next } = await pageOf(tools, slotsOf(who.district, id, today), query);
  const slots = items.flatMap((row) => slotOf(row) ?? []);
  return { items: slots.filter(({ unit }) => inLine(who.units, unit, who.post.unit)).map(show), next };
}

type ServiceItem = RewardItem & Required<Pick<RewardItem, 'service'>>;
/** @throws not_found of anything but a service */
export async function readServiceItem(tools: Tools, who: Who, id: string): Promise<ServiceItem> {
  const { service, ...item } = await readKeptItem(tools, who, id);
  if (!service) throw new Problem('not_found');
  return { ...item, service };
}

const show = ({ id, desk, from, to, quantity, stocked, calledOff }: Slot) => ({
  id,
  desk,
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  quota: stocked,
  left: quantity,
  calledOff,
});
