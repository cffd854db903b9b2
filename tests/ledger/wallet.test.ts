import { describe, expect, test } from 'vitest';
import { journalWrites, type Movement, post, readBalance, sweepExpired } from '../../functions/ledger/index.ts';
import { everyPage } from '../../scripts/local/client.ts';
import { schoolMorning } from '../harness.ts';
import { type District, openDistrict, welcome } from '../teams/school.ts';

const dayMs = 86_400_000;

async function credit(
  { world, id: district }: District,
  wallet: string,
  tx: string,
  points: number,
  expiry = '20280831',
) {
  const movement: Movement = {
    tx,
    kind: 'service',
    points,
    expiry,
    reference: tx,
    minutes: { count: points * 6, stage: 'junior', schoolYear: 2025 },
    effect: { rule: 'default' },
  };
  const before = await readBalance(world.tools, district, wallet);
  const posted = post(before, [movement], { district, wallet, by: 'test', now: world.now, returnedDaysMin: 0 });
  if (!posted) throw new Error('refused');
  return world.tools.store.transact(tx, [...journalWrites(posted), ...posted.writes]);
}

describe('my time bank', () => {
  test('§6.2 start bonus: there is nothing but zeros for whoever has not served yet', async () => {
    const district = await openDistrict();
    const { client } = await welcome(district, district.east);
    expect(await client.must('GET /api/me/balance', {})).toEqual({
      points: 0,
      debt: 0,
      expiring: [],
      minutes: 0,
      minutesByStage: {},
      minutesByYear: {},
      entries: 0,
    });
    expect(await client.must('GET /api/me/entries', {})).toEqual({ items: [] });
  });

  test('§6.2 referral/sign-in bonus: signing in day after day brings nothing', async () => {
    const district = await openDistrict();
    const pupil = await welcome(district, district.east);
    for (let day = 0; day < 5; day++) {
      district.world.now += dayMs;
      await pupil.signIn();
      await district.world.settle();
    }
    expect(await pupil.client.must('GET /api/me/balance', {})).toMatchObject({ points: 0, entries: 0 });
  });

  test('shows points by the day they die, and no dead ones', async () => {
    const district = await openDistrict();
    const pupil = await welcome(district, district.east);
    await credit(district, pupil.id, 'A1', 20, '20260831');
    await credit(district, pupil.id, 'A2', 30, '20270831');
    expect(await pupil.client.must('GET /api/me/balance', {})).toMatchObject({
      points: 50,
      expiring: [
        { points: 20, on: '2026-08-31' },
        { points: 30, on: '2027-08-31' },
      ],
      minutes: 300,
    });
    district.world.now = Date.parse('2026-08-31T16:00:00Z');
    await pupil.signIn();
    expect(await pupil.client.must('GET /api/me/balance', {})).toMatchObject({ points: 30, minutes: 300 });
  });

  test('gives the statement page by page, newest first, and refuses another list’s cursor', async () => {
    const district = await openDistrict();
    const [pupil, other] = [await welcome(district, district.east), await welcome(district, district.east)];
    for (let count = 1; count <= 5; count++) await credit(district, pupil.id, `A${count}`, count);
    await credit(district, other.id, 'B1', 7);
    await credit(district, other.id, 'B2', 7);
    const entries = await everyPage((cursor) =>
      pupil.client.must('GET /api/me/entries', { query: { cursor, limit: 2 } }),
    );
    expect(entries.map(({ number, points }) => [number, points])).toEqual([
      [5, 5],
      [4, 4],
      [3, 3],
      [2, 2],
      [1, 1],
    ]);
    const { next } = await other.client.must('GET /api/me/entries', { query: { limit: 1 } });
    const foreign = await pupil.client.ask('GET /api/me/entries', { query: { cursor: next } });
    expect(foreign.body).toMatchObject({ code: 'cursor_invalid' });
  });

  test('the same event is credited once', async () => {
    const district = await openDistrict();
    const { id } = await welcome(district, district.east);
    const outcomes = await Promise.all([credit(district, id, 'A1', 20), credit(district, id, 'A1', 20)]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(await credit(district, id, 'A1', 20)).toMatchObject({ done: false });
    expect(await readBalance(district.world.tools, district.id, id)).toMatchObject({ points: 20, seq: 1 });
  });
});

describe('the sweep', () => {
  test('posts the expiry of a wallet nobody touched, once, within eight days', async () => {
    const district = await openDistrict();
    const { world } = district;
    const { id } = await welcome(district, district.east);
    await credit(district, id, 'A1', 20, '20260831');
    await credit(district, id, 'A2', 5, '20270831');
    expect(await sweepExpired(world.tools, schoolMorning)).toBe(0);
    const late = Date.parse('2026-08-31T16:00:00Z') + 7 * dayMs;
    expect(await sweepExpired(world.tools, late)).toBe(1);
    expect(await sweepExpired(world.tools, late)).toBe(0);
    expect(await readBalance(world.tools, district.id, id)).toMatchObject({
      points: 5,
      lots: { 20270831: 5 },
      seq: 3,
      minutes: 150,
    });
  });
});

describe('points that are about to die', () => {
  test('§6.2 expiry: they are announced 60, 30 and 7 days before their last day', async () => {
    const district = await openDistrict();
    const pupil = await welcome(district, district.east);
    await credit(district, pupil.id, 'A1', 20, '20260831');
    const noticeOn = async (day: string) => {
      district.world.now = Date.parse(`${day}T04:00:00Z`);
      await pupil.signIn();
      return (await pupil.client.must('GET /api/me/balance', {})).expiring[0]?.notice;
    };
    expect(await noticeOn('2026-07-01')).toBeUndefined();
    expect(await noticeOn('2026-07-04')).toBe(60);
    expect(await noticeOn('2026-08-03')).toBe(30);
    expect(await noticeOn('2026-08-25')).toBe(7);
  });
});
