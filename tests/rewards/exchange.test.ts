/** POST /api/pick-ups/closed/{redemption}/exchange: a piece handed over that turns out to be no good. */
import { describe, expect, test } from 'vitest';
import { administratorOf } from '../hours/squad.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { dayMs, openShop, pointsOf, price, redeem, type Shop, stock, stockLeft, welcomeWith } from './shop.ts';

const route = 'POST /api/pick-ups/closed/{redemption}/exchange';
const reason = '书脊散了';

async function handOver(shop: Shop) {
  const pupil = await welcomeWith(shop, 100);
  const { id, code = '' } = await redeem(shop, pupil);
  const body = { redemption: id };
  const { closedAt = '' } = await shop.desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body });
  await shop.world.settle();
  return { pupil, id, asked: { params: { redemption: id }, body: { closedAt, reason } } };
}

describe('a piece that is no good', () => {
  test('§6.4 exchange after hand-over: another is given, the stock and its record say so, no points move', async () => {
    const shop = await openShop();
    const { desk, item, administrator, world } = shop;
    const { pupil, id, asked } = await handOver(shop);
    const { quantity, sold, stocked } = await stockLeft(shop);
    world.now += 1000;
    const at = new Date(world.now).toISOString();
    const exchanged = { at, reason, by: '陈老师' };
    expect(await desk.must(route, asked)).toMatchObject({ id, state: 'handed_over', exchanged });
    expect(await stockLeft(shop)).toEqual({ quantity: quantity - 1, sold, stocked: stocked - 1 });
    const params = { item };
    const changes = await administrator.must('GET /api/items/{item}/stock-changes', { params, query: {} });
    expect(changes.items[0]).toMatchObject({ change: -1, reason: 'exchange', redemption: id, by: '陈老师' });
    expect(await pointsOf(pupil)).toBe(100 - price);
    await world.settle();
    expect((await desk.must('GET /api/pick-ups/closed', {})).items).toMatchObject([{ id, exchanged }]);
    const [mine] = (await pupil.client.must('GET /api/me/redemptions', {})).items;
    expect(mine).toMatchObject({ state: 'handed_over', exchanged: { at, reason } });
  });

  test('is exchanged once, however many ask at the same moment', async () => {
    const shop = await openShop();
    const { asked } = await handOver(shop);
    const { quantity } = await stockLeft(shop);
    const said = await Promise.all(Array.from({ length: 5 }, () => shop.desk.ask(route, asked)));
    expect(said.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stockLeft(shop)).toMatchObject({ quantity: quantity - 1 });
    await expectRefusal(shop.world, 'exchange_not_open', () => shop.desk.ask(route, asked));
  });

  test('is exchanged for seven days, and no longer', async () => {
    const shop = await openShop();
    const { world, administrator } = shop;
    const [one, two] = [await handOver(shop), await handOver(shop)];
    world.now += 7 * dayMs - 1;
    await administrator.must('POST /api/sessions', { body: administratorOf() });
    const keeper = await appoint(shop, 'desk', shop.east.desk);
    expect((await keeper.ask(route, one.asked)).status).toBe(200);
    world.now += 1;
    await expectRefusal(world, 'exchange_not_open', () => keeper.ask(route, two.asked));
  });

  test('waits where none is left', async () => {
    const shop = await openShop(1);
    const { asked } = await handOver(shop);
    await expectRefusal(shop.world, 'stock_too_low', () => shop.desk.ask(route, asked));
    await stock(shop.administrator, shop.item, shop.east.desk, 1);
    expect((await shop.desk.ask(route, asked)).status).toBe(200);
  });

  test('is found by its own desk only, when it has been handed over', async () => {
    const shop = await openShop();
    const { world, west, desk } = shop;
    const { asked } = await handOver(shop);
    const elsewhere = await appoint(shop, 'desk', west.desk);
    await expectRefusal(world, 'not_found', () => elsewhere.ask(route, asked));
    const waiting = await redeem(shop, await welcomeWith(shop, 100));
    const still = { params: { redemption: waiting.id }, body: asked.body };
    await expectRefusal(world, 'not_found', () => desk.ask(route, still));
  });
});
