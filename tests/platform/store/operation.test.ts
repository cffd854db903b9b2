import { describe, expect, test } from 'vitest';
import { Problem } from '../../../functions/platform/problem.ts';
import { memoryStore } from '../../../functions/platform/store/embedded/index.ts';
import { type Operation, perform } from '../../../functions/platform/store/operation.ts';
import { Busy, type Outcome, OutcomeUnknown, type Store, type Write } from '../../../functions/platform/store/port.ts';

const guard = { table: 'Guards', key: { pk: 'G#1', sk: 'G' } } as const;
const stockAt = { table: 'Rewards', key: { pk: 'I#1', sk: 'ST' } } as const;

/** Takes one from stock: the smallest story with a guard and a result. */
function take(store: Store, change: Partial<Operation<string>> = {}): Operation<string> {
  return {
    guard,
    requestHash: 'hash',
    now: 1,
    async plan() {
      const [stock] = await store.get([stockAt]);
      const quantity = Number(stock?.quantity ?? 0);
      if (quantity < 1) throw new Problem('sold_out');
      const write: Write = {
        ...stockAt,
        update: { set: { quantity: quantity - 1 } },
        when: [['quantity', '=', quantity]],
        or: 'lost_race',
      };
      return { result: 'mine', writes: [write] };
    },
    show: async (result) => result,
    ...change,
  };
}
async function stocked(quantity: number) {
  const store = memoryStore();
  await store.transact('stock', [{ ...stockAt, put: { quantity } }]);
  return store;
}
const quantityIn = async (store: Store) => (await store.get([stockAt]))[0]?.quantity;
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as Problem,
  );

describe('a client’s key', () => {
  test('brings one effect however often and however parallel it is sent', async () => {
    const store = await stocked(10);
    const done = await Promise.all(Array.from({ length: 20 }, () => perform(store, take(store))));
    expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(done.map(({ answer }) => answer))).toEqual(new Set(['mine']));
    expect(await quantityIn(store)).toBe(9);
  });

  test('stays good after its own effect made the plan impossible', async () => {
    const store = await stocked(1);
    await perform(store, take(store));
    expect(await perform(store, take(store))).toEqual({ answer: 'mine', replayed: true });
  });

  test('with another request under it is refused and says that the key is spent', async () => {
    const store = await stocked(5);
    await perform(store, take(store));
    const refused = await problemOf(perform(store, take(store, { requestHash: 'other' })));
    expect(refused).toMatchObject({ code: 'key_reused', facts: { keySpent: true } });
    expect(await quantityIn(store)).toBe(4);
  });
});

describe('a definite no', () => {
  test('is answered again for the same key even when it would be a yes by now', async () => {
    const store = await stocked(0);
    const first = await problemOf(perform(store, take(store)));
    expect(first).toMatchObject({ code: 'sold_out', facts: { keySpent: true } });
    await store.transact('restock', [{ ...stockAt, put: { quantity: 3 } }]);
    expect(await problemOf(perform(store, take(store)))).toMatchObject({ code: 'sold_out' });
    expect(await quantityIn(store)).toBe(3);
  });

  test('is not given when an earlier try of the key commits late: the client is told of its success', async () => {
    const store = await stocked(1);
    const { late, arrive } = delaying(store);
    expect(await problemOf(perform(late, take(late)))).toBeInstanceOf(OutcomeUnknown);
    await store.transact('sold elsewhere', [{ ...stockAt, put: { quantity: 0 } }]);
    const refused = await problemOf(perform(store, take(store)));
    expect(refused).toMatchObject({ code: 'sold_out', facts: { keySpent: true } });
    expect(await arrive()).toMatchObject({ done: false });
    expect(await quantityIn(store)).toBe(0);
  });

  test('of a guard in the transaction is sealed like one of the plan', async () => {
    const store = await stocked(1);
    const checked = take(store, {
      plan: async () => ({
        result: 'x',
        writes: [{ ...stockAt, check: true, when: [['quantity', '>', 5]], or: 'sold_out' }],
      }),
    });
    expect(await problemOf(perform(store, checked))).toMatchObject({ code: 'sold_out', facts: { keySpent: true } });
    expect((await store.get([guard]))[0]).toMatchObject({ void: 'sold_out' });
  });
});

describe('no answer', () => {
  test('leaves the key as it is: neither a success nor a refusal is written down', async () => {
    const store = await stocked(1);
    const silent: Store = { ...store, transact: async () => Promise.reject(new OutcomeUnknown()) };
    expect(await problemOf(perform(silent, take(silent)))).toBeInstanceOf(OutcomeUnknown);
    expect(await perform(store, take(store))).toMatchObject({ replayed: false });
  });

  test('overload is not sealed', async () => {
    const store = await stocked(1);
    const busy: Store = { ...store, transact: async () => Promise.reject(new Busy()) };
    expect(await problemOf(perform(busy, take(busy)))).toBeInstanceOf(Busy);
    expect((await store.get([guard]))[0]).toBeUndefined();
  });

  test('a race lost again and again ends as overload, with nothing changed', async () => {
    const store = await stocked(1);
    const losing = take(store, {
      plan: async () => ({
        result: 'x',
        writes: [{ ...stockAt, check: true, when: [['quantity', '=', 99]], or: 'lost_race' }],
      }),
    });
    expect(await problemOf(perform(store, losing))).toMatchObject({ code: 'busy' });
    expect((await store.get([guard]))[0]).toBeUndefined();
  });
});

/** A store whose first transaction is lost on the way and arrives when the test says so. */
function delaying(store: Store) {
  let arrive: () => Promise<Outcome> = async () => ({ done: true });
  const late: Store = {
    ...store,
    async transact(operation, writes) {
      arrive = () => store.transact(operation, writes);
      throw new OutcomeUnknown();
    },
  };
  return { late, arrive: () => arrive() };
}
