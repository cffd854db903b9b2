import { describe, expect, test } from 'vitest';
import type { Store } from '../../functions/platform/store/port.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { expectRefusal, openDesk, type Pupil } from '../teams/school.ts';
import {
  addItem,
  asking,
  closeItem,
  earn,
  openShop,
  pointsOf,
  price,
  redeem,
  type Shop,
  stock,
  stockLeft,
  welcomeWith,
} from './shop.ts';

const refused = (shop: Shop, pupil: Pupil, code: ProblemCode, change = {}) =>
  expectRefusal(shop.world, code, () => pupil.client.ask('POST /api/redemptions', asking(shop, change)));

describe('what redeeming refuses, changing nothing', () => {
  test('an item that is closed, or costs something else than the pupil saw', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    await refused(shop, pupil, 'price_changed', { price: price - 1 });
    const change = { params: { item: shop.item }, body: { price, open: false } };
    await shop.administrator.must('PUT /api/items/{item}', change);
    await refused(shop, pupil, 'reward_closed');
  });

  test('an item that is closed in the very moment it is redeemed', async () => {
    let armed = false;
    const meddling = (store: Store): Store => ({
      ...store,
      async transact(operation, writes) {
        if (armed && writes.length > 3) {
          armed = false;
          await closeItem(store as Parameters<typeof closeItem>[0], shop.id, shop.item);
        }
        return store.transact(operation, writes);
      },
    });
    const shop = await openShop(5, meddling);
    const pupil = await welcomeWith(shop, 100);
    armed = true;
    const said = await pupil.client.ask('POST /api/redemptions', asking(shop));
    expect(said.body).toMatchObject({ code: 'reward_closed', keySpent: true });
    expect(await pointsOf(pupil)).toBe(100);
    expect(await stockLeft(shop)).toMatchObject({ quantity: 5, sold: 0 });
  });

  test('§6.5 3: a wallet with debt or with too few points', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, price - 1);
    await refused(shop, pupil, 'balance_too_low');
    await earn(shop, pupil.id, 100);
    await shop.world.store.transact('debt', [
      { table: 'Ledger', key: { pk: `T#${shop.id}#W#${pupil.id}`, sk: 'BAL' }, update: { set: { debt: 5 } } },
    ]);
    await refused(shop, pupil, 'debt_open');
  });

  test('an item or a desk that does not serve the pupil’s school, or does not exist', async () => {
    const shop = await openShop(5);
    const { administrator, east, west, world } = shop;
    const pupil = await welcomeWith(shop, 100);
    const ofWest = await addItem(administrator, west.unit);
    await stock(administrator, ofWest, west.desk, 5);
    await stock(administrator, shop.item, west.desk, 5);
    await refused(shop, pupil, 'not_found', { item: ofWest, desk: west.desk });
    await refused(shop, pupil, 'not_found', { desk: west.desk });
    await refused(shop, pupil, 'not_found', { item: world.tools.newId(world.now) });
    await refused(shop, pupil, 'not_found', { desk: world.tools.newId(world.now) });
    expect(east.desk).not.toBe(west.desk);
  });

  test('an item of which nothing is left at the desk, or never was', async () => {
    const shop = await openShop(0);
    const pupil = await welcomeWith(shop, 100);
    await refused(shop, pupil, 'sold_out');
    await stock(shop.administrator, shop.item, shop.east.desk, 1);
    await redeem(shop, await welcomeWith(shop, 100));
    await refused(shop, pupil, 'sold_out');
  });

  test('a no is final for its key: it stays a no when the reason is gone', async () => {
    const shop = await openShop(0);
    const pupil = await welcomeWith(shop, 100);
    const request = { ...asking(shop), key: crypto.randomUUID() };
    const first = await pupil.client.ask('POST /api/redemptions', request);
    await stock(shop.administrator, shop.item, shop.east.desk, 1);
    const again = await pupil.client.ask('POST /api/redemptions', request);
    expect([first.body, again.body]).toMatchObject([
      { code: 'sold_out', keySpent: true },
      { code: 'sold_out', keySpent: true },
    ]);
    expect(await pointsOf(pupil)).toBe(100);
  });

  test('at a desk of the district every school’s pupils redeem', async () => {
    const shop = await openShop(0);
    const hall = await openDesk(shop.administrator, shop.id);
    await stock(shop.administrator, shop.item, hall, 2);
    for (const school of [shop.east, shop.west]) {
      const pupil = await welcomeWith(shop, 100, school);
      expect((await pupil.client.ask('POST /api/redemptions', asking(shop, { desk: hall }))).status).toBe(201);
    }
  });
});
