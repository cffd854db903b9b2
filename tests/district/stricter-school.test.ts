/** What a school’s own rules do to its services and its pupils’ redemptions, and to nobody else’s. */
import { describe, expect, test } from 'vitest';
import { recordAt } from '../../functions/hours/rows.ts';
import { joiningWrite } from '../../functions/teams/rows.ts';
import { schoolMorning } from '../harness.ts';
import {
  administratorOf,
  approveAll,
  confirmAll,
  dayMs,
  hourMs,
  openSquad,
  recordShift,
  recordsOf,
  type Squad,
} from '../hours/squad.ts';
import { addItem, openShop, price, type Shop, stock, welcomeWith } from '../rewards/shop.ts';
import { type District, expectRefusal, openDistrict, type Pupil, type School, welcome } from '../teams/school.ts';
import { fromWest, principal, stricter } from './stricter.ts';

const tomorrow = '2026-03-03';

/** A squad of either school, each with one pupil. */
async function openSquads() {
  const district = await openDistrict();
  const [east, west] = [
    await openSquad({ members: 1, district }),
    await openSquad({ members: 1, district: fromWest(district) }),
  ];
  return { district, east, west };
}
const stored = async ({ district: { world, id }, members }: Squad, shift: string) => {
  const [row] = await world.store.get([recordAt(id, shift, members[0] ?? '')]);
  return row;
};
const nextDay = async ({ world }: District, squads: readonly Squad[]) => {
  world.now += dayMs;
  for (const squad of squads) await squad.signIn();
};

describe('a service of the school', () => {
  test('is counted by the school’s own cap from its first day on, and past records keep theirs', async () => {
    const { district, east, west } = await openSquads();
    await stricter(await principal(district), district.east, 'day_minutes_max_school_day', 60, tomorrow);
    const before = await recordShift(east, { minutes: 120 });
    await confirmAll(east, before);
    await approveAll(east, before);
    await nextDay(district, [east, west]);
    const from = schoolMorning + dayMs - 3 * hourMs;
    const [after, elsewhere] = [await recordShift(east, { from }), await recordShift(west, { from })];
    const late = await recordShift(east, { from: schoolMorning - 6 * hourMs, minutes: 30 });
    for (const [squad, shift] of [
      [east, after],
      [west, elsewhere],
      [east, late],
    ] as const) {
      await confirmAll(squad, shift);
      await approveAll(squad, shift);
    }
    const minutes = async (squad: Squad, shift: string) => (await recordsOf(squad, shift))[0]?.minutes;
    expect(await minutes(east, before)).toBe(120);
    expect(await minutes(east, after)).toBe(60);
    expect(await minutes(west, elsewhere)).toBe(120);
    const [rule, other, own] = [await stored(east, before), await stored(west, elsewhere), await stored(east, after)];
    expect(rule?.rule).toMatch(/^default\./);
    expect(other?.rule).toBe(rule?.rule);
    expect((await stored(east, late))?.rule).toBe(rule?.rule);
    expect(own?.rule).toMatch(/^2026-03-03\./);
  });

  test('is public for longer, until the district asks for more; what is public already keeps its day', async () => {
    const { district, east, west } = await openSquads();
    await stricter(await principal(district), district.east, 'publicity_working_days', 8);
    const approved = async (squad: Squad, from: number) => {
      const shift = await recordShift(squad, { from, minutes: 60 });
      await confirmAll(squad, shift);
      await approveAll(squad, shift);
      return { shift, dueAt: (await stored(squad, shift))?.dueAt };
    };
    const from = schoolMorning - 3 * hourMs;
    const first = await approved(east, from);
    expect(first.dueAt).toBe(Date.parse('2026-03-13T00:00:00+08:00'));
    expect((await approved(west, from)).dueAt).toBe(Date.parse('2026-03-10T00:00:00+08:00'));
    await nextDay(district, [east, west]);
    await district.administrator.must('POST /api/sessions', { body: administratorOf() });
    const body = { key: 'publicity_working_days', value: 10, from: tomorrow } as const;
    await district.administrator.must('POST /api/rules', { body });
    const dueAt = Date.parse('2026-03-18T00:00:00+08:00');
    for (const squad of [east, west]) expect((await approved(squad, from + dayMs)).dueAt).toBe(dueAt);
    expect((await stored(east, first.shift))?.dueAt).toBe(first.dueAt);
  });

  test('is make-up sooner than at another school', async () => {
    const { district, east, west } = await openSquads();
    await stricter(await principal(district), district.east, 'record_days_late', 1);
    await nextDay(district, []);
    await nextDay(district, [east, west]);
    const from = schoolMorning - 3 * hourMs;
    const gradeOf = async (squad: Squad) => (await recordsOf(squad, await recordShift(squad, { from })))[0]?.grade;
    expect([await gradeOf(east), await gradeOf(west)]).toEqual(['D', 'C']);
  });

  test('earns points for fewer minutes a day, and what waits is reckoned so', async () => {
    const { district, east } = await openSquads();
    const pupil = await welcome(district, district.east);
    const { world, id } = district;
    await world.store.transact('JOIN', [joiningWrite(id, east.team, pupil.id, world.now)]);
    await recordShift(east, { minutes: 120 }, [pupil.id]);
    await world.settle();
    const points = async () => (await pupil.client.must('GET /api/me/waiting', {})).points;
    expect(await points()).toBe(20);
    await stricter(await principal(district), district.east, 'points_minutes_per_day_minor', 60);
    expect(await points()).toBe(10);
    await stricter(await principal(district, district.west), district.west, 'points_minutes_per_day_minor', 30);
    expect(await points()).toBe(10);
  });
});

describe('a pupil of the school', () => {
  const redeem = ({ client }: Pupil, item: string, { desk }: School) =>
    client.ask('POST /api/redemptions', { body: { item, desk, price } });
  const itemsOf = async ({ administrator, id, east, west, item }: Shop) => {
    const items = [item, await addItem(administrator, id, '书签')];
    for (const one of items) for (const { desk } of [east, west]) await stock(administrator, one, desk, 5);
    return items;
  };

  test('has fewer redemptions open at a time than one of another school', async () => {
    const shop = await openShop();
    const [one = '', two = ''] = await itemsOf(shop);
    const [here, there] = [await welcomeWith(shop, 200), await welcomeWith(shop, 200, shop.west)];
    await stricter(await principal(shop), shop.east, 'open_redemptions_max', 1);
    expect((await redeem(here, one, shop.east)).status).toBe(201);
    await expectRefusal(shop.world, 'limit_reached', () => redeem(here, two, shop.east));
    for (const item of [one, two]) expect((await redeem(there, item, shop.west)).status).toBe(201);
  });

  test('is given fewer points by hand at once', async () => {
    const district = await openDistrict();
    const [school, pupil] = [await principal(district), await welcome(district, district.east)];
    await stricter(school, district.east, 'adjustment_points_max', 50);
    const adjust = (points: number) =>
      school.ask('POST /api/adjustments', { body: { volunteer: pupil.id, points, reason: '活动补贴' } });
    await expectRefusal(district.world, 'adjustment_too_large', () => adjust(51));
    expect((await adjust(50)).status).toBe(201);
  });
});
