/** What is tried again, how long, and what a caller is told: on a store that fails as it is told to. */
import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import { Busy, OutcomeUnknown, type Store, type Write } from '../../functions/platform/store/port.ts';
import { retrying } from '../../functions/platform/store/retrying.ts';

type Fault = 'busy' | 'lost request' | 'lost reply' | 'fault';

/** A store whose next calls fail in the given ways, on a clock that only its sleeper moves. */
function faulty(faults: Fault[], always?: Fault) {
  const inner = memoryStore();
  const pauses: number[] = [];
  const asked: unknown[] = [];
  async function through<T>(request: unknown, call: () => Promise<T>): Promise<T> {
    asked.push(request);
    const fault = faults.shift() ?? always;
    if (fault === 'busy') throw new Busy('TransactionConflict');
    if (fault === 'fault') throw new TypeError('a mistake');
    if (fault === 'lost request') throw new OutcomeUnknown('ECONNRESET');
    const answer = await call();
    if (fault === 'lost reply') throw new OutcomeUnknown('TimeoutError');
    return answer;
  }
  const store: Store = {
    get: (keys) => through(keys, () => inner.get(keys)),
    query: (query) => through(query, () => inner.query(query)),
    scan: (scan) => through(scan, () => inner.scan(scan)),
    transact: (operation, writes) => through([operation, writes], () => inner.transact(operation, writes)),
  };
  let elapsed = 0;
  const patient = retrying(store, {
    random: () => 1,
    monotonicNow: () => elapsed,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      elapsed += milliseconds;
    },
  });
  return { inner, patient, pauses, asked };
}

const key = { table: 'Ledger', key: { pk: 'W#1', sk: 'BAL' } } as const;
const create: Write = { ...key, put: { n: 1 }, when: [['pk', 'absent']], or: 'lost_race' };

describe('retrying', () => {
  test('what certainly did nothing is tried again, 12 times at most, with pauses from 20 to 320 ms', async () => {
    const { patient, pauses, asked } = faulty([], 'busy');
    await expect(patient.transact('o', [create])).rejects.toThrow(Busy);
    expect(asked).toHaveLength(12);
    expect(pauses).toEqual([20, 40, 80, 160, 320, 320, 320, 320, 320, 320, 320]);
  });

  test('pauses are drawn from nothing to the full length', async () => {
    const pauses: number[] = [];
    const sleep = async (milliseconds: number) => void pauses.push(milliseconds);
    const busy = { ...memoryStore(), get: async () => Promise.reject(new Busy('ThrottlingError')) };
    const draws = [0, 0.5, 1, 0.25];
    const random = () => draws.shift() ?? 0;
    await expect(retrying(busy, { sleep, random, monotonicNow: () => 0 }).get([key])).rejects.toThrow(Busy);
    expect(pauses.slice(0, 5)).toEqual([0, 20, 80, 40, 0]);
  });

  test('reads are tried again like writes', async () => {
    const { patient, inner } = faulty(['busy', 'busy', 'busy']);
    await inner.transact('o', [create]);
    expect(await patient.get([key])).toMatchObject([{ n: 1 }]);
    expect((await patient.query({ table: 'Ledger', pk: 'W#1', limit: 1 })).items).toHaveLength(1);
  });

  test('a write whose request was lost is repeated byte for byte under the same operation', async () => {
    const { patient, inner, asked } = faulty(['lost request', 'busy', 'lost request']);
    expect(await patient.transact('o', [create])).toEqual({ done: true });
    expect(asked).toEqual(Array.from({ length: 4 }, () => ['o', [create]]));
    expect(await inner.get([key])).toMatchObject([{ n: 1 }]);
  });

  test('silence until the deadline stays unknown, and busy after it settles nothing', async () => {
    const silent = faulty([], 'lost request');
    await expect(silent.patient.transact('o', [create])).rejects.toThrow(OutcomeUnknown);
    const spent = silent.pauses.reduce((sum, pause) => sum + pause, 0);
    expect(spent).toBeGreaterThan(8000 - 2 * 320);
    expect(spent).toBeLessThan(8000);
    await expect(faulty(['lost reply'], 'busy').patient.transact('o', [create])).rejects.toThrow(OutcomeUnknown);
  });

  test('a definite no after silence is a no', async () => {
    const { patient, inner } = faulty(['lost request']);
    await inner.transact('other', [{ ...key, put: { n: 7 } }]);
    expect(await patient.transact('o', [create])).toMatchObject({
      done: false,
      failed: [{ write: 0, item: { n: 7 } }],
    });
  });

  test.each([
    ['a put', create],
    ['a removal', { ...key, remove: true, when: [['n', '=', 0]], or: 'lost_race' }],
    ['an update', { ...key, update: { set: { n: 1 }, remove: ['m'] }, when: [['n', '=', 0]], or: 'lost_race' }],
  ] satisfies [string, Write][])(
    '%s whose reply was lost is done when the item stands as it would leave it',
    async (_name, write) => {
      const { patient, inner } = faulty(['lost reply']);
      if (!('put' in write)) await inner.transact('before', [{ ...key, put: { n: 0, m: 1 } }]);
      expect(await patient.transact('o', [write])).toEqual({ done: true });
    },
  );

  test('a fault is not tried again', async () => {
    const { patient, asked } = faulty(['fault']);
    await expect(patient.transact('o', [create])).rejects.toThrow('a mistake');
    expect(asked).toHaveLength(1);
  });
});
