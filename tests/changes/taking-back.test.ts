/** POST /api/changes/{change}/decision: points that were corrected away come back in one order, and once. */
import { describe, expect, test } from 'vitest';
import { hourMs } from '../hours/squad.ts';
import { earn } from '../rewards/shop.ts';
import { appoint } from '../teams/school.ts';
import {
  type Affair,
  buy,
  corrected,
  decide,
  eight,
  openAffair,
  openSmallShop,
  propose,
  served,
  walletOf,
} from './affair.ts';

const statesOf = async ({ pupil }: Affair) => {
  const { items } = await pupil.client.must('GET /api/me/redemptions', {});
  return items.map(({ state }) => state);
};

describe('points that were corrected away come back', () => {
  test('§6.5 2: first from the unspent of the same lot, then from the other lots', async () => {
    const affair = await openAffair();
    const shift = await served(affair, 240, eight);
    await earn(affair.district, affair.pupil.id, 30, '20260831');
    await earn(affair.district, affair.pupil.id, 30, '20280831');
    const item = await openSmallShop(affair);
    for (let count = 0; count < 5; count++) await buy(affair, item);
    expect((await walletOf(affair)).lots).toEqual({ 20270831: 20, 20280831: 30 });
    const { effect } = await corrected(affair, shift, 60);
    expect(effect).toEqual({ points: -30, debt: 0, cancelled: 0 });
    expect((await walletOf(affair)).lots).toEqual({ 20280831: 20 });
  });

  test('§6.5 2: then from open redemptions, the newest first, and no more than needed', async () => {
    const affair = await openAffair();
    const shift = await served(affair, 240, eight);
    const item = await openSmallShop(affair);
    for (let count = 0; count < 3; count++) await buy(affair, item);
    expect(await walletOf(affair)).toMatchObject({ points: 10 });
    const { effect } = await corrected(affair, shift, 60);
    expect(effect).toEqual({ points: -10, debt: 0, cancelled: 2 });
    expect(await statesOf(affair)).toEqual(['cancelled', 'cancelled', 'reserved']);
    expect(await walletOf(affair)).toMatchObject({ points: 0, debt: 0, minutes: 60 });
    const { items } = await affair.district.administrator.must('GET /api/items', {});
    expect(items.find(({ id }) => id === item)?.stock).toMatchObject([{ quantity: 9 }]);
  });

  test('§6.5 4: the rest becomes debt: what was handed over is never demanded back', async () => {
    const affair = await openAffair();
    const { district, pupil } = affair;
    const shift = await served(affair, 120);
    const item = await openSmallShop(affair);
    const bought = [await buy(affair, item), await buy(affair, item)];
    const code = bought[0]?.code ?? '';
    const desk = await deskOf(affair);
    await desk.must('POST /api/pick-ups/{code}/hand-over', {
      params: { code },
      body: { redemption: bought[0]?.id ?? '' },
    });
    const { effect } = await corrected(affair, shift, 0);
    expect(effect).toEqual({ points: 0, debt: 10, cancelled: 1 });
    expect(await statesOf(affair)).toEqual(['cancelled', 'handed_over']);
    const said = await pupil.client.ask('POST /api/redemptions', {
      body: { item, desk: district.east.desk, price: 10 },
    });
    expect(said.body).toMatchObject({ code: 'debt_open' });
  });

  test('§6.5 3: debt is repaid first by new points, of a pupil’s by half of each credit', async () => {
    const affair = await openAffair();
    const shift = await served(affair, 120, eight);
    const item = await openSmallShop(affair);
    const { id, code = '' } = await buy(affair, item);
    const desk = await deskOf(affair);
    await desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body: { redemption: id } });
    await corrected(affair, shift, 0);
    expect(await walletOf(affair)).toMatchObject({ points: 0, debt: 10 });
    await served(affair, 60, eight);
    expect(await walletOf(affair)).toMatchObject({ points: 5, debt: 5, minutes: 60 });
    await served(affair, 120, eight + 2 * hourMs);
    expect(await walletOf(affair)).toMatchObject({ points: 20, debt: 0, minutes: 180 });
  });
});

describe('a correction happens once', () => {
  test('however often its decision is sent, at once or later', async () => {
    const affair = await openAffair();
    const shift = await served(affair);
    const { id } = await propose(affair, shift, 60);
    const answers = await Promise.all([decide(affair.second, id), decide(affair.second, id)]);
    answers.push(await decide(affair.second, id));
    expect(answers.map(({ state, effect }) => [state, effect?.points])).toEqual(Array(3).fill(['approved', -10]));
    expect(await walletOf(affair)).toMatchObject({ points: 10, minutes: 60, seq: 2 });
  });

  test('while its points are being spent, handed over and given back', async () => {
    const affair = await openAffair();
    const shift = await served(affair, 240, eight);
    const item = await openSmallShop(affair);
    const [one] = [await buy(affair, item)];
    const { id } = await propose(affair, shift, 0);
    const { pupil, second } = affair;
    const params = { redemption: one.id };
    await Promise.all([
      decide(second, id),
      pupil.client.ask('POST /api/redemptions', { body: { item, desk: affair.district.east.desk, price: 10 } }),
      pupil.client.ask('POST /api/redemptions/{redemption}/cancellation', { params, body: {} }),
    ]);
    const wallet = await walletOf(affair);
    expect(wallet).toMatchObject({ points: 0, minutes: 0 });
    const open = (await statesOf(affair)).filter((state) => state === 'reserved').length;
    expect([wallet.debt, open]).toEqual([0, 0]);
  });
});

const deskOf = ({ district }: Affair) => appoint(district, 'desk', district.east.desk);
