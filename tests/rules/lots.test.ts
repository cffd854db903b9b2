import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { credit, deadLots, expiryOf, giveBack, type Lots, liveLots, lotsMax, spend } from '../../shared/rules/lots.ts';

const now = Date.parse('2026-10-14T02:00:00Z');
const sum = (lots: Lots) => Object.values(lots).reduce((total, points) => total + points, 0);
const nameOf = (day: string) => day.replaceAll('-', '');

/** Live lots, as a wallet has them after every posting. */
const lots = fc
  .dictionary(fc.integer({ min: 0, max: 900 }).map(String), fc.integer({ min: 1, max: 500 }), { maxKeys: lotsMax })
  .map((byDays) => rename(byDays));
const rename = (byDays: Lots): Lots =>
  Object.fromEntries(
    Object.entries(byDays).map(([days, points]) => [nameOf(addDays(shanghaiDay(now), Number(days))), points]),
  );
const lastDay = fc.integer({ min: 0, max: 900 }).map((days) => nameOf(addDays(shanghaiDay(now), days)));
const amount = fc.integer({ min: 0, max: 3_000 });

describe('§6.2 expiry: points of a school year', () => {
  test.each([
    ['2026-09-01', '20280831'],
    ['2027-08-31', '20280831'],
    ['2027-09-01', '20290831'],
  ])('earned on %s live until %s', (serviceDay, expiry) => {
    expect(expiryOf(serviceDay)).toBe(expiry);
  });

  test('can be spent until their last day has ended in Shanghai', () => {
    const held = { 20280831: 10, 20290831: 5 };
    const midnight = startOfDay('2028-09-01');
    expect(liveLots(held, midnight - 1)).toEqual(held);
    expect(deadLots(held, midnight - 1)).toEqual({});
    expect(liveLots(held, midnight)).toEqual({ 20290831: 5 });
    expect(deadLots(held, midnight)).toEqual({ 20280831: 10 });
    expect(spend(held, 6, midnight)).toBeUndefined();
    expect(spend(held, 5, midnight)).toEqual({ lots: { 20280831: 10 }, used: { 20290831: 5 } });
  });
});

describe('spending', () => {
  test('takes from the lot that dies first', () => {
    const held = { 20290831: 50, 20280831: 20 };
    expect(spend(held, 30, now)).toEqual({ lots: { 20290831: 40 }, used: { 20280831: 20, 20290831: 10 } });
    expect(spend(held, 71, now)).toBeUndefined();
    expect(spend(held, 0, now)).toEqual({ lots: held, used: {} });
  });

  test('moves exactly the points asked for, and skips none that would die sooner', () => {
    fc.assert(
      fc.property(lots, amount, (held, points) => {
        const spent = spend(held, points, now);
        expect(spent === undefined).toBe(points > sum(held));
        if (!spent) return;
        expect(sum(spent.used)).toBe(points);
        expect(sum(spent.lots) + points).toBe(sum(held));
        const newest = Object.keys(spent.used).sort().at(-1) ?? '';
        expect(Object.keys(spent.lots).filter((name) => name < newest)).toEqual([]);
        expect([...Object.values(spent.lots), ...Object.values(spent.used)].every((held) => held > 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 53])('refuses %d as an amount', (points) => {
    expect(() => spend({ 20280831: 10 }, points, now)).toThrow(RangeError);
    expect(() => credit({}, '20280831', points, { debt: 0 })).toThrow(RangeError);
  });
});

describe('a credit', () => {
  test('repays debt before it becomes spendable', () => {
    expect(credit({}, '20280831', 30, { debt: 20 })).toEqual({ lots: { 20280831: 10 }, debt: 0, repaid: 20 });
    expect(credit({}, '20280831', 20, { debt: 50 })).toEqual({ lots: {}, debt: 30, repaid: 20 });
    expect(credit({ 20280831: 1 }, '20280831', 2, { debt: 0 })).toEqual({ lots: { 20280831: 3 }, debt: 0, repaid: 0 });
  });

  test('keeps points less debt whole, in at most twelve lots, and lets no point die sooner', () => {
    fc.assert(
      fc.property(lots, lastDay, amount, amount, (held, expiry, points, debt) => {
        const after = credit(held, expiry, points, { debt });
        expect(sum(after.lots) - after.debt).toBe(sum(held) - debt + points);
        expect(after.debt).toBeGreaterThanOrEqual(0);
        expect(Object.keys(after.lots).length).toBeLessThanOrEqual(lotsMax);
        expectNoneSooner({ ...held, [expiry]: (held[expiry] ?? 0) + points - after.repaid }, after.lots);
      }),
      { numRuns: 1_000 },
    );
  });

  test('that would make a thirteenth lot joins the two nearest into the later', () => {
    const months = Array.from({ length: lotsMax }, (_, month) => `2027${String(month + 1).padStart(2, '0')}01`);
    const held = Object.fromEntries(months.map((name) => [name, 1]));
    const after = credit(held, '20270603', 5, { debt: 0 }).lots;
    expect(after).toEqual({
      ...Object.fromEntries(months.filter((name) => name !== '20270601').map((name) => [name, 1])),
      20270603: 6,
    });
  });
});

describe('giving back', () => {
  test('returns to the original lot, or to a month’s end far enough away', () => {
    expect(giveBack({}, { 20280831: 7 }, now, 30)).toEqual({ 20280831: 7 });
    expect(giveBack({}, { 20261020: 3, 20280831: 4 }, now, 30)).toEqual({ 20261130: 3, 20280831: 4 });
    expect(giveBack({}, { 20261113: 3 }, now, 30)).toEqual({ 20261113: 3 });
    expect(giveBack({}, { 20260831: 3 }, now, 0)).toEqual({ 20261031: 3 });
  });

  test('undoes spending, and no point comes back with fewer days than promised', () => {
    fc.assert(
      fc.property(
        lots,
        amount,
        fc.integer({ min: 0, max: 180 }),
        fc.integer({ min: 0, max: 60 }),
        (held, points, daysMin, wait) => {
          const spent = spend(held, Math.min(points, sum(held)), now);
          if (!spent) throw new Error('What is held can be spent');
          const later = startOfDay(addDays(shanghaiDay(now), wait)) + 1;
          const left = liveLots(spent.lots, later);
          const after = giveBack(left, spent.used, later, daysMin);
          const earliest = nameOf(addDays(shanghaiDay(later), daysMin));
          const promised: Record<string, number> = { ...left };
          for (const [name, count] of Object.entries(spent.used)) {
            const due = [name, earliest].sort()[1] ?? name;
            promised[due] = (promised[due] ?? 0) + count;
          }
          expect(sum(after)).toBe(sum(left) + sum(spent.used));
          expect(Object.keys(after).length).toBeLessThanOrEqual(lotsMax);
          expect(deadLots(after, later)).toEqual({});
          expectNoneSooner(promised, after);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** By every day at most as many points have died as were to die by then. */
function expectNoneSooner(promised: Lots, after: Lots): void {
  const diedBy = (all: Lots, day: string) =>
    sum(Object.fromEntries(Object.entries(all).filter(([name]) => name <= day)));
  for (const day of Object.keys({ ...promised, ...after })) {
    expect(diedBy(after, day)).toBeLessThanOrEqual(diedBy(promised, day));
  }
}
