/** A store that remembers what each row was before it was written, so that one ask's writes can be seen and undone. */
import type { Item, Key, Store, Target, Write } from '../../functions/platform/store/port.ts';

export interface Undoing {
  readonly store: Store;
  /** Rows written since the last `undo`: table and key. */
  touched(): Target[];
  undo(): Promise<void>;
  /** What was written so far stays. */
  forget(): void;
}

export function undoingStore(store: Store): Undoing {
  const before = new Map<string, { target: Target; item: Item | undefined }>();
  const undo = async () => {
    const rows = [...before.values()].map(({ target, item }): Write => {
      if (!item) return { ...target, remove: true };
      const { pk: _pk, sk: _sk, ...put } = item;
      return { ...target, put };
    });
    before.clear();
    for (let at = 0; at < rows.length; at += 50) await store.transact(`undo#${at}`, rows.slice(at, at + 50));
  };
  return {
    store: {
      ...store,
      get: (keys) => store.get(keys),
      query: (query) => store.query(query),
      scan: (scan) => store.scan(scan),
      async transact(operation, writes) {
        const targets = writes.filter((write) => !('check' in write)).map(targetOf);
        const items = targets.length > 0 ? await store.get(targets) : [];
        const outcome = await store.transact(operation, writes);
        if (outcome.done) for (const [row, target] of targets.entries()) remember(target, items[row]);
        return outcome;
      },
    },
    touched: () => [...before.values()].map(({ target }) => target),
    undo,
    forget: () => before.clear(),
  };
  function remember(target: Target, item: Item | undefined) {
    const name = nameOf(target);
    if (!before.has(name)) before.set(name, { target, item });
  }
}

const targetOf = ({ table, key }: Target): Target => ({ table, key });
const nameOf = ({ table, key }: { table: string; key: Key }) => `${table} ${key.pk} ${key.sk}`;
