import { describe, expect, test } from 'vitest';
import { appoint, expectRefusal } from '../teams/school.ts';
import { openShop, redeem, type Shop, stock, stockLeft, welcomeWith } from './shop.ts';

const route = 'POST /api/items/{item}/counts';
const counting = ({ item, east }: Shop, counted: number, reason = '月末盘点') => ({
  params: { item },
  body: { desk: east.desk, counted, reason },
});
const changesOf = async ({ desk, item }: Shop) =>
  (await desk.must('GET /api/items/{item}/stock-changes', { params: { item } })).items;

describe('a stock count', () => {
  test('makes what was counted the stock and keeps number, difference, reason and who counted', async () => {
    const shop = await openShop(9);
    await redeem(shop, await welcomeWith(shop, 100));
    shop.world.now += 60_000;
    await shop.desk.must(route, counting(shop, 6));
    expect(await stockLeft(shop)).toEqual({ quantity: 6, sold: 1, stocked: 7 });
    expect(await changesOf(shop)).toMatchObject([
      { change: -2, counted: 6, reason: '月末盘点', by: '陈老师' },
      { change: 9, reason: '学期初进货' },
    ]);
  });

  test('without a difference is on record all the same', async () => {
    const shop = await openShop(9);
    shop.world.now += 60_000;
    await shop.desk.must(route, counting(shop, 9));
    expect(await stockLeft(shop)).toMatchObject({ quantity: 9 });
    expect((await changesOf(shop))[0]).toMatchObject({ change: 0, counted: 9 });
  });

  test('of an item that never lay there finds what is there', async () => {
    const shop = await openShop(0);
    await shop.desk.must(route, counting(shop, 3));
    expect(await stockLeft(shop)).toEqual({ quantity: 3, sold: 0, stocked: 3 });
  });

  test('beside redemptions and deliveries loses no piece', async () => {
    const shop = await openShop(9);
    const pupils = await Promise.all(Array.from({ length: 4 }, () => welcomeWith(shop, 100)));
    await Promise.all([
      ...pupils.map((pupil) => redeem(shop, pupil)),
      shop.desk.must(route, counting(shop, 9)),
      stock(shop.administrator, shop.item, shop.east.desk, 5),
    ]);
    const { quantity, sold, stocked } = await stockLeft(shop);
    expect([quantity + sold, sold]).toEqual([stocked, 4]);
    const total = (await changesOf(shop)).reduce((sum, { change }) => sum + change, 0);
    expect(total).toBe(stocked);
  });

  test('is taken at one’s own desk only', async () => {
    const shop = await openShop(9);
    const { world } = shop;
    const other = await appoint(shop, 'desk', shop.west.desk);
    await expectRefusal(world, 'not_found', () => other.ask(route, counting(shop, 1)));
    const item = world.tools.newId(world.now);
    const one = 'GET /api/items/{item}';
    const list = 'GET /api/items/{item}/stock-changes';
    await expectRefusal(world, 'not_found', () => other.ask(one, { params: { item } }));
    await expectRefusal(world, 'not_found', () => other.ask(list, { params: { item } }));
    const crafted = { params: { item: shop.item }, query: { cursor: 'x' } };
    await expectRefusal(world, 'cursor_invalid', () => other.ask(list, crafted));
    expect(await other.must(one, { params: { item: shop.item } })).toMatchObject({ name: '笔记本' });
  });
});
