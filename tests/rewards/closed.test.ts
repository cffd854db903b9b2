/** GET /api/pick-ups/closed: what became of a desk's redemptions on a day. */
import { describe, expect, test } from 'vitest';
import { activate } from '../../scripts/local/actions.ts';
import { everyPage } from '../../scripts/local/client.ts';
import { appoint, expectRefusal, type Pupil } from '../teams/school.ts';
import { dayMs, openShop, price, redeem, type Shop, stock, welcomeWith } from './shop.ts';

const closed = ({ desk }: Shop, on?: string) => desk.must('GET /api/pick-ups/closed', { query: { on } });
async function handOver(shop: Shop, pupil: Pupil) {
  const { id, code = '' } = await redeem(shop, pupil);
  const asked = { params: { code }, body: { redemption: id } };
  return shop.desk.must('POST /api/pick-ups/{code}/hand-over', asked);
}
/** Staff sessions end overnight: somebody at the desk who can sign in again. */
async function staffed(shop: Shop) {
  const asked = { login: `desk-${shop.id}`, password: 'Rain on the tiled roof 3' };
  const { administrator, east, world } = shop;
  const body = { login: asked.login, name: '陈老师', role: 'desk', scope: east.desk } as const;
  const desk = world.client();
  await activate(desk, (await administrator.must('POST /api/staff', { body })).code, asked.password);
  return { ...shop, desk, signIn: () => desk.must('POST /api/sessions', { body: asked }) };
}
const cancel = async (shop: Shop, pupil: Pupil) => {
  const { id } = await redeem(shop, pupil);
  await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params: { redemption: id }, body: {} });
  return id;
};

describe('the desk’s day', () => {
  test('lists what was handed over and cancelled, the latest first, and what waits nowhere', async () => {
    const shop = await openShop(9);
    const { id: first } = await handOver(shop, await welcomeWith(shop, 100));
    shop.world.now += 60_000;
    const second = await cancel(shop, await welcomeWith(shop, 100));
    await redeem(shop, await welcomeWith(shop, 100));
    const { items } = await closed(shop);
    expect(items).toMatchObject([
      { id: second, state: 'cancelled', closedAt: new Date(shop.world.now).toISOString(), name: '笔记本' },
      { id: first, state: 'handed_over', closedAt: new Date(shop.world.now - 60_000).toISOString(), person: '小明' },
    ]);
  });

  test('begins at midnight in Shanghai, and another day can be looked at', async () => {
    const shop = await staffed(await openShop(9));
    const pupil = await welcomeWith(shop, 100);
    shop.world.now = Date.parse('2026-03-02T15:59:00Z');
    await Promise.all([shop.signIn(), pupil.signIn()]);
    const { id } = await handOver(shop, pupil);
    shop.world.now += 2 * 60_000;
    expect((await closed(shop)).items).toEqual([]);
    expect((await closed(shop, '2026-03-02')).items).toMatchObject([{ id }]);
  });

  test('lists what nobody picked up on the day it went back', async () => {
    const shop = await staffed(await openShop(9));
    const { id } = await redeem(shop, await welcomeWith(shop, 100));
    shop.world.now += 15 * dayMs;
    await shop.world.tick();
    await shop.signIn();
    expect((await closed(shop)).items).toMatchObject([{ id, state: 'returned' }]);
  });

  test('is one desk’s own, goes page by page, and refuses another list’s cursor', async () => {
    const shop = await openShop(9);
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.push(await cancel(shop, await welcomeWith(shop, 100)));
    const pages = await everyPage((cursor) =>
      shop.desk.must('GET /api/pick-ups/closed', { query: { cursor, limit: 2 } }),
    );
    expect(pages.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const other = await appoint(shop, 'desk', shop.west.desk);
    expect((await other.must('GET /api/pick-ups/closed', {})).items).toEqual([]);
    const { next: cursor } = await shop.desk.must('GET /api/pick-ups/closed', { query: { limit: 2 } });
    await expectRefusal(shop.world, 'cursor_invalid', () =>
      other.ask('GET /api/pick-ups/closed', { query: { cursor } }),
    );
  });

  test('names each of one person’s redemptions, waiting and closed', async () => {
    const shop = await openShop(9);
    const pupil = await welcomeWith(shop, 200);
    const { administrator, id, east } = shop;
    const body = { unit: id, name: '铅笔', kind: 'stationery', price } as const;
    const pencil = await administrator.must('POST /api/items', { body });
    await stock(administrator, pencil.id, east.desk, 3);
    for (const item of [shop.item, pencil.id]) {
      await pupil.client.must('POST /api/redemptions', { body: { item, desk: east.desk, price } });
    }
    const { items } = await shop.desk.must('GET /api/pick-ups', {});
    expect(items.map(({ name }) => name).toSorted()).toEqual(['笔记本', '铅笔'].toSorted());
    for (const { id: redemption } of (await pupil.client.must('GET /api/me/redemptions', {})).items) {
      const asked = { params: { redemption }, body: {} };
      await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', asked);
    }
    expect((await closed(shop)).items.map(({ person }) => person)).toEqual(['小明', '小明']);
    const titles = (await pupil.client.must('GET /api/me/entries', {})).items.map(({ kind, title }) => [kind, title]);
    expect(titles.slice(0, 4).map(([kind]) => kind)).toEqual(['return', 'return', 'redeem', 'redeem']);
    expect(new Set(titles.slice(0, 4).map(([, title]) => title))).toEqual(new Set(['笔记本', '铅笔']));
  });

  test('shows the desk its items with its stock', async () => {
    const shop = await openShop(7);
    const { items } = await shop.desk.must('GET /api/items', {});
    expect(items).toMatchObject([{ id: shop.item, stock: [{ desk: shop.east.desk, quantity: 7 }] }]);
  });
});
