/** Stores with something missing on purpose, to see that the audit misses it: a guard, the seal of a refusal, doubt. */
import { Problem } from '../../functions/platform/problem.ts';
import {
  type Condition,
  type Item,
  OutcomeUnknown,
  type Store,
  type Target,
  type Write,
} from '../../functions/platform/store/port.ts';

/** Where a guard stands, and the attributes it names. */
interface Place {
  readonly table: Target['table'];
  /** How the sort key begins. */
  readonly row: string;
  /** What the partition key holds, where rows of one kind differ. */
  readonly about?: string;
  readonly names: readonly string[];
}

export const guards = {
  /**
   * One journal row for each redemption's key, for each record that became final, each gift to the pool, each
   * correction and adjustment, and for each redemption undone.
   */
  spending: { table: 'Journal', row: 'X', about: '#X#R#', names: ['pk'] },
  posting: { table: 'Journal', row: 'X', about: '#X#A#', names: ['pk'] },
  donating: { table: 'Journal', row: 'X', about: '#X#P#', names: ['pk'] },
  correcting: { table: 'Journal', row: 'X', about: '#X#V#', names: ['pk'] },
  adjusting: { table: 'Journal', row: 'X', about: '#X#ADJ#', names: ['pk'] },
  undoing: { table: 'Journal', row: 'X', about: '#X#C#', names: ['pk'] },
  /** One row for each client key outside the ledger. */
  key: { table: 'Guards', row: 'G', names: ['pk'] },
  /** One entry for each number of a wallet. */
  entry: { table: 'Ledger', row: 'E#', names: ['pk'] },
  /** A balance follows from the one that was read. */
  sequence: { table: 'Ledger', row: 'BAL', names: ['seq'] },
  stock: { table: 'Rewards', row: 'ST#', names: ['quantity'] },
  /** A place of a time that is booked is given once. */
  quota: { table: 'Rewards', row: 'SLOT#', names: ['quantity'] },
  /** A redemption is closed once. */
  redemption: { table: 'Rewards', row: 'R#', names: ['state'] },
  /** A gift of stars is claimed once at a time. */
  gift: { table: 'Rewards', row: 'GIFT#', names: ['state', 'ver'] },
  /** A serial number goes out once. */
  voucher: { table: 'Rewards', row: 'VC#', names: ['state'] },
  /** What was proposed is decided once. */
  change: { table: 'Changes', row: 'CH', names: ['state'] },
  limits: { table: 'Rewards', row: 'LIM', names: ['ver', 'pk'] },
  /** A record changes from the state and revision that were read. */
  record: { table: 'Service', row: 'P#', names: ['state', 'rev'] },
  /** A person's month changes from the version that was read. */
  month: { table: 'Service', row: 'PM', names: ['ver'] },
} as const satisfies Record<string, Place>;
export type GuardName = keyof typeof guards;

/** A store that does not look at some guards. What seals a refusal is another matter and stays. */
export const withoutGuards =
  (...names: readonly GuardName[]) =>
  (store: Store): Store => ({
    ...store,
    transact: (operation, writes) =>
      store.transact(
        operation,
        writes.map((write) => unguarded(write, names)),
      ),
  });

function unguarded(write: Write, names: readonly GuardName[]): Write {
  const places: readonly Place[] = names.map((name) => guards[name]);
  const { table, key } = write;
  const place = places.find(
    ({ about = '', ...one }) => one.table === table && key.sk.startsWith(one.row) && key.pk.includes(about),
  );
  if (!place || !write.when || isSeal(write) || 'check' in write) return write;
  const when = write.when.filter((condition) => !isAbout(condition, place.names));
  if (when.length > 0) return { ...write, when };
  const { when: _, or, ...rest } = write;
  return rest;
}

function isAbout(condition: Condition, names: readonly string[]): boolean {
  return 'any' in condition ? condition.any.some((one) => isAbout(one, names)) : names.includes(condition[0]);
}

const isSeal = (write: Write) => 'put' in write && write.put.void !== undefined;

/** A store in which a refusal leaves no trace: a late commit of the same key finds nothing in its way. */
export const withoutSeals = (store: Store): Store => ({
  ...store,
  async transact(operation, writes) {
    return writes.every(isSeal) ? { done: true } : store.transact(operation, writes);
  },
});

/** A store that takes silence for a no. */
export const silenceAsNo = (store: Store): Store => ({
  ...store,
  transact: (operation, writes) =>
    store.transact(operation, writes).catch((error: unknown) => {
      throw error instanceof OutcomeUnknown ? new Problem('sold_out', { keySpent: true }) : error;
    }),
});

/** A store that forgets when the clock must look at a shift. */
export const withoutMarks = (store: Store): Store => ({
  ...store,
  async transact(operation, writes) {
    const marks = writes.filter((write) => 'update' in write && write.update.set?.byDuePk !== undefined);
    return marks.length > 0 ? { done: true } : store.transact(operation, writes);
  },
});

/** A store that forgets whose wallet goes on after two registrations became one. */
export const withoutPointers = (store: Store): Store => ({
  ...store,
  get: async (keys) =>
    (await store.get(keys)).map((item) => {
      if (item?.sk !== 'BAL') return item;
      const { mergedInto: _, ...balance } = item;
      return balance as Item;
    }),
});

/** A store in which every wallet that holds anything looks richer by this many points. */
const surplus = 30;
export const richerWallets = (store: Store): Store => ({
  ...store,
  get: async (keys) => (await store.get(keys)).map(richer),
});

function richer(item: Item | undefined): Item | undefined {
  if (item?.sk !== 'BAL') return item;
  const [lot, points] = Object.entries(item.lots as Record<string, number>)[0] ?? [];
  if (lot === undefined || points === undefined) return item;
  const lots = { ...(item.lots as Record<string, number>), [lot]: points + surplus };
  return { ...item, lots, points: Number(item.points) + surplus };
}
