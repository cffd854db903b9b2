/** What is asked for around the shop besides redeeming: gifts of stars, serial numbers, the fair, stock-taking. */
import type { Who } from '../../functions/platform/identity/who.ts';
import { cancelReasons } from '../../shared/contracts/rewards-shapes.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import { operation } from './operation.ts';

/** Often the gift that was asked for last: a pupil's phone and the desk, or two phones, want it at the same moment. */
function someGift({ world, known, random }: Scene) {
  // Now and then under the other registration, while the two are one, and before and after.
  const people = random.chance(0.3) ? [...world.pupils.slice(2, 4), ...world.twins] : world.pupils;
  const last = known.giftsWanted.at(-1);
  const wanted = last && random.chance(0.8) ? last : { who: random.pick(people), level: random.between(1, 3) };
  known.giftsWanted.push(wanted);
  const scheme = world.juniors.has(wanted.who.person) ? 'junior' : 'primary';
  return { who: wanted.who, gift: `${scheme}-${wanted.level}`, item: random.pick(world.giftItems) };
}

export const claimGift: Draw = (scene) => {
  const { who, gift, item } = someGift(scene);
  const body = { item, desk: scene.random.pick(scene.world.desks).post.scope };
  return operation('POST /api/me/gifts/{gift}/claim', who, { params: { gift }, body });
};

export const handOverGift: Draw = (scene) => {
  const { who, gift, item } = someGift(scene);
  const body = { volunteer: who.person, gift, item };
  return operation('POST /api/gifts/hand-over', scene.random.pick(scene.world.desks), { body });
};

/** All that a desk knows of, some of it given out before. */
export const handOverBatch: Draw = ({ world, known, random }) => {
  const who = random.pick(world.desks);
  const owed = known.redemptions.filter(({ desk }) => desk === who.post.scope).slice(-3);
  const redemptions = owed.map(({ id, code }) => ({ redemption: id, code }));
  return owed.length === 0 ? undefined : operation('POST /api/pick-ups/hand-over', who, { body: { redemptions } });
};

/** What the desk may be handing over at this moment. */
export const callOff: Draw = (scene) => {
  const { world, known, random } = scene;
  const owed = latest(scene, random.chance(0.8) ? known.redemptions : known.bookings);
  if (!owed) return undefined;
  const { id, desk, code } = owed;
  const who = world.desks.find(({ post }) => post.scope === desk) as Who;
  const body = { redemption: id, reason: random.pick(cancelReasons) };
  return operation('POST /api/pick-ups/{code}/cancellation', who, { params: { code }, body });
};

const numbers = 30;
const someSerials = ({ random }: Scene) =>
  Array.from({ length: random.between(1, 4) }, () => `CARD-${random.below(numbers)}`);
const keeperOf = ({ world, random }: Scene): Who => random.pick([world.head, world.administrator]);

export const importVouchers: Draw = (scene) => {
  const params = { item: scene.random.pick(scene.world.voucherItems) };
  return operation('POST /api/items/{item}/vouchers', keeperOf(scene), {
    params,
    body: { serials: someSerials(scene) },
  });
};

export const recallVouchers: Draw = (scene) => {
  const params = { item: scene.random.pick(scene.world.voucherItems) };
  return operation('POST /api/items/{item}/vouchers/recall', keeperOf(scene), {
    params,
    body: { serials: someSerials(scene).slice(0, 1) },
  });
};

export const countStock: Draw = (scene) => {
  const { world, random } = scene;
  const params = { item: random.pick([...world.items, ...world.giftItems]) };
  const body = { desk: random.pick(world.desks).post.scope, counted: random.below(4), reason: '盘点' };
  return operation('POST /api/items/{item}/counts', keeperOf(scene), { params, body });
};
