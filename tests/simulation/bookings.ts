/** What is asked for around services that are booked for a time, and by teachers for their pupils. */
import type { Who } from '../../functions/platform/identity/who.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import { operation } from './operation.ts';

const hourMs = 3_600_000;
const slotMs = hourMs / 2;

export const openSlot: Draw = ({ world, random, now }) => {
  const from = now + random.between(1, 40) * slotMs;
  const body = {
    desk: random.pick(world.desks).post.scope,
    from: new Date(from).toISOString(),
    to: new Date(from + slotMs).toISOString(),
    quota: random.pick([1, 1, 2]),
  };
  const params = { item: random.pick(world.services).id };
  return operation('POST /api/items/{item}/slots', random.pick([world.head, world.administrator]), { params, body });
};

/** The time that was opened last, which all want at once for a moment. */
export const book: Draw = (scene) => {
  const { world, random, known } = scene;
  const slot = known.slots.at(-1);
  if (!slot) return undefined;
  const { id, item, desk } = slot;
  const price = world.services.find((service) => service.id === item)?.price ?? 0;
  const body = { item, desk, price, slot: id };
  return operation('POST /api/redemptions', random.pick(world.pupils), { body });
};

const rushMax = 5;
export const rush: Draw = (scene) => {
  const slot = scene.known.slots.at(-1);
  if (!slot || slot.wanted >= rushMax || scene.random.chance(0.3)) return undefined;
  slot.wanted++;
  return book(scene);
};

/** The time that was opened last but one, which some have booked. */
export const callOffSlot: Draw = ({ world, known, random }) => {
  const slot = known.slots.at(-2);
  if (!slot) return undefined;
  const who = random.pick([world.head, world.administrator]);
  const params = { item: slot.item, slot: slot.id };
  return operation('POST /api/items/{item}/slots/{slot}/cancellation', who, { params, body: {} });
};

/** Of all that is owed: what is no booking is refused, and so is one whose time has not come. */
export const miss: Draw = (scene) => {
  const { world, known } = scene;
  const owed = latest(scene, known.bookings);
  if (!owed) return undefined;
  const { id, desk, code } = owed;
  const who = world.desks.find(({ post }) => post.scope === desk) as Who;
  return operation('POST /api/pick-ups/{code}/missed', who, { params: { code }, body: { redemption: id } });
};

export const cancelBooking: Draw = (scene) => {
  const booking = latest(scene, scene.known.bookings);
  if (!booking) return undefined;
  const { id, wallet } = booking;
  return operation('POST /api/redemptions/{redemption}/cancellation', wallet, { params: { redemption: id }, body: {} });
};

export const redeemFor: Draw = (scene: Scene) => {
  const { world, random, known } = scene;
  const item = random.pick(world.items);
  const body = { item, desk: random.pick(world.desks).post.scope, price: known.prices.get(item) ?? 10 };
  const params = { volunteer: random.pick([...world.pupils, ...world.twins]).person };
  const who = random.pick([...world.leaders, world.head]);
  return operation('POST /api/volunteers/{volunteer}/redemptions', who, { params, body });
};
