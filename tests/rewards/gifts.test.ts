import { describe, expect, test } from 'vitest';
import { expectRefusal, welcome } from '../teams/school.ts';
import { addGiftItem, claiming, giftsOf, openGifts, starred } from './gift-stage.ts';
import { serve, setRule } from './served.ts';
import { addItem, dayMs } from './shop.ts';

const claimRoute = 'POST /api/me/gifts/{gift}/claim';

describe('a star gift', () => {
  test('§6.3 5: it comes once for each person, scheme and level, when the line is crossed', async () => {
    const gifts = await openGifts();
    const pupil = await welcome(gifts, gifts.east);
    await serve(gifts, pupil.id, { hours: 9 });
    expect(await giftsOf(pupil)).toEqual([]);
    await serve(gifts, pupil.id, { hours: 1 });
    expect(await giftsOf(pupil)).toEqual(['junior-1 open']);
    await serve(gifts, pupil.id, { hours: 5 });
    expect(await giftsOf(pupil)).toEqual(['junior-1 open']);
  });

  test('§6.3 5: it comes for every lower level too when several are reached at once', async () => {
    const gifts = await openGifts();
    expect(await giftsOf(await starred(gifts, 100))).toEqual([
      'junior-1 open',
      'junior-2 open',
      'junior-3 open',
      'junior-4 open',
      'junior-5 open',
      'national-1 open',
    ]);
  });

  test('that waits for the months comes by the clock, once, and not before', async () => {
    const gifts = await openGifts();
    const { world } = gifts;
    await setRule(gifts.administrator, 'stars_months_min', 3);
    const pupil = await starred(gifts);
    expect(await giftsOf(pupil)).toEqual([]);
    world.now = Date.parse('2026-06-01T15:59:59Z');
    await world.tick();
    await pupil.signIn();
    expect(await giftsOf(pupil)).toEqual([]);
    world.now = Date.parse('2026-06-01T16:00:01Z');
    await Promise.all([world.tick(), world.tick()]);
    await world.tick();
    expect(await giftsOf(pupil)).toEqual(['junior-1 open']);
  });

  test('§6.3 5: it is never taken back: demotion and return bring no second one', async () => {
    const gifts = await openGifts();
    const pupil = await starred(gifts);
    await pupil.client.must(claimRoute, claiming(gifts));
    await serve(gifts, pupil.id, { hours: -1 });
    expect((await pupil.client.must('GET /api/me/stars', {})).items[0]).toMatchObject({ level: 0 });
    await serve(gifts, pupil.id, { hours: 2 });
    expect((await pupil.client.must('GET /api/me/stars', {})).items[0]).toMatchObject({ level: 1 });
    expect(await giftsOf(pupil)).toEqual(['junior-1 claimed']);
  });

  test('is claimed for an item of its own stock, with a pick-up code and without points', async () => {
    const gifts = await openGifts();
    const pupil = await starred(gifts);
    const { code = '', id, price } = await pupil.client.must(claimRoute, claiming(gifts));
    expect(price).toBe(0);
    const body = { redemption: id };
    const given = await gifts.keeper.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body });
    expect(given).toMatchObject({ state: 'handed_over', gift: 'junior-1' });
    expect(await giftsOf(pupil)).toEqual(['junior-1 handed_over']);
    const { items } = await gifts.administrator.must('GET /api/items', {});
    expect(items.find((one) => one.id === gifts.item)?.stock).toEqual([{ desk: gifts.east.desk, quantity: 4 }]);
  });

  test('claimed ten times at the same moment is claimed once', async () => {
    const gifts = await openGifts();
    const pupil = await starred(gifts);
    const said = await Promise.all(Array.from({ length: 10 }, () => pupil.client.ask(claimRoute, claiming(gifts))));
    expect(said.filter(({ status }) => status === 201)).toHaveLength(1);
    const { items } = await gifts.administrator.must('GET /api/items', {});
    expect(items.find((one) => one.id === gifts.item)?.stock).toMatchObject([{ quantity: 4 }]);
  });

  test('whose claim is cancelled or not picked up waits again, at least thirty days', async () => {
    const gifts = await openGifts();
    const { world } = gifts;
    const pupil = await starred(gifts);
    const { id } = await pupil.client.must(claimRoute, claiming(gifts));
    const params = { redemption: id };
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
    expect(await giftsOf(pupil)).toEqual(['junior-1 open']);
    world.now += 170 * dayMs;
    await pupil.signIn();
    await pupil.client.must(claimRoute, claiming(gifts));
    world.now += 15 * dayMs;
    await world.tick();
    await pupil.signIn();
    expect(await giftsOf(pupil)).toEqual(['junior-1 open']);
  });

  test('§6.3 5: not claimed within 180 days it expires', async () => {
    const gifts = await openGifts();
    const pupil = await starred(gifts);
    gifts.world.now += 180 * dayMs + 1;
    await pupil.signIn();
    expect(await giftsOf(pupil)).toEqual(['junior-1 expired']);
    await expectRefusal(gifts.world, 'gift_not_open', () => pupil.client.ask(claimRoute, claiming(gifts)));
  });

  test('is refused for what it is not for, changing nothing', async () => {
    const gifts = await openGifts(0);
    const { world, administrator, id } = gifts;
    const pupil = await starred(gifts);
    const refused = (code: Parameters<typeof expectRefusal>[1], asked: ReturnType<typeof claiming>) =>
      expectRefusal(world, code, () => pupil.client.ask(claimRoute, asked));
    await refused('sold_out', claiming(gifts));
    await refused('not_found', claiming(gifts, 'junior-2'));
    await refused('not_found', claiming(gifts, 'junior-1', { desk: gifts.west.desk }));
    await refused('not_found', claiming(gifts, 'junior-1', { item: await addItem(administrator, id) }));
    const second = await addGiftItem(gifts, 2);
    await refused('item_not_for_you', claiming(gifts, 'junior-1', { item: second }));
    await refused('item_not_for_you', claiming(gifts, 'junior-1', { item: await addGiftItem(gifts, 1, 'national') }));
    await administrator.must('PUT /api/items/{item}', {
      params: { item: gifts.item },
      body: { price: 0, open: false },
    });
    await refused('reward_closed', claiming(gifts));
  });
});
