import { describe, expect, test } from 'vitest';
import type { Store } from '../../functions/platform/store/port.ts';
import type { Pupil } from '../teams/school.ts';
import { expectRefusal, openDesk, welcome } from '../teams/school.ts';
import {
  addItem,
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

const asked = ({ item, east }: Shop, change: Partial<{ item: string; desk: string; price: number }> = {}) => ({
  body: { item, desk: east.desk, price, ...change },
});
const refused = (shop: Shop, pupil: Pupil, code: Parameters<typeof expectRefusal>[1], change = {}) =>
  expectRefusal(shop.world, code, () => pupil.client.ask('POST /api/redemptions', asked(shop, change)));

describe('redeeming', () => {
  test('points are spent, a piece of stock is put aside and a code given, all at once', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const redemption = await redeem(shop, pupil);
    expect(redemption).toMatchObject({
      item: shop.item,
      name: '笔记本',
      desk: shop.east.desk,
      price,
      state: 'reserved',
    });
    expect(redemption.code).toMatch(/^\d{8}$/);
    expect(redemption.qr).toBe(`timebank:pick-up:${shop.east.desk}:${redemption.code}`);
    expect(Date.parse(redemption.pickUpUntil) - Date.parse(redemption.at)).toBe(14 * 24 * 60 * 60 * 1000);
    expect(await pointsOf(pupil)).toBe(60);
    expect(await stockLeft(shop)).toEqual({ quantity: 4, sold: 1, stocked: 5 });
    const [entry] = (await pupil.client.must('GET /api/me/entries', {})).items;
    expect(entry).toMatchObject({ kind: 'redeem', points: -price, balance: 60, reference: redemption.id });
    expect((await pupil.client.must('GET /api/me/redemptions', {})).items).toEqual([redemption]);
  });

  test('the same key spends once and is answered the same, also when both arrive together', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const request = { ...asked(shop), key: crypto.randomUUID() };
    const both = await Promise.all([1, 2].map(() => pupil.client.ask('POST /api/redemptions', request)));
    const third = await pupil.client.ask('POST /api/redemptions', request);
    expect(both.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(1);
    expect(third.headers.get('idempotency-replayed')).toBe('true');
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(third.body).toEqual(both[0]?.body);
    expect(await pointsOf(pupil)).toBe(60);
    expect(await stockLeft(shop)).toMatchObject({ quantity: 4, sold: 1 });
  });

  test('another body under a used key is refused', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const key = crypto.randomUUID();
    await pupil.client.must('POST /api/redemptions', { ...asked(shop), key });
    const other = { ...asked(shop, { item: await addItem(shop.administrator, shop.id, '书签') }), key };
    await expectRefusal(shop.world, 'key_reused', () => pupil.client.ask('POST /api/redemptions', other));
  });

  test('the last piece goes to exactly one of those who ask together', async () => {
    const shop = await openShop(1);
    const pupils = await Promise.all(Array.from({ length: 8 }, () => welcomeWith(shop, 50)));
    const said = await Promise.all(pupils.map(({ client }) => client.ask('POST /api/redemptions', asked(shop))));
    const codes = said.map(({ ok, body }) => (ok || !('code' in body) ? 'done' : body.code));
    expect(codes.toSorted()).toEqual(['done', ...Array.from({ length: 7 }, () => 'sold_out')]);
    expect(await stockLeft(shop)).toEqual({ quantity: 0, sold: 1, stocked: 1 });
    const points = await Promise.all(pupils.map(pointsOf));
    expect(points.reduce((sum, count) => sum + count, 0)).toBe(8 * 50 - price);
  });

  test('a wallet asked for two things at once pays for what it holds and no more', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 50);
    const other = await addItem(shop.administrator, shop.id, '书签');
    await stock(shop.administrator, other, shop.east.desk, 5);
    const said = await Promise.all(
      [shop.item, other].map((item) => pupil.client.ask('POST /api/redemptions', asked(shop, { item }))),
    );
    expect(said.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await pointsOf(pupil)).toBe(10);
  });

  test('points whose time is over pay for nothing, and their end is posted with the redemption', async () => {
    const shop = await openShop(5);
    const pupil = await welcome(shop, shop.east);
    await earn(shop, pupil.id, 30, '20260302');
    await earn(shop, pupil.id, price);
    shop.world.now += dayMs;
    await pupil.signIn();
    await redeem(shop, pupil);
    const entries = (await pupil.client.must('GET /api/me/entries', {})).items;
    const moved = entries.map(({ kind, points }) => [kind, points]);
    expect(moved).toEqual([
      ['redeem', -price],
      ['expire', -30],
      ['service', price],
      ['service', 30],
    ]);
    expect(await pointsOf(pupil)).toBe(0);
  });
});

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
    const said = await pupil.client.ask('POST /api/redemptions', asked(shop));
    expect(said.body).toMatchObject({ code: 'reward_closed', keySpent: true });
    expect(await pointsOf(pupil)).toBe(100);
    expect(await stockLeft(shop)).toMatchObject({ quantity: 5, sold: 0 });
  });

  test('a wallet with debt or with too few points', async () => {
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
    const request = { ...asked(shop), key: crypto.randomUUID() };
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
      expect((await pupil.client.ask('POST /api/redemptions', asked(shop, { desk: hall }))).status).toBe(201);
    }
  });
});
