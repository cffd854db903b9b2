/** POST /api/adjustments, POST /api/waivers, GET /api/pool: points moved by hand take two people. */
import { describe, expect, test } from 'vitest';
import { earn } from '../rewards/shop.ts';
import { appoint } from '../teams/school.ts';
import { type Affair, corrected, decide, entriesOf, openAffair, rule, served, walletOf } from './affair.ts';
import { inDebt } from './debt.ts';

const adjust = ({ first, pupil }: Affair, points: number) =>
  first.must('POST /api/adjustments', { body: { volunteer: pupil.id, points, reason: '活动补贴' } });

describe('an adjustment', () => {
  test('gives points once another person agrees, as an entry of its own kind that lives as service does', async () => {
    const affair = await openAffair();
    const { id } = await adjust(affair, 30);
    expect(await walletOf(affair)).toMatchObject({ points: 0, seq: 0 });
    expect(await decide(affair.second, id)).toMatchObject({ state: 'approved', effect: { points: 30, debt: 0 } });
    await decide(affair.second, id);
    expect(await walletOf(affair)).toMatchObject({ points: 30, minutes: 0, lots: { 20270831: 30 }, seq: 1 });
    expect(await entriesOf(affair)).toMatchObject([{ kind: 'adjust', points: 30, minutes: 0 }]);
  });

  test('takes points, and never more than there are', async () => {
    const affair = await openAffair();
    await earn(affair.district, affair.pupil.id, 20);
    const [one, other] = [await adjust(affair, -15), await adjust(affair, -15)];
    await decide(affair.second, one.id);
    expect(await walletOf(affair)).toMatchObject({ points: 5, debt: 0 });
    const said = await affair.second.ask('POST /api/changes/{change}/decision', {
      params: { change: other.id },
      body: { approved: true },
    });
    expect(said.body).toMatchObject({ code: 'balance_too_low' });
    expect(await walletOf(affair)).toMatchObject({ points: 5, debt: 0 });
  });
});

describe('debt', () => {
  test('§6.5 5: it is waived by two people of the school, and then points can be redeemed again', async () => {
    const affair = await openAffair();
    await inDebt(affair, 10);
    const { id, points } = await affair.first.must('POST /api/waivers', {
      body: { volunteer: affair.pupil.id, reason: '学期末核销' },
    });
    expect(points).toBe(10);
    expect(await decide(affair.second, id)).toMatchObject({ effect: { points: 0, debt: -10 } });
    expect(await walletOf(affair)).toMatchObject({ points: 0, debt: 0 });
    expect(await entriesOf(affair)).toMatchObject([{ kind: 'waive', points: 0, debt: -10 }, {}, {}]);
  });
});

describe('§6.2 balance cap: a full wallet', () => {
  test('sends the surplus of a credit to the public pool, and hours are unaffected', async () => {
    const affair = await openAffair();
    const { east, world } = affair.district;
    await rule(affair.district, 'balance_points_max_minor', 100);
    await earn(affair.district, affair.pupil.id, 90, '20260831');
    await served(affair, 120);
    expect(await walletOf(affair)).toMatchObject({
      points: 100,
      minutes: 120,
      lots: { 20260831: 90, 20270831: 10 },
    });
    expect(await entriesOf(affair)).toMatchObject([
      { kind: 'surplus', points: -10 },
      { kind: 'service', points: 20 },
      {},
    ]);
    await world.settle();
    const query = { unit: east.unit };
    expect(await affair.first.must('GET /api/pool', { query })).toMatchObject({ points: 10, donated: 0, surplus: 10 });
  });
});

describe('a gift to the pool', () => {
  test('§6.2 transfer: it is counted with the school and the district, and never goes to a person', async () => {
    const affair = await openAffair();
    const { administrator, id, west, world } = affair.district;
    await earn(affair.district, affair.pupil.id, 50);
    const key = crypto.randomUUID();
    for (let count = 0; count < 2; count++)
      await affair.pupil.client.must('POST /api/donations', { body: { points: 20 }, key });
    expect(await walletOf(affair)).toMatchObject({ points: 30, seq: 2 });
    await world.settle();
    const pool = (unit: string) => administrator.must('GET /api/pool', { query: { unit } });
    expect(await pool(id)).toMatchObject({ points: 20, donated: 20 });
    expect(await pool(west.unit)).toMatchObject({ points: 0 });
  });

  test('is refused where there are too few points', async () => {
    const { pupil } = await openAffair();
    const said = await pupil.client.ask('POST /api/donations', { body: { points: 1 } });
    expect(said.body).toMatchObject({ code: 'balance_too_low' });
  });
});

describe('the list of changes', () => {
  test('holds what waits until it is decided, then among the decided; by page and by unit', async () => {
    const affair = await openAffair();
    const { east } = affair.district;
    const shift = await served(affair);
    const { id } = await adjust(affair, 5);
    const list = (state: 'open' | 'closed', limit = 50) =>
      affair.second.must('GET /api/changes', { query: { unit: east.unit, state, limit } });
    expect((await list('open')).items).toMatchObject([{ id, mayDecide: true }]);
    await decide(affair.second, id);
    affair.district.world.now += 1000;
    await corrected(affair, shift, 60);
    expect((await list('open')).items).toEqual([]);
    expect((await list('closed')).items.map(({ kind }) => kind)).toEqual(['correction', 'adjustment']);
    expect((await list('closed', 1)).next).toBeDefined();
    const shown = await affair.second.must('GET /api/changes/{change}', { params: { change: id } });
    expect(shown).toMatchObject({ state: 'approved', effect: { points: 5 } });
    const west = await appoint(affair.district, 'unit_admin', affair.district.west.unit);
    expect((await west.ask('GET /api/changes', { query: { unit: east.unit } })).body).toMatchObject({
      code: 'not_found',
    });
  });
});
