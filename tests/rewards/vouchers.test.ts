import { describe, expect, test } from 'vitest';
import { mayExchange } from '../../web/pages/desk-today/exchange.tsx';
import { everythingStored, expectRefusal } from '../teams/school.ts';
import { addItem, asking, openShop, type Shop, stock, welcomeWith } from './shop.ts';

const route = 'POST /api/items/{item}/vouchers';
const recallRoute = 'POST /api/items/{item}/vouchers/recall';

/** A reading card for 40 points that gives serial numbers away. */
async function openCards(serials: readonly string[], quantity = 20): Promise<Shop> {
  const shop = await openShop(0);
  const body = { unit: shop.id, name: '读书卡', kind: 'reading_card' as const, price: 40 };
  const { id: item } = await shop.administrator.must('POST /api/items', { body });
  await stock(shop.administrator, item, shop.east.desk, quantity);
  const cards = { ...shop, item };
  if (serials.length > 0) await importing(cards, serials);
  return cards;
}
const importing = ({ desk, item }: Shop, serials: readonly string[]) =>
  desk.must(route, { params: { item }, body: { serials: [...serials] } });
const recalling = ({ desk, item }: Shop, serials: readonly string[]) =>
  desk.must(recallRoute, { params: { item }, body: { serials: [...serials] } });
const countsOf = ({ desk, item }: Shop) => desk.must('GET /api/items/{item}/vouchers', { params: { item } });
const serialsOf = (count: number) => Array.from({ length: count }, (_, index) => `DSK-2026-${1000 + index}`);

async function handOver(shop: Shop) {
  const pupil = await welcomeWith(shop, 100);
  const { id, code = '' } = await pupil.client.must('POST /api/redemptions', asking(shop));
  const body = { redemption: id };
  const given = await shop.desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body });
  const mine = await pupil.client.must('GET /api/me/redemptions/{redemption}', { params: { redemption: id } });
  return { given, mine };
}

