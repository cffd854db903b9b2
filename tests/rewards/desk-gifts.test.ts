import { describe, expect, test } from 'vitest';
import { expectRefusal, welcome } from '../teams/school.ts';
import { addGiftItem, giftsOf, openGifts, starred } from './gift-stage.ts';
import { serve } from './served.ts';
import { stock } from './shop.ts';

describe('at the desk', () => {
  const route = 'POST /api/gifts/hand-over';

  test('a gift that waits is handed over to a pupil without a phone, once', async () => {
    const gifts = await openGifts();
    const pupil = await starred(gifts);
    const { items } = await gifts.keeper.must('GET /api/gifts', {});
    expect(items).toMatchObject([{ id: 'junior-1', volunteer: pupil.id, person: '小明', level: 1 }]);
    const body = { volunteer: pupil.id, gift: 'junior-1', item: gifts.item };
    const given = await gifts.keeper.must(route, { body });
    expect(given).toMatchObject({ state: 'handed_over', person: '小明', closedBy: '陈老师' });
    expect(await giftsOf(pupil)).toEqual(['junior-1 handed_over']);
    expect((await gifts.keeper.must('GET /api/gifts', {})).items).toEqual([]);
    await expectRefusal(gifts.world, 'gift_not_open', () => gifts.keeper.ask(route, { body }));
  });

  test('pupils of other schools, and what is sold out, closed or not for this star, are refused', async () => {
    const gifts = await openGifts(0);
    const { world, keeper, administrator, east, west } = gifts;
    const pupil = await starred(gifts);
    const stranger = await welcome(gifts, west);
    await serve(gifts, stranger.id, { hours: 10 });
    const refused = (code: Parameters<typeof expectRefusal>[1], volunteer: string, item: string) =>
      expectRefusal(world, code, () => keeper.ask(route, { body: { volunteer, gift: 'junior-1', item } }));
    await refused('sold_out', pupil.id, gifts.item);
    await stock(administrator, gifts.item, east.desk, 2);
    await refused('not_found', stranger.id, gifts.item);
    await refused('not_found', world.tools.newId(world.now), gifts.item);
    await refused('item_not_for_you', pupil.id, await addGiftItem(gifts, 2));
    await expectRefusal(world, 'not_found', () => keeper.ask('GET /api/gifts', { query: { school: west.unit } }));
    await expectRefusal(world, 'cursor_invalid', () => keeper.ask('GET /api/gifts', { query: { cursor: 'x' } }));
    await administrator.must('PUT /api/items/{item}', {
      params: { item: gifts.item },
      body: { price: 0, open: false },
    });
    await refused('reward_closed', pupil.id, gifts.item);
  });

  test('gift items are added for the desk’s own unit only, and never sold for points', async () => {
    const gifts = await openGifts();
    const { world, keeper, east, west } = gifts;
    const adding = (unit: string) => ({ body: { unit, name: '电影卡', kind: 'film_card' as const, levelMin: 2 } });
    await expectRefusal(world, 'not_found', () => keeper.ask('POST /api/gift-items', adding(west.unit)));
    const { id } = await keeper.must('POST /api/gift-items', adding(east.unit));
    const { items } = await (await starred(gifts)).client.must('GET /api/gift-items', {});
    expect(items.map((one) => one.id).sort()).toEqual([gifts.item, id].sort());
    const pupil = await welcome(gifts, east);
    expect((await pupil.client.must('GET /api/items', {})).items).toEqual([]);
    const body = { item: gifts.item, desk: east.desk, price: 0 };
    await expectRefusal(world, 'reward_closed', () => pupil.client.ask('POST /api/redemptions', { body }));
    const crafted = { query: { cursor: 'x' } };
    await expectRefusal(world, 'cursor_invalid', () => pupil.client.ask('GET /api/gift-items', crafted));
  });
});
