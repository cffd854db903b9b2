/** §6.4: an item’s own limit, at most so many for one person in so many days, beside the district’s rules. */
import { describe, expect, test } from 'vitest';
import { limitsAt } from '../../functions/rewards/redemption-rows.ts';
import { expectRefusal, type Pupil } from '../teams/school.ts';
import { setRule } from './served.ts';
import { asking, dayMs, openShop, price, redeem, type Shop, welcomeWith } from './shop.ts';

const pageOf = (shop: Shop) => ({ params: { item: shop.item } });
const refused = (shop: Shop, { client }: Pupil) =>
  expectRefusal(shop.world, 'limit_reached', () => client.ask('POST /api/redemptions', asking(shop)));

/** At most two in three days, and no rule of the district that would stop them before. */
async function openLimited(perPerson = { count: 2, days: 3 }) {
  const shop = await openShop(20);
  for (const [key, value] of [
    ['same_item_days', 0],
    ['open_redemptions_max', 10],
  ] as const)
    await setRule(shop.administrator, key, value);
  const body = { price, open: true, perPerson };
  expect(await shop.administrator.must('PUT /api/items/{item}', { ...pageOf(shop), body })).toMatchObject({
    perPerson,
  });
  return { shop, pupil: await welcomeWith(shop, 1000) };
}
const later = async ({ world }: Shop, pupil: Pupil, now: number) => {
  world.now = now;
  await pupil.signIn();
};

describe('an item’s own limit for each person', () => {
  test('lets so many through in so many Shanghai days, today being one, and is told in the shop', async () => {
    const { shop, pupil } = await openLimited();
    const { items } = await pupil.client.must('GET /api/items', {});
    expect(items.find(({ id }) => id === shop.item)).toMatchObject({ perPerson: { count: 2, days: 3 } });
    await redeem(shop, pupil);
    const midnight = Date.parse('2026-03-02T16:00:00Z');
    await later(shop, pupil, midnight);
    await redeem(shop, pupil);
    await refused(shop, pupil);
    await later(shop, pupil, midnight + 2 * dayMs - 1);
    await refused(shop, pupil);
    await later(shop, pupil, midnight + 2 * dayMs);
    await redeem(shop, pupil);
    await refused(shop, pupil);
    await redeem(shop, await welcomeWith(shop, 100));
  });

  test('is kept by many who ask at once with different keys', async () => {
    const { shop, pupil } = await openLimited();
    const said = await Promise.all([1, 2, 3, 4, 5].map(() => pupil.client.ask('POST /api/redemptions', asking(shop))));
    expect(said.filter(({ ok }) => ok)).toHaveLength(2);
    const { items } = await pupil.client.must('GET /api/me/redemptions', {});
    expect(items).toHaveLength(2);
  });

  test('gives the place back for what was cancelled or returned', async () => {
    const { shop, pupil } = await openLimited({ count: 1, days: 365 });
    const cancelled = await redeem(shop, pupil);
    await refused(shop, pupil);
    const params = { redemption: cancelled.id };
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
    const { pickUpUntil } = await redeem(shop, pupil);
    await later(shop, pupil, Date.parse(pickUpUntil) - 1);
    await refused(shop, pupil);
    shop.world.now += dayMs;
    await shop.world.tick();
    await pupil.signIn();
    await redeem(shop, pupil);
  });

  test('stands beside the district’s rule between two of the same, and is taken away by leaving it out', async () => {
    const { shop, pupil } = await openLimited({ count: 1, days: 365 });
    await redeem(shop, pupil);
    await refused(shop, pupil);
    const change = { ...pageOf(shop), body: { price, open: true } };
    expect(await shop.administrator.must('PUT /api/items/{item}', change)).not.toHaveProperty('perPerson');
    await redeem(shop, pupil);
    const often = { ...change, body: { ...change.body, perPerson: { count: 20, days: 1 } } };
    await shop.administrator.must('PUT /api/items/{item}', often);
    await redeem(shop, pupil);
    await setRule(shop.administrator, 'same_item_days', 30);
    await refused(shop, pupil);
  });

  test('counts the one time that a row of the first version remembers of an item', async () => {
    const { shop, pupil } = await openLimited({ count: 1, days: 3 });
    await redeem(shop, pupil);
    const items = { [shop.item]: shop.world.now };
    await shop.world.store.transact('old', [{ ...limitsAt(shop.id, pupil.id), update: { set: { items } } }]);
    await refused(shop, pupil);
  });
});
