/** PUT /api/items/{item}/picture and GET /api/items/{item}/picture. */
import { describe, expect, test } from 'vitest';
import { jpeg, picture, png, webp } from '../pictures.ts';
import { appoint, expectRefusal, openDistrict, welcome } from '../teams/school.ts';
import { addItem, openShop, redeem, type Shop, welcomeWith } from './shop.ts';

const put = 'PUT /api/items/{item}/picture';
const get = 'GET /api/items/{item}/picture';
const shown = async ({ administrator, item }: Shop) =>
  (await administrator.must('GET /api/items', {})).items.find(({ id }) => id === item);

describe('an item’s picture', () => {
  test('is shown to whoever sees the item, under its own type, and may be kept for a day', async () => {
    const shop = await openShop();
    const params = { item: shop.item };
    const pupil = await welcome(shop, shop.east);
    for (const [type, bytes] of [
      ['image/jpeg', jpeg()],
      ['image/png', png()],
      ['image/webp', webp(149_980)],
    ] as const) {
      const changed = await shop.administrator.must(put, { params, body: picture(type, bytes) });
      expect(changed.picture).toMatch(`/api/items/${shop.item}/picture?v=`);
      expect((await shown(shop))?.picture).toBe(changed.picture);
      for (const client of [pupil.client, shop.desk, shop.administrator]) {
        const { status, headers, body } = await client.ask(get, { params });
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe(type);
        expect(headers.get('content-disposition')).toBe('inline');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('cache-control')).toBe('private, max-age=86400');
        expect(Buffer.from(await (body as File).arrayBuffer()).equals(bytes)).toBe(true);
      }
    }
  });

  test('has another address when it is another picture, and stays when the price changes', async () => {
    const shop = await openShop();
    const params = { item: shop.item };
    const first = await shop.administrator.must(put, { params, body: picture('image/png', png()) });
    const second = await shop.administrator.must(put, { params, body: picture('image/png', png(50)) });
    expect(second.picture).not.toBe(first.picture);
    await shop.administrator.must('PUT /api/items/{item}', { params, body: { price: 40, open: true } });
    expect((await shown(shop))?.picture).toBe(second.picture);
    await redeem(shop, await welcomeWith(shop, 100));
  });

  test('is refused when its bytes are not what it says, or too many', async () => {
    const shop = await openShop();
    const params = { item: shop.item };
    const html = Buffer.from('<script>alert(1)</script>');
    for (const body of [
      picture('image/png', jpeg()),
      picture('image/jpeg', html),
      picture('image/webp', Buffer.from('RIFF')),
      picture('image/jpeg', jpeg(150_010)),
    ]) {
      await expectRefusal(shop.world, 'shape_invalid', () => shop.administrator.ask(put, { params, body }));
    }
    const huge = picture('image/jpeg', jpeg(300_000));
    await expectRefusal(shop.world, 'body_too_large', () => shop.administrator.ask(put, { params, body: huge }));
    expect((await shown(shop))?.picture).toBeUndefined();
  });

  test('is changed by who runs the item and seen by its people only', async () => {
    const shop = await openShop();
    const { administrator, east, west, world } = shop;
    const body = picture('image/png', png());
    const params = { item: await addItem(administrator, west.unit) };
    const unitAdmin = await appoint(shop, 'unit_admin', east.unit);
    const pupil = await welcome(shop, east);
    const foreign = await openDistrict(world, '梅湾区');
    await expectRefusal(world, 'not_found', () => administrator.ask(get, { params }));
    await expectRefusal(world, 'not_found', () => unitAdmin.ask(put, { params, body }));
    await administrator.must(put, { params, body });
    for (const client of [unitAdmin, pupil.client, foreign.administrator]) {
      await expectRefusal(world, 'not_found', () => client.ask(get, { params }));
    }
  });
});
