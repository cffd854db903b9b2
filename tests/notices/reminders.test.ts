/** What the clock says in time: before points end, while something waits to be picked up, and in the evening. */
import { describe, expect, test } from 'vitest';
import { startOfDay } from '../../shared/rules/calendar.ts';
import { confirmAll, openSquad, recordShift } from '../hours/squad.ts';
import { dayMs, earn, openShop, redeem, welcomeWith } from '../rewards/shop.ts';
import { openDistrict, type Pupil, welcome } from '../teams/school.ts';

const hourMs = 3_600_000;
const inboxOf = async ({ client }: Pick<Pupil, 'client'>) =>
  (await client.must('GET /api/me/notices', {})).items.toReversed();

describe('a redemption', () => {
  test('reminds on day 3, 10 and 13 after the order, once each, and is then returned', async () => {
    const shop = await openShop();
    const { world } = shop;
    const pupil = await welcomeWith(shop, 100);
    const { id: redemption } = await redeem(shop, pupil);
    const ordered = world.now;
    await world.settle();
    const reminded: number[] = [];
    for (let day = 1; day <= 15; day++) {
      world.now = ordered + day * dayMs + 60_000;
      for (let again = 0; again < 2; again++) if ((await world.tick()).reminded > 0) reminded.push(day);
    }
    expect(reminded).toEqual([3, 10, 13]);
    await pupil.signIn();
    const notices = await inboxOf(pupil);
    expect(notices.map(({ kind }) => kind)).toEqual([
      'redemption_made',
      'redemption_waiting',
      'redemption_waiting',
      'redemption_waiting',
      'redemption_returned',
    ]);
    expect(notices[1]).toMatchObject({ facts: { redemption }, at: new Date(ordered + 3 * dayMs).toISOString() });
  });

  test('that was handed over reminds nobody, and its owner is told', async () => {
    const shop = await openShop();
    const { world, desk } = shop;
    const pupil = await welcomeWith(shop, 100);
    const { id: redemption, code = '' } = await redeem(shop, pupil);
    await world.settle();
    world.now += 60_000;
    await desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body: { redemption } });
    await world.settle();
    world.now += 11 * dayMs;
    await world.tick();
    await pupil.signIn();
    expect((await inboxOf(pupil)).map(({ kind }) => kind)).toEqual(['redemption_made', 'redemption_handed_over']);
  });

  test('is reminded of all the days that a standing clock has missed', async () => {
    const shop = await openShop();
    const { world } = shop;
    const pupil = await welcomeWith(shop, 100);
    await redeem(shop, pupil);
    await world.settle();
    await world.tick();
    world.now += 11 * dayMs;
    await world.tick();
    await pupil.signIn();
    expect((await inboxOf(pupil)).map(({ kind }) => kind)).toEqual([
      'redemption_made',
      'redemption_waiting',
      'redemption_waiting',
    ]);
  });
});

describe('points', () => {
  test('give notice 60, 30 and 7 days before they end, of what is left of them then', async () => {
    const district = await openDistrict();
    const { world } = district;
    const pupil = await welcome(district, district.east);
    await earn(district, pupil.id, 100, '20260831');
    await earn(district, pupil.id, 7, '20270831');
    await world.settle();
    await world.tick();
    for (const day of ['2026-07-02', '2026-08-01', '2026-08-24', '2026-09-01']) {
      world.now = startOfDay(day) + 20 * hourMs;
      await world.tick();
    }
    await pupil.signIn();
    const notices = (await inboxOf(pupil)).filter(({ kind }) => kind === 'points_expiring');
    expect(notices.map(({ facts, at }) => [facts.days, facts.points, facts.until, at.slice(0, 10)])).toEqual([
      [60, 100, '2026-08-31', '2026-07-02'],
      [30, 100, '2026-08-31', '2026-08-01'],
      [7, 100, '2026-08-31', '2026-08-24'],
    ]);
  });

  test('that came too late for an earlier notice bring the later ones only', async () => {
    const district = await openDistrict();
    const { world } = district;
    const pupil = await welcome(district, district.east);
    world.now = startOfDay('2026-08-10');
    await world.tick();
    await earn(district, pupil.id, 10, '20260831');
    await world.settle();
    world.now = startOfDay('2026-08-25');
    await world.tick();
    await pupil.signIn();
    expect((await inboxOf(pupil)).map(({ facts }) => facts.days)).toEqual([7]);
  });
});

describe('approvers', () => {
  test('are told once an evening at 18:00 that something waits, and not when nothing does', async () => {
    const squad = await openSquad({ members: 2 });
    const { world, east } = squad.district;
    const shift = await recordShift(squad);
    const evening = startOfDay('2026-03-02') + 18 * hourMs;
    await world.tick();
    await confirmAll(squad, shift);
    await world.settle();
    for (const at of [evening - 1, evening, evening + hourMs, evening + dayMs]) {
      world.now = at;
      await world.tick();
    }
    await squad.signIn();
    const notices = await inboxOf({ client: squad.approver });
    expect(notices).toMatchObject([
      { kind: 'approvals_waiting', at: '2026-03-02T10:00:00.000Z', facts: { unit: east.unit, shifts: 1 } },
      { kind: 'approvals_waiting', at: '2026-03-03T10:00:00.000Z' },
    ]);
    await squad.approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    await world.settle();
    world.now = evening + 3 * dayMs;
    await world.tick();
    await squad.signIn();
    expect(await inboxOf({ client: squad.approver })).toHaveLength(2);
    expect(await inboxOf({ client: squad.leader })).toEqual([]);
  });
});
