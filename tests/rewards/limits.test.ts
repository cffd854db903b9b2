import { describe, expect, test } from 'vitest';
import { expectRefusal, type Pupil, welcome } from '../teams/school.ts';
import { addItem, dayMs, earn, openShop, price, type Shop, stock, welcomeWith } from './shop.ts';

/** The shop's item and as many more, all in stock. */
async function items(shop: Shop, more: number): Promise<string[]> {
  const all = [shop.item];
  for (let number = 0; number < more; number++) {
    const item = await addItem(shop.administrator, shop.id, `书签 ${number}`);
    await stock(shop.administrator, item, shop.east.desk, 5);
    all.push(item);
  }
  return all;
}
const ask = (shop: Shop, { client }: Pupil, item: string) =>
  client.ask('POST /api/redemptions', { body: { item, desk: shop.east.desk, price } });
const refused = (shop: Shop, pupil: Pupil, item: string) =>
  expectRefusal(shop.world, 'limit_reached', () => ask(shop, pupil, item));
const taken = async (shop: Shop, pupil: Pupil, item: string) => {
  const said = await ask(shop, pupil, item);
  if (!said.ok) throw new Error(said.body.code);
  return said.body;
};
async function handOver({ desk }: Shop, { id, code = '' }: { id: string; code?: string }) {
  await desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body: { redemption: id } });
}

describe('§6.4 limits: nobody takes everything', () => {
  test('two redemptions may wait at a time, and one handed over or cancelled makes room', async () => {
    const shop = await openShop();
    const pupil = await welcomeWith(shop, 500);
    const [one = '', two = '', three = '', four = ''] = await items(shop, 3);
    const first = await taken(shop, pupil, one);
    const second = await taken(shop, pupil, two);
    await refused(shop, pupil, three);
    await handOver(shop, first);
    await taken(shop, pupil, three);
    await refused(shop, pupil, four);
    const params = { redemption: second.id };
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
    await taken(shop, pupil, four);
  });

  test('of two asked for at once beside one that waits, one goes through', async () => {
    const shop = await openShop();
    const pupil = await welcomeWith(shop, 500);
    const [one = '', two = '', three = ''] = await items(shop, 2);
    await taken(shop, pupil, one);
    const said = await Promise.all([two, three].map((item) => ask(shop, pupil, item)));
    expect(said.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('the same item comes once in 30 days, but what was cancelled does not count', async () => {
    const shop = await openShop();
    const { world, item } = shop;
    const pupil = await welcomeWith(shop, 500);
    const { id: redemption } = await taken(shop, pupil, item);
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params: { redemption }, body: {} });
    await handOver(shop, await taken(shop, pupil, item));
    await refused(shop, pupil, item);
    world.now += 30 * dayMs - 1;
    await pupil.signIn();
    await refused(shop, pupil, item);
    world.now += 1;
    await taken(shop, pupil, item);
  });

  test('a primary pupil redeems 300 points a month, others more', async () => {
    const shop = await openShop();
    const { world } = shop;
    const all = await items(shop, 7);
    const younger = await welcome(shop, shop.east, { stage: 'primary' });
    const older = await welcomeWith(shop, 1000);
    await earn(shop, younger.id, 1000);
    for (const item of all.slice(0, 7)) {
      await handOver(shop, await taken(shop, younger, item));
      await handOver(shop, await taken(shop, older, item));
    }
    const [last = ''] = all.slice(-1);
    await refused(shop, younger, last);
    await taken(shop, older, last);
    world.now = Date.parse('2026-03-31T15:59:59.999Z');
    await younger.signIn();
    await refused(shop, younger, last);
    world.now += 1;
    await taken(shop, younger, last);
  });
});
