import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { everyPage } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import { appoint, expectRefusal, openDesk, openDistrict, welcome } from '../teams/school.ts';
import { addItem, openShop, price, redeem, stock, stockLeft, welcomeWith } from './shop.ts';

const seen = async (client: Client) => (await client.must('GET /api/items', {})).items.map(({ id }) => id).toSorted();
const closing = (item: string) => ({ params: { item }, body: { price, open: false } });

describe('the shop', () => {
  test('a pupil sees what is open to its school, with the stock of the desks that serve it', async () => {
    const shop = await openShop(5);
    const { administrator, id, east, west, item } = shop;
    const hall = await openDesk(administrator, id);
    await stock(administrator, item, hall, 3);
    await stock(administrator, item, west.desk, 2);
    const ofEast = await addItem(administrator, east.unit, '书签');
    await addItem(administrator, west.unit, '橡皮');
    const closed = await addItem(administrator, id, '旧书');
    await administrator.must('PUT /api/items/{item}', closing(closed));
    const pupil = await welcome(shop, east);
    const { items } = await pupil.client.must('GET /api/items', {});
    expect(items.map((shown) => shown.id).toSorted()).toEqual([item, ofEast].toSorted());
    const stocks = items.find((shown) => shown.id === item)?.stock ?? [];
    expect(new Set(stocks)).toEqual(
      new Set([
        { desk: east.desk, quantity: 5 },
        { desk: hall, quantity: 3 },
      ]),
    );
  });

  test('staff see all items of their units, and what the units above offer', async () => {
    const shop = await openShop(5);
    const { administrator, id, east, west, item } = shop;
    const [ofEast, ofWest] = [await addItem(administrator, east.unit), await addItem(administrator, west.unit)];
    const closed = await addItem(administrator, id, '旧书');
    await administrator.must('PUT /api/items/{item}', closing(closed));
    await administrator.must('PUT /api/items/{item}', closing(ofEast));
    const unitAdmin = await appoint(shop, 'unit_admin', east.unit);
    expect(await seen(unitAdmin)).toEqual([item, ofEast].toSorted());
    expect(await seen(shop.desk)).toEqual([item, ofEast].toSorted());
    expect(await seen(administrator)).toEqual([item, ofEast, ofWest, closed].toSorted());
  });

  test('a page goes on through the school’s items to the district’s, and a cursor cannot be made up', async () => {
    const shop = await openShop(5);
    const { administrator, east, item, world } = shop;
    const all = [item];
    for (let number = 0; number < 4; number++) all.push(await addItem(administrator, east.unit, `书签 ${number}`));
    const { client } = await welcome(shop, east);
    for (const limit of [1, 2, 4, 5]) {
      const items = await everyPage((cursor) => client.must('GET /api/items', { query: { cursor, limit } }));
      expect(items.map(({ id }) => id).toSorted()).toEqual(all.toSorted());
    }
    const cursor = `${Buffer.from('1 ').toString('base64url')}.${'A'.repeat(22)}`;
    await expectRefusal(world, 'cursor_invalid', () => client.ask('GET /api/items', { query: { cursor } }));
    const mine = { query: { cursor } };
    await expectRefusal(world, 'cursor_invalid', () => client.ask('GET /api/me/redemptions', mine));
  });
});

describe('items', () => {
  test('a change of price or a closing leaves redemptions already made as they are', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const redemption = await redeem(shop, pupil);
    const change = { params: { item: shop.item }, body: { price: 90, open: false } };
    expect(await shop.administrator.must('PUT /api/items/{item}', change)).toMatchObject({ price: 90, open: false });
    expect((await pupil.client.must('GET /api/me/redemptions', {})).items).toEqual([redemption]);
  });

  test('an item outside the own scope is not found, nor is one of another district', async () => {
    const world = makeWorld();
    const [district, foreign] = [await openDistrict(world), await openDistrict(world, '梅湾区')];
    const { administrator, east, west, id } = district;
    const [ofDistrict, ofWest] = [await addItem(administrator, id), await addItem(administrator, west.unit)];
    const unitAdmin = await appoint(district, 'unit_admin', east.unit);
    const asks: [Client, string][] = [
      [unitAdmin, ofDistrict],
      [unitAdmin, ofWest],
      [foreign.administrator, ofDistrict],
      [administrator, world.tools.newId(world.now)],
    ];
    for (const [client, item] of asks) {
      await expectRefusal(world, 'not_found', () => client.ask('PUT /api/items/{item}', closing(item)));
    }
    const body = { unit: west.unit, name: '越界', kind: 'book', price } as const;
    await expectRefusal(world, 'not_found', () => unitAdmin.ask('POST /api/items', { body }));
  });
});

describe('stock', () => {
  const route = 'POST /api/items/{item}/stock';

  test('comes in and goes out with a reason, once for a key, and never below zero', async () => {
    const shop = await openShop(5);
    const { world, desk, item, east } = shop;
    const request = { params: { item }, body: { desk: east.desk, change: -3, reason: '盘点少三本' } };
    const keyed = { ...request, key: crypto.randomUUID() };
    await desk.must(route, keyed);
    expect((await desk.must(route, keyed)).stock).toEqual([{ desk: east.desk, quantity: 2 }]);
    await expectRefusal(world, 'stock_too_low', () => desk.ask(route, request));
    expect(await stockLeft(shop)).toEqual({ quantity: 2, sold: 0, stocked: 2 });
  });

  test('changes at the same moment all count', async () => {
    const shop = await openShop(5);
    await Promise.all([2, 3, -4].map((change) => stock(shop.administrator, shop.item, shop.east.desk, change)));
    expect(await stockLeft(shop)).toMatchObject({ quantity: 6, stocked: 6 });
  });

  test('is changed by those who run the desk, for items its people may redeem', async () => {
    const shop = await openShop(5);
    const { administrator, world, desk, item, east, west } = shop;
    const ofWest = await addItem(administrator, west.unit);
    const asks: [Client, string, string][] = [
      [desk, item, west.desk],
      [desk, ofWest, east.desk],
      [administrator, ofWest, east.desk],
      [administrator, item, world.tools.newId(world.now)],
      [administrator, world.tools.newId(world.now), east.desk],
    ];
    for (const [client, asked, at] of asks) {
      const request = { params: { item: asked }, body: { desk: at, change: 1, reason: '进货' } };
      await expectRefusal(world, 'not_found', () => client.ask(route, request));
    }
  });
});
