import { describe, expect, test } from 'vitest';
import { appoint, expectRefusal } from '../teams/school.ts';
import { openShop, redeem, type Shop, stockLeft, welcomeWith } from './shop.ts';

const route = 'POST /api/pick-ups/hand-over';
async function openFair(count: number) {
  const shop = await openShop(count);
  const redemptions = [];
  for (let number = 0; number < count; number++) {
    const { id, code = '' } = await redeem(shop, await welcomeWith(shop, 100));
    redemptions.push({ redemption: id, code });
  }
  return { shop, redemptions };
}
const listOf = async ({ desk }: Shop) => (await desk.must('GET /api/fair', {})).items;

describe('§6.4 shop window: a school fair', () => {
  test('has a list of who gets what with which code, class by class', async () => {
    const { shop, redemptions } = await openFair(3);
    const items = await listOf(shop);
    expect(items.map(({ id, code }) => ({ redemption: id, code })).sort(byCode)).toEqual(redemptions.sort(byCode));
    expect(items[0]).toMatchObject({ person: '小明', class: '九(2)班', name: '笔记本' });
    const other = await appoint(shop, 'desk', shop.west.desk);
    expect((await other.must('GET /api/fair', {})).items).toEqual([]);
    const crafted = { query: { cursor: 'x' } };
    await expectRefusal(shop.world, 'cursor_invalid', () => shop.desk.ask('GET /api/fair', crafted));
  });

  test('is handed over as a batch with a result for each row, and may be sent again', async () => {
    const { shop, redemptions } = await openFair(3);
    const [first, ...others] = redemptions;
    const wrong = { redemption: first?.redemption ?? '', code: '00000000' };
    const said = await shop.desk.must(route, { body: { redemptions: [wrong, ...others] } });
    expect(said.items.map(({ outcome }) => outcome)).toEqual(['not_found', 'done', 'done']);
    const again = await shop.desk.must(route, { body: { redemptions } });
    expect(again.items.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(await listOf(shop)).toEqual([]);
    expect(await stockLeft(shop)).toEqual({ quantity: 0, sold: 3, stocked: 3 });
  });

  test('hands nothing over that was cancelled, nor at another desk', async () => {
    const shop = await openShop(2);
    const pupil = await welcomeWith(shop, 100);
    const { id, code = '' } = await redeem(shop, pupil);
    const body = { redemptions: [{ redemption: id, code }] };
    const other = await appoint(shop, 'desk', shop.west.desk);
    expect((await other.must(route, { body })).items).toMatchObject([{ outcome: 'not_found' }]);
    const params = { redemption: id };
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
    expect((await shop.desk.must(route, { body })).items).toMatchObject([{ outcome: 'redemption_not_open' }]);
  });
});

const byCode = (one: { code: string }, other: { code: string }) => one.code.localeCompare(other.code);
