import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admit, takeTry } from '../../../functions/platform/identity/limiter.ts';
import { memoryStore } from '../../../functions/platform/store/embedded/index.ts';
import type { Store } from '../../../functions/platform/store/port.ts';

const start = Date.UTC(2026, 8, 1);
const target = { table: 'Access', key: { pk: 'T#d1#TRIES#ACCOUNT#u1', sk: 'TRIES' } } as const;
const item = (idleAt: number) => ({ ...target.key, idleAt });

describe('one try', () => {
  const budget = { now: start, burst: 5, intervalMs: 60_000 };

  test('is admitted when nothing was tried before, and pays one interval', () => {
    expect(admit(undefined, budget)).toEqual({
      allowed: true,
      write: {
        update: { set: { idleAt: start + 60_000, ttl: start / 1000 + 300 } },
        when: [
          {
            any: [
              ['idleAt', 'absent'],
              ['idleAt', '<', start],
            ],
          },
        ],
        or: 'lost_race',
      },
    });
  });

  test('is admitted up to the burst and not once more', () => {
    expect(admit(item(start + 4 * 60_000), budget)).toMatchObject({ allowed: true });
    expect(admit(item(start + 5 * 60_000), budget)).toEqual({ allowed: false, retryAfterSeconds: 60 });
  });

  test('says truly when it would be admitted: then and not a second before', () => {
    fc.assert(
      fc.property(
        fc.nat(3_600_000),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1000, max: 600_000 }),
        (ahead, burst, intervalMs) => {
          const budgetAt = (now: number) => ({ now, burst, intervalMs });
          const admission = admit(item(start + ahead), budgetAt(start));
          if (admission.allowed) return;
          const { retryAfterSeconds } = admission;
          expect(admit(item(start + ahead), budgetAt(start + retryAfterSeconds * 1000)).allowed).toBe(true);
          expect(admit(item(start + ahead), budgetAt(start + (retryAfterSeconds - 1) * 1000)).allowed).toBe(false);
        },
      ),
    );
  });
});

describe('tries kept in a store', () => {
  test.each([1, 5, 10])('of 200 at the same moment exactly %i pass, and later exactly the refill', async (burst) => {
    const store = memoryStore();
    const passedAt = async (now: number) => {
      const budget = { now, burst, intervalMs: 1000 };
      const waits = await Promise.all(
        Array.from({ length: 200 }, (_, at) => takeTry(store, target, budget, `${now}-${at}`)),
      );
      return waits.filter((seconds) => seconds === 0).length;
    };
    expect(await passedAt(start)).toBe(burst);
    expect(await passedAt(start + 999)).toBe(0);
    expect(await passedAt(start + 3000)).toBe(Math.min(burst, 3));
    expect(await passedAt(start + 600_000)).toBe(burst);
  });

  test('pass as the budget says in any order of reads and writes, and never more when clocks differ', async () => {
    const skews = fc.oneof(fc.constant([0]), fc.array(fc.nat(900), { minLength: 2, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), skews, fc.integer({ min: 1, max: 4 }), async (scheduler, clockSkews, burst) => {
        const store = inAnyOrder(memoryStore(), scheduler);
        const tries = Array.from({ length: 8 }, (_, at) => {
          const now = start + (clockSkews[at % clockSkews.length] ?? 0);
          return takeTry(store, target, { now, burst, intervalMs: 1000 }, `${at}`);
        });
        const waits = await scheduler.waitFor(Promise.all(tries));
        const passed = waits.filter((seconds) => seconds === 0).length;
        expect(passed).toBeLessThanOrEqual(burst);
        expect(passed).toBeGreaterThanOrEqual(clockSkews.length === 1 ? burst : 1);
      }),
      { numRuns: 300 },
    );
  });

  test('belong to their target alone', async () => {
    const store = memoryStore();
    const other = { ...target, key: { ...target.key, pk: 'T#d1#TRIES#ACCOUNT#u2' } };
    const budget = { now: start, burst: 1, intervalMs: 60_000 };
    expect(await takeTry(store, target, budget, 'a')).toBe(0);
    expect(await takeTry(store, target, budget, 'b')).toBe(60);
    expect(await takeTry(store, other, budget, 'c')).toBe(0);
  });
});

/** The same store, whose answers the scheduler delays and mixes. */
function inAnyOrder(store: Store, scheduler: fc.Scheduler): Store {
  return {
    ...store,
    get: scheduler.scheduleFunction((keys) => store.get(keys)),
    transact: scheduler.scheduleFunction((operation, writes) => store.transact(operation, writes)),
  };
}
