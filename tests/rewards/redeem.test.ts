import { describe, expect, test } from 'vitest';
import { expectRefusal, welcome } from '../teams/school.ts';
import {
  addItem,
  asking,
  dayMs,
  earn,
  openShop,
  pointsOf,
  price,
  redeem,
  stock,
  stockLeft,
  welcomeWith,
} from './shop.ts';

describe('redeeming', () => {
  test('§6.4 order: points are spent, a piece of stock is put aside and a code given, all at once', async () => {
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

  test('a volunteer’s redeeming reads once, and a wrong shape is refused as anywhere', async () => {
    let reads = 0;
    const shop = await openShop(5, (store) => ({ ...store, get: (keys) => store.get(keys).finally(() => reads++) }));
    const pupil = await welcomeWith(shop, 100);
    reads = 0;
    await redeem(shop, pupil);
    expect(reads).toBe(1);
    await expectRefusal(shop.world, 'shape_invalid', () =>
      pupil.client.ask('POST /api/redemptions', { body: {} as never }),
    );
    await expectRefusal(shop.world, 'sign_in_needed', () =>
      shop.world.client().ask('POST /api/redemptions', { body: {} as never }),
    );
  });

  test('V10: points spent on what is not picked up yet are told as frozen, and until then only', async () => {
    const shop = await openShop(5);
    const other = await addItem(shop.administrator, shop.east.unit, '练习本');
    await stock(shop.administrator, other, shop.east.desk, 5);
    const pupil = await welcomeWith(shop, 100);
    const frozen = async () => (await pupil.client.must('GET /api/me/waiting', {})).reserved;
    const first = await redeem(shop, pupil);
    const second = await pupil.client.must('POST /api/redemptions', asking(shop, { item: other }));
    expect(await frozen()).toEqual({ redemptions: 2, points: 2 * price });
    expect(await pointsOf(pupil)).toBe(100 - 2 * price);
    const cancelled = { params: { redemption: second.id }, body: {} };
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', cancelled);
    expect([await frozen(), await pointsOf(pupil)]).toEqual([{ redemptions: 1, points: price }, 100 - price]);
    const taken = { params: { code: first.code ?? '' }, body: { redemption: first.id } };
    await shop.desk.must('POST /api/pick-ups/{code}/hand-over', taken);
    expect([await frozen(), await pointsOf(pupil)]).toEqual([{ redemptions: 0, points: 0 }, 100 - price]);
  });

  test('a redemption is shown to whoever made it and to nobody else', async () => {
    const shop = await openShop(5);
    const [pupil, other] = [await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
    const redemption = await redeem(shop, pupil);
    const mine = { params: { redemption: redemption.id } };
    expect(await pupil.client.must('GET /api/me/redemptions/{redemption}', mine)).toEqual(redemption);
    await expectRefusal(shop.world, 'not_found', () => other.client.ask('GET /api/me/redemptions/{redemption}', mine));
  });

  test('the same key spends once and is answered the same, also when both arrive together', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const request = { ...asking(shop), key: crypto.randomUUID() };
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
    await pupil.client.must('POST /api/redemptions', { ...asking(shop), key });
    const other = { ...asking(shop, { item: await addItem(shop.administrator, shop.id, '书签') }), key };
    await expectRefusal(shop.world, 'key_reused', () => pupil.client.ask('POST /api/redemptions', other));
  });

  test('§6.4 order: the last piece goes to exactly one of those who ask together', async () => {
    const shop = await openShop(1);
    const pupils = await Promise.all(Array.from({ length: 8 }, () => welcomeWith(shop, 50)));
    const said = await Promise.all(pupils.map(({ client }) => client.ask('POST /api/redemptions', asking(shop))));
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
      [shop.item, other].map((item) => pupil.client.ask('POST /api/redemptions', asking(shop, { item }))),
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
