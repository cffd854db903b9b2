import { describe, expect, test } from 'vitest';
import { volunteerAt, volunteerOf, volunteerRow } from '../../functions/volunteers/rows.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { expectRefusal, type Pupil, welcome } from '../teams/school.ts';
import { serve, setRule } from './served.ts';
import { asking, earn, openShop, price, type Shop, stock, welcomeWith } from './shop.ts';

type ForWhom = { grades?: { from: number; to: number }; starMin?: number };
async function openFor(forWhom: ForWhom): Promise<Shop> {
  const shop = await openShop(0);
  const body = { unit: shop.id, name: '天文望远镜', kind: 'stationery' as const, price, ...forWhom };
  const { id: item } = await shop.administrator.must('POST /api/items', { body });
  await stock(shop.administrator, item, shop.east.desk, 5);
  return { ...shop, item };
}
const refused = (shop: Shop, pupil: Pupil, code: ProblemCode) =>
  expectRefusal(shop.world, code, () => pupil.client.ask('POST /api/redemptions', asking(shop)));
const took = async (shop: Shop, pupil: Pupil) => (await pupil.client.ask('POST /api/redemptions', asking(shop))).status;

describe('for whom an item is', () => {
  test('pupils of other grades cannot redeem it, also by a crafted request', async () => {
    const shop = await openFor({ grades: { from: 7, to: 9 } });
    const { items } = await (await welcomeWith(shop, 0)).client.must('GET /api/items', {});
    expect(items.find(({ id }) => id === shop.item)).toMatchObject({ grades: { from: 7, to: 9 } });
    const junior = await welcomeWith(shop, 100);
    expect(await took(shop, junior)).toBe(201);
    const primary = await welcome(shop, shop.east, { stage: 'primary' });
    await earn(shop, primary.id, 100);
    await refused(shop, primary, 'item_not_for_you');
  });

  test('pupils with fewer stars cannot redeem it, and stars need their conditions', async () => {
    const shop = await openFor({ starMin: 1 });
    const pupil = await welcomeWith(shop, 100);
    await serve(shop, pupil.id, { hours: 9 });
    await refused(shop, pupil, 'item_not_for_you');
    await serve(shop, pupil.id, { hours: 1 });
    await refused(shop, pupil, 'item_not_for_you');
    await setRule(shop.administrator, 'stars_months_min', 0);
    expect(await took(shop, pupil)).toBe(201);
  });

  test('may be changed, and is for everybody when nothing is said', async () => {
    const shop = await openFor({ grades: { from: 1, to: 3 } });
    const pupil = await welcomeWith(shop, 100);
    await refused(shop, pupil, 'item_not_for_you');
    const change = { params: { item: shop.item }, body: { price, open: true } };
    await shop.administrator.must('PUT /api/items/{item}', change);
    expect(await took(shop, pupil)).toBe(201);
  });

  test('a pupil under eight does not redeem alone', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    await bornOn(shop, pupil.id, '2018-03-03');
    await refused(shop, pupil, 'too_young_alone');
    shop.world.now += 24 * 60 * 60 * 1000;
    await pupil.signIn();
    expect(await took(shop, pupil)).toBe(201);
  });
});

async function bornOn({ world, id: district }: Shop, vid: string, birthDate: string): Promise<void> {
  const at = volunteerAt(district, vid);
  const [item] = await world.store.get([at]);
  const person = volunteerOf(district, world.tools.vault, vid, item);
  if (!person) throw new Error('Nobody there');
  const consent = { method: 'paper', textVersion: '1', signedOn: '2026-02-20', at: world.now, by: vid } as const;
  const born = { ...person, consent, personal: { ...person.personal, birthDate } };
  const row = volunteerRow(district, world.tools.vault, born);
  await world.store.transact(`BORN#${vid}`, [{ ...at, put: row }]);
}

describe('prices', () => {
  test('§6.4 price rule: prices stay within the district’s range: at least 10 points and at most 600', async () => {
    const shop = await openShop(0);
    const { world, administrator, id: unit, item } = shop;
    const adding = (points: number) => ({
      body: { unit, name: '相机', kind: 'stationery' as const, price: points },
    });
    for (const points of [0, 9, 601])
      await expectRefusal(world, 'price_out_of_range', () => administrator.ask('POST /api/items', adding(points)));
    const change = { params: { item }, body: { price: 601, open: true } };
    await expectRefusal(world, 'price_out_of_range', () => administrator.ask('PUT /api/items/{item}', change));
    for (const points of [10, 600])
      expect((await administrator.ask('POST /api/items', adding(points))).status).toBe(201);
  });

  test('are kept with the day they began, and a change never touches what was redeemed', async () => {
    const shop = await openShop(5);
    const { world, administrator, item } = shop;
    const pupil = await welcomeWith(shop, 100);
    await pupil.client.must('POST /api/redemptions', asking(shop));
    world.now += 60_000;
    await administrator.must('PUT /api/items/{item}', { params: { item }, body: { price: 50, open: true } });
    world.now += 60_000;
    await administrator.must('PUT /api/items/{item}', { params: { item }, body: { price: 50, open: false } });
    const route = 'GET /api/items/{item}/prices';
    const { items } = await administrator.must(route, { params: { item } });
    expect(items).toEqual([
      { price: 50, from: '2026-03-02T02:01:00.000Z' },
      { price, from: '2026-03-02T02:00:00.000Z' },
    ]);
    expect((await pupil.client.must('GET /api/me/redemptions', {})).items[0]).toMatchObject({ price });
    const missing = { params: { item: world.tools.newId(world.now) } };
    await expectRefusal(world, 'not_found', () => administrator.ask(route, missing));
    const crafted = { params: { item }, query: { cursor: 'x' } };
    await expectRefusal(world, 'cursor_invalid', () => administrator.ask(route, crafted));
  });
});