describe('vouchers', () => {
  test('come in as serial numbers; a duplicate is refused on its line, also in another spelling', async () => {
    const cards = await openCards([]);
    const first = await importing(cards, ['AB-001', 'AB-002', 'ab-001']);
    expect(first.items.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'duplicate']);
    const second = await importing(cards, ['AB-002', 'AB-003']);
    expect(second).toMatchObject({ imported: 3, given: 0, recalled: 0, free: 3 });
    expect(second.items).toEqual([
      { line: 1, outcome: 'duplicate' },
      { line: 2, outcome: 'done' },
    ]);
  });

  test('500 in one call are all there, and nowhere in what is stored can a number be read', async () => {
    const cards = await openCards(serialsOf(500));
    expect(await countsOf(cards)).toEqual({ imported: 500, given: 0, recalled: 0, free: 500 });
    const stored = JSON.stringify(await everythingStored(cards.world));
    expect(stored).not.toContain('DSK-2026-1000');
  });

  test('are given once each at hand-over; the owner sees the whole number, the desk its ending', async () => {
    const serials = serialsOf(4);
    const cards = await openCards(serials);
    const all = await Promise.all(serials.map(() => handOver(cards)));
    expect(all.map(({ mine }) => mine.voucher).sort()).toEqual(serials);
    for (const { given, mine } of all) expect(mine.voucher?.endsWith(given.voucherEnding ?? '?')).toBe(true);
    expect(await countsOf(cards)).toEqual({ imported: 4, given: 4, recalled: 0, free: 0 });
  });

  test('are not offered to be exchanged at the desk, where a torn notebook is', async () => {
    const cards = await openCards(serialsOf(1));
    await handOver(cards);
    await cards.world.settle();
    const [card] = (await cards.desk.must('GET /api/pick-ups/closed', {})).items;
    if (!card) throw new Error('A hand-over is not listed');
    expect(card).toMatchObject({ state: 'handed_over', card: true });
    expect(mayExchange(card, cards.world.now)).toBe(false);
    expect(mayExchange({ ...card, card: false }, cards.world.now)).toBe(true);
  });

  test('that are used up refuse the hand-over until more come in, changing nothing', async () => {
    const cards = await openCards(['ONLY-0001']);
    await handOver(cards);
    const pupil = await welcomeWith(cards, 100);
    const { id, code = '', voucher } = await pupil.client.must('POST /api/redemptions', asking(cards));
    expect(voucher).toBeUndefined();
    const asked = { params: { code }, body: { redemption: id } };
    const handOverRoute = 'POST /api/pick-ups/{code}/hand-over';
    await expectRefusal(cards.world, 'vouchers_out', () => cards.desk.ask(handOverRoute, asked));
    await importing(cards, ['NEXT-0002']);
    expect(await cards.desk.must(handOverRoute, asked)).toMatchObject({ voucherEnding: '0002' });
  });

  test('nobody has yet can be recalled and are never given; those given stay', async () => {
    const cards = await openCards(['ONE-1', 'TWO-2', 'SIX-6']);
    const { mine } = await handOver(cards);
    const said = await recalling(cards, ['ONE-1', 'TWO-2', 'SIX-6', 'NONE-0']);
    const given = ['ONE-1', 'TWO-2', 'SIX-6'].indexOf(mine.voucher ?? '');
    expect(said.items.map(({ outcome }) => outcome)).toEqual([
      ...[0, 1, 2].map((line) => (line === given ? 'given' : 'done')),
      'unknown',
    ]);
    expect(said).toMatchObject({ imported: 3, given: 1, recalled: 2, free: 0 });
    expect(await importing(cards, ['TWO-2'])).toMatchObject({ imported: 3 });
  });

  test('are for cards only, and for items of the asker’s units', async () => {
    const cards = await openCards([]);
    const { world, administrator, west } = cards;
    const body = { serials: ['AB-001'] };
    const notebook = { params: { item: await addItem(administrator, cards.id) }, body };
    await expectRefusal(world, 'vouchers_none', () => cards.desk.ask(route, notebook));
    const foreign = { params: { item: await addItem(administrator, west.unit) } };
    await expectRefusal(world, 'not_found', () => cards.desk.ask(route, { ...foreign, body }));
    await expectRefusal(world, 'not_found', () => cards.desk.ask(recallRoute, { ...foreign, body }));
    await expectRefusal(world, 'not_found', () => cards.desk.ask('GET /api/items/{item}/vouchers', foreign));
  });

  test('run out at the desk also for a star gift that comes with one', async () => {
    const cards = await openCards(['ONLY-0001']);
    const { world, administrator, desk, east, id: unit } = cards;
    const body = { unit, name: '电影卡', kind: 'film_card' as const, levelMin: 1 };
    const { id: item } = await administrator.must('POST /api/gift-items', { body });
    await stock(administrator, item, east.desk, 5);
    await desk.must(route, { params: { item }, body: { serials: ['FILM-1'] } });
    await desk.must(recallRoute, { params: { item }, body: { serials: ['FILM-1'] } });
    const pupil = await starredIn(cards);
    const asked = { body: { volunteer: pupil, gift: 'junior-1', item } };
    await expectRefusal(world, 'vouchers_out', () => desk.ask('POST /api/gifts/hand-over', asked));
    await desk.must(route, { params: { item }, body: { serials: ['FILM-2'] } });
    expect(await desk.must('POST /api/gifts/hand-over', asked)).toMatchObject({ voucherEnding: 'LM-2' });
  });
});

async function starredIn(shop: Shop): Promise<string> {
  const { serve, setRule } = await import('./served.ts');
  await setRule(shop.administrator, 'stars_months_min', 0);
  const { id } = await welcomeWith(shop, 0);
  await serve(shop, id, { hours: 10 });
  return id;
}
