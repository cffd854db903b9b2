/** POST /api/pick-ups/{code}/cancellation: the desk cancels what it cannot give, with a reason. */
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../functions/ledger/index.ts';
import { type CancelReason, cancelReasons } from '../../shared/contracts/rewards-shapes.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { book, differences, hourMs, openClinic, placesLeft } from './clinic.ts';
import { claiming, giftsOf, openGifts, starred } from './gift-stage.ts';
import { earn, openShop, pointsOf, redeem, type Shop, stockLeft, welcomeWith } from './shop.ts';

const route = 'POST /api/pick-ups/{code}/cancellation';
const handOverRoute = 'POST /api/pick-ups/{code}/hand-over';
interface Owed {
  readonly id: string;
  readonly code?: string;
}
const callingOff = ({ id, code = '' }: Owed, reason: CancelReason = 'out_of_stock') => ({
  params: { code },
  body: { redemption: id, reason },
});
const changesOf = async ({ desk, item }: Shop) =>
  (await desk.must('GET /api/items/{item}/stock-changes', { params: { item } })).items;

describe('a redemption the desk cannot give', () => {
  test('§6.4 cancel: by the desk with its reason and who did it, and the points come back to their lots', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 0);
    await earn(shop, pupil.id, 30, '20260310');
    await earn(shop, pupil.id, 70, '20270831');
    const redemption = await redeem(shop, pupil);
    const answer = await shop.desk.must(route, callingOff(redemption, 'defect'));
    expect(answer).toMatchObject({ state: 'cancelled', reason: 'defect', closedBy: '陈老师' });
    expect(await pointsOf(pupil)).toBe(100);
    expect((await pupil.client.must('GET /api/me/balance', {})).expiring).toMatchObject([
      { points: 30, on: '2026-04-30' },
      { points: 70, on: '2027-08-31' },
    ]);
    const [entry] = await readEntries(shop.world.tools, shop.id, pupil.id);
    const { account } = await shop.desk.must('GET /api/session', {});
    expect(entry).toMatchObject({ kind: 'return', by: account, effect: { state: 'cancelled', reason: 'defect' } });
    const params = { code: redemption.code ?? '' };
    expect(await shop.desk.must('GET /api/pick-ups/{code}', { params })).toEqual(answer);
    expect((await shop.desk.must('GET /api/pick-ups/closed', {})).items).toMatchObject([{ reason: 'defect' }]);
    expect(await differences(shop)).toEqual([]);
  });

  test('is told to its owner with the reason, and shown so', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const redemption = await redeem(shop, pupil);
    await shop.world.settle();
    shop.world.now += 60_000;
    await shop.desk.must(route, callingOff(redemption, 'closed'));
    await shop.world.settle();
    const { items } = await pupil.client.must('GET /api/me/notices', {});
    expect(items.map(({ kind }) => kind)).toEqual(['redemption_called_off', 'redemption_made']);
    expect(items[0]?.facts).toEqual({ redemption: redemption.id, points: 40, reason: 'closed' });
    const asked = { params: { redemption: redemption.id } };
    const shown = await pupil.client.must('GET /api/me/redemptions/{redemption}', asked);
    expect(shown).toMatchObject({ state: 'cancelled', reason: 'closed' });
    expect(shown.code ?? shown.qr).toBeUndefined();
  });

  test('takes a piece that is missing or no good out of the stock, and puts any other back', async () => {
    const left = { defect: 4, out_of_stock: 4, closed: 5 };
    for (const reason of cancelReasons) {
      const shop = await openShop(5);
      const redemption = await redeem(shop, await welcomeWith(shop, 100));
      shop.world.now += 60_000;
      await shop.desk.must(route, callingOff(redemption, reason));
      const count = left[reason];
      expect(await stockLeft(shop)).toEqual({ quantity: count, sold: 0, stocked: count });
      const [latest, ...others] = await changesOf(shop);
      const loss = { change: -1, reason, redemption: redemption.id, by: '陈老师' };
      expect(latest).toMatchObject(reason === 'closed' ? { change: 5 } : loss);
      expect(others).toHaveLength(reason === 'closed' ? 0 : 1);
      expect(await differences(shop)).toEqual([]);
    }
  });

  test('leaves room for another at once, as if it had never been redeemed', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    await shop.desk.must(route, callingOff(await redeem(shop, pupil)));
    const again = await redeem(shop, pupil);
    await shop.desk.must(handOverRoute, { params: { code: again.code ?? '' }, body: { redemption: again.id } });
    expect(await stockLeft(shop)).toEqual({ quantity: 3, sold: 1, stocked: 4 });
    expect(await differences(shop)).toEqual([]);
  });

  test('gives a star gift back to be claimed again', async () => {
    const gifts = await openGifts(2);
    const pupil = await starred(gifts);
    const claimed = await pupil.client.must('POST /api/me/gifts/{gift}/claim', claiming(gifts));
    await gifts.keeper.must(route, callingOff(claimed, 'defect'));
    expect(await giftsOf(pupil)).toContain('junior-1 open');
    await pupil.client.must('POST /api/me/gifts/{gift}/claim', claiming(gifts));
  });
});

