import { describe, expect, test } from 'vitest';
import { everyPage } from '../../scripts/local/client.ts';
import { appoint, expectRefusal, welcome } from '../teams/school.ts';
import { earn, openShop, price, redeem, type Shop, stock, welcomeWith } from './shop.ts';

const look = ({ desk }: Shop, code = '') => desk.ask('GET /api/pick-ups/{code}', { params: { code } });
const handingOver = ({ id, code = '' }: { id: string; code?: string }) => ({
  params: { code },
  body: { redemption: id },
});
const minuteMs = 60 * 1000;

describe('a desk looks before it hands over', () => {
  test('it sees given name, class and item, and nothing else of the person', async () => {
    const shop = await openShop();
    const pupil = await welcome(shop, shop.east, { name: '欧阳小明' });
    await earn(shop, pupil.id, 100);
    const { id, code, pickUpUntil, item } = await redeem(shop, pupil);
    const { body } = await look(shop, code);
    expect(body).toEqual({
      id,
      item,
      name: '笔记本',
      price,
      state: 'reserved',
      person: '小明',
      class: '九(2)班',
      card: false,
      pickUpUntil,
    });
  });

  test('what waits at the desk is listed class by class, page by page, until it is closed', async () => {
    const shop = await openShop(9);
    const ids: string[] = [];
    for (const stage of ['primary', 'junior', 'primary', 'junior'] as const) {
      const pupil = await welcome(shop, shop.east, { stage });
      await earn(shop, pupil.id, 100);
      ids.push((await redeem(shop, pupil)).id);
    }
    const waiting = () => everyPage((cursor) => shop.desk.must('GET /api/pick-ups', { query: { cursor, limit: 3 } }));
    expect((await waiting()).map(({ class: name }) => name)).toEqual(['九(2)班', '九(2)班', '三(2)班', '三(2)班']);
    const [first] = await waiting();
    const mine = await shop.desk.must('GET /api/pick-ups', {});
    expect(mine.items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(first?.closedAt).toBeUndefined();
  });

  test('a code of another desk, or of another district, is not found', async () => {
    const shop = await openShop();
    const { administrator, west, world } = shop;
    await stock(administrator, shop.item, west.desk, 1);
    const pupil = await welcomeWith(shop, 100, west);
    const body = { item: shop.item, desk: west.desk, price };
    const redemption = await pupil.client.must('POST /api/redemptions', { body });
    expect((await look(shop, redemption.code)).body).toMatchObject({ code: 'not_found' });
    const route = 'POST /api/pick-ups/{code}/hand-over';
    await expectRefusal(world, 'not_found', () => shop.desk.ask(route, handingOver(redemption)));
  });

  test('§6.4 code: after five wrong ones an account waits a minute for each further one; others do not', async () => {
    const shop = await openShop();
    const pupil = await welcomeWith(shop, 100);
    const { code = '' } = await redeem(shop, pupil);
    const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
    const tries = await Promise.all(Array.from({ length: 8 }, () => look(shop, wrong)));
    const found = tries.filter(({ status }) => status === 404);
    expect(found).toHaveLength(5);
    await expectRefusal(shop.world, 'sign_in_paused', () => look(shop, code));
    expect((await look(shop, code)).headers.get('retry-after')).toBe('60');
    const colleague = await appoint(shop, 'desk', shop.east.desk);
    const seen = await colleague.ask('GET /api/pick-ups/{code}', { params: { code } });
    expect(seen.status).toBe(200);
    shop.world.now += minuteMs;
    expect((await look(shop, code)).status).toBe(200);
  });

  test('a cursor of another desk’s list is refused', async () => {
    const shop = await openShop(9);
    for (let number = 0; number < 2; number++) await redeem(shop, await welcomeWith(shop, 100));
    const { next: cursor } = await shop.desk.must('GET /api/pick-ups', { query: { limit: 1 } });
    expect(cursor).toBeDefined();
    const other = await appoint(shop, 'desk', shop.west.desk);
    await expectRefusal(shop.world, 'cursor_invalid', () => other.ask('GET /api/pick-ups', { query: { cursor } }));
  });
});

describe('handing over', () => {
  test('happens once: the code then says when and by whom', async () => {
    const shop = await openShop();
    const { world, desk } = shop;
    const pupil = await welcomeWith(shop, 100);
    const redemption = await redeem(shop, pupil);
    const handed = await desk.must('POST /api/pick-ups/{code}/hand-over', handingOver(redemption));
    const closed = { state: 'handed_over', closedAt: new Date(world.now).toISOString(), closedBy: '陈老师' };
    expect(handed).toMatchObject({ id: redemption.id, ...closed });
    expect((await look(shop, redemption.code)).body).toEqual(handed);
    const route = 'POST /api/pick-ups/{code}/hand-over';
    await expectRefusal(world, 'redemption_not_open', () => desk.ask(route, handingOver(redemption)));
    expect((await desk.must('GET /api/pick-ups', {})).items).toEqual([]);
    const [mine] = (await pupil.client.must('GET /api/me/redemptions', {})).items;
    expect(mine).toMatchObject({ state: 'handed_over' });
    expect(mine?.code ?? mine?.qr).toBeUndefined();
  });

  test('of many at once, and of one repeated, exactly one hands over', async () => {
    const shop = await openShop();
    const redemption = await redeem(shop, await welcomeWith(shop, 100));
    const key = crypto.randomUUID();
    const keys = [key, key, crypto.randomUUID(), crypto.randomUUID()];
    const said = await Promise.all(
      keys.map((one) => shop.desk.ask('POST /api/pick-ups/{code}/hand-over', { ...handingOver(redemption), key: one })),
    );
    const first = said.filter(({ ok, headers }) => ok && headers.get('idempotency-replayed') === null);
    expect(first).toHaveLength(1);
    const refused = said.filter(({ ok }) => !ok).map(({ body }) => 'code' in body && body.code);
    expect(new Set(refused)).toEqual(new Set(['redemption_not_open']));
  });

  test('needs the redemption that the desk looked at', async () => {
    const shop = await openShop();
    const { world, desk } = shop;
    const [one, two] = [
      await redeem(shop, await welcomeWith(shop, 100)),
      await redeem(shop, await welcomeWith(shop, 100)),
    ];
    const route = 'POST /api/pick-ups/{code}/hand-over';
    await expectRefusal(world, 'not_found', () => desk.ask(route, handingOver({ id: two.id, code: one.code })));
    await expectRefusal(world, 'not_found', () => desk.ask(route, handingOver({ id: one.id, code: '00000000' })));
  });

  test('a code is one at a time: drawn again while it waits it is passed over, and free when it was used', async () => {
    const shop = await openShop();
    const pupils = [await welcomeWith(shop, 100), await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
    const draws = [7, 7, 8, 7];
    Object.assign(shop.world.tools, { randomBytes: () => new Uint8Array(6).fill(draws.shift() ?? 0) });
    const [one, two, three] = pupils;
    if (!one || !two || !three) throw new Error('Three pupils are needed');
    const [first, second] = [await redeem(shop, one), await redeem(shop, two)];
    expect(second.code).not.toBe(first.code);
    await shop.desk.must('POST /api/pick-ups/{code}/hand-over', handingOver(first));
    const third = await redeem(shop, three);
    expect(third.code).toBe(first.code);
    expect((await look(shop, first.code)).body).toMatchObject({ id: third.id, state: 'reserved' });
    const route = 'POST /api/pick-ups/{code}/hand-over';
    await expectRefusal(shop.world, 'not_found', () => shop.desk.ask(route, handingOver(first)));
  });
});
