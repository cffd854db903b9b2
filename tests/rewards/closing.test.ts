import { describe, expect, test } from 'vitest';
import { returnOverdue } from '../../functions/rewards/index.ts';
import { expectRefusal } from '../teams/school.ts';
import { dayMs, earn, openShop, pointsOf, price, redeem, type Shop, stockLeft, welcomeWith } from './shop.ts';

const cancelling = (redemption: string) => ({ params: { redemption }, body: {} });
const handingOver = ({ id, code = '' }: { id: string; code?: string }) => ({
  params: { code },
  body: { redemption: id },
});
/** Moves the world past the pick-up time; everybody who is to act signs in again. */
async function passPickUpTime({ world }: Shop, ...people: { signIn(): Promise<void> }[]) {
  world.now += 14 * dayMs + 1;
  for (const person of people) await person.signIn();
}

describe('cancelling', () => {
  test('§6.4 cancel: points and stock come back, and the code is shown no more', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const { id } = await redeem(shop, pupil);
    const cancelled = await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', cancelling(id));
    expect(cancelled).toMatchObject({ id, state: 'cancelled' });
    expect(cancelled.code ?? cancelled.qr).toBeUndefined();
    expect(await pointsOf(pupil)).toBe(100);
    expect(await stockLeft(shop)).toEqual({ quantity: 5, sold: 0, stocked: 5 });
  });

  test('is answered the same under the same key, and refused under another', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 100);
    const { id } = await redeem(shop, pupil);
    const request = { ...cancelling(id), key: crypto.randomUUID() };
    const route = 'POST /api/redemptions/{redemption}/cancellation';
    const first = await pupil.client.ask(route, request);
    const again = await pupil.client.ask(route, request);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    await expectRefusal(shop.world, 'redemption_not_open', () => pupil.client.ask(route, cancelling(id)));
  });

  test('somebody else’s redemption is not found', async () => {
    const shop = await openShop(5);
    const [pupil, other] = [await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
    const { id } = await redeem(shop, pupil);
    const route = 'POST /api/redemptions/{redemption}/cancellation';
    await expectRefusal(shop.world, 'not_found', () => other.client.ask(route, cancelling(id)));
  });

  test('§6.4 returned points: they go back to the lot they came from, which lives 30 days at least', async () => {
    const shop = await openShop(5);
    const pupil = await welcomeWith(shop, 0);
    await earn(shop, pupil.id, 30, '20260310');
    await earn(shop, pupil.id, 70, '20270831');
    const { id } = await redeem(shop, pupil);
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', cancelling(id));
    const { expiring } = await pupil.client.must('GET /api/me/balance', {});
    expect(expiring).toMatchObject([
      { points: 30, on: '2026-04-30' },
      { points: 70, on: '2027-08-31' },
    ]);
  });
});

describe('returning', () => {
  test('§6.4 pick-up deadline: after 14 days it comes back once, however often the clock calls', async () => {
    const shop = await openShop(5);
    const { world } = shop;
    const pupil = await welcomeWith(shop, 100);
    const redemption = await redeem(shop, pupil);
    world.now += 14 * dayMs;
    const since = world.now;
    expect(await returnOverdue(world.tools, { since, now: world.now })).toBe(0);
    world.now += 1;
    const calls = await Promise.all([1, 2, 3].map(() => returnOverdue(world.tools, { since, now: world.now })));
    expect(calls.toSorted()).toEqual([0, 0, 1]);
    expect(await returnOverdue(world.tools, { since, now: world.now })).toBe(0);
    await pupil.signIn();
    expect(await pointsOf(pupil)).toBe(100);
    expect(await stockLeft(shop)).toEqual({ quantity: 5, sold: 0, stocked: 5 });
    const [shown] = (await pupil.client.must('GET /api/me/redemptions', {})).items;
    expect(shown).toMatchObject({ id: redemption.id, state: 'returned', closedAt: new Date(world.now).toISOString() });
    const kinds = (await pupil.client.must('GET /api/me/entries', {})).items.map(({ kind }) => kind);
    expect(kinds).toEqual(['return', 'redeem', 'service']);
  });

  test('the clock finds it, and returns of many wallets do not disturb each other', async () => {
    const shop = await openShop(5);
    const pupils = [await welcomeWith(shop, 100), await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
    for (const pupil of pupils) await redeem(shop, pupil);
    await passPickUpTime(shop, ...pupils);
    expect(await shop.world.tick()).toMatchObject({ returned: 3 });
    expect(await Promise.all(pupils.map(pointsOf))).toEqual([100, 100, 100]);
    expect(await stockLeft(shop)).toMatchObject({ quantity: 5, sold: 0 });
  });

  test('a redemption handed over or cancelled before is left alone', async () => {
    const shop = await openShop(5);
    const [one, two] = [await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
    await shop.desk.must('POST /api/pick-ups/{code}/hand-over', handingOver(await redeem(shop, one)));
    const { id } = await redeem(shop, two);
    await two.client.must('POST /api/redemptions/{redemption}/cancellation', cancelling(id));
    await passPickUpTime(shop, one, two);
    const { tools, now } = shop.world;
    expect(await returnOverdue(tools, { since: now - dayMs, now })).toBe(0);
    expect([await pointsOf(one), await pointsOf(two)]).toEqual([100 - price, 100]);
  });
});

describe('closing', () => {
  test('of hand-over, cancelling and return at the same moment exactly one happens, and points add up', async () => {
    const rounds = 6;
    const shop = await openShop(rounds);
    const { world, desk } = shop;
    const later = { since: world.now + 14 * dayMs, now: world.now + 14 * dayMs + 1 };
    const pupils = [];
    for (let round = 0; round < rounds; round++) {
      const pupil = await welcomeWith(shop, 100);
      pupils.push(pupil);
      const redemption = await redeem(shop, pupil);
      const cancellation = cancelling(redemption.id);
      const acts = [
        async () => (await desk.ask('POST /api/pick-ups/{code}/hand-over', handingOver(redemption))).ok,
        async () => (await pupil.client.ask('POST /api/redemptions/{redemption}/cancellation', cancellation)).ok,
        async () => (await returnOverdue(world.tools, later)) === 1,
      ];
      const turned = [...acts.slice(round % 3), ...acts.slice(0, round % 3)];
      const won = await Promise.all(turned.map((act) => act()));
      expect(won.filter(Boolean)).toHaveLength(1);
    }
    const { quantity, sold, stocked } = await stockLeft(shop);
    expect([quantity + sold, stocked]).toEqual([rounds, rounds]);
    const points = await Promise.all(pupils.map(pointsOf));
    expect(points.reduce((sum, count) => sum + count, 0)).toBe(rounds * 100 - sold * price);
  });
});