describe('a booking the partner cannot keep', () => {
  test('is cancelled to the last moment; the place is free again only if it can be used', async () => {
    const clinic = await openClinic({ inHours: 0.2 });
    const [one, two] = [await welcomeWith(clinic, 100), await welcomeWith(clinic, 100)];
    const [first, second] = [await book(clinic, one), await book(clinic, two)];
    clinic.world.now += 0.1 * hourMs;
    await clinic.desk.must(route, callingOff(first, 'closed'));
    expect(await placesLeft(clinic, one)).toEqual([1]);
    await clinic.desk.must(route, callingOff(second, 'out_of_stock'));
    expect(await placesLeft(clinic, one)).toEqual([1]);
    expect([await pointsOf(one), await pointsOf(two)]).toEqual([100, 100]);
    expect(await differences(clinic)).toEqual([]);
  });
});

describe('calling off', () => {
  test('is answered the same under the same key, and refused under another', async () => {
    const shop = await openShop(5);
    const redemption = await redeem(shop, await welcomeWith(shop, 100));
    const request = { ...callingOff(redemption), key: crypto.randomUUID() };
    const first = await shop.desk.ask(route, request);
    const again = await shop.desk.ask(route, request);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    await expectRefusal(shop.world, 'redemption_not_open', () => shop.desk.ask(route, callingOff(redemption)));
    expect(await stockLeft(shop)).toEqual({ quantity: 4, sold: 0, stocked: 4 });
  });

  test('is for the desk where it waits, with its own code', async () => {
    const shop = await openShop(5);
    const { world, desk, west } = shop;
    const redemption = await redeem(shop, await welcomeWith(shop, 100));
    const other = await redeem(shop, await welcomeWith(shop, 100));
    const foreign = await appoint(shop, 'desk', west.desk);
    await expectRefusal(world, 'not_found', () => foreign.ask(route, callingOff(redemption)));
    const mixed = callingOff({ id: redemption.id, code: other.code });
    await expectRefusal(world, 'not_found', () => desk.ask(route, mixed));
  });

  test('and handing over at the same moment: exactly one happens, and points and stock add up', async () => {
    const rounds = 6;
    const shop = await openShop(rounds);
    let handedOver = 0;
    for (let round = 0; round < rounds; round++) {
      const pupil = await welcomeWith(shop, 100);
      const redemption = await redeem(shop, pupil);
      const giving = { params: { code: redemption.code ?? '' }, body: { redemption: redemption.id } };
      const acts = [
        () => shop.desk.ask(handOverRoute, giving),
        () => shop.desk.ask(route, callingOff(redemption, round < 3 ? 'defect' : 'closed')),
      ];
      const turned = round % 2 === 0 ? acts : acts.toReversed();
      const said = await Promise.all(turned.map((act) => act()));
      expect(said.map(({ body }) => ('code' in body ? body.code : 'done')).toSorted()).toEqual([
        'done',
        'redemption_not_open',
      ]);
      const params = { code: redemption.code ?? '' };
      const { state } = await shop.desk.must('GET /api/pick-ups/{code}', { params });
      expect(await pointsOf(pupil)).toBe(state === 'handed_over' ? 60 : 100);
      if (state === 'handed_over') handedOver++;
    }
    expect((await stockLeft(shop)).sold).toBe(handedOver);
    expect(await differences(shop)).toEqual([]);
  });
});
