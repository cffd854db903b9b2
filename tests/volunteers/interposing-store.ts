import type { Store, Write } from '../../functions/platform/store/port.ts';

/** A store in which something can happen between a story's reads and its writes. */
export function interposing() {
  let pending: { matches: (write: Write) => boolean; act: () => Promise<unknown> } | undefined;
  return {
    wrap: (store: Store): Store => ({
      get: (keys) => store.get(keys),
      query: (query) => store.query(query),
      scan: (scan) => store.scan(scan),
      async transact(operation, writes) {
        const happening = pending && writes.some(pending.matches) ? pending : undefined;
        if (happening) {
          pending = undefined;
          await happening.act();
        }
        return store.transact(operation, writes);
      },
    }),
    /** Lets something happen once, just before the next transaction with such a write. */
    interpose(matches: (write: Write) => boolean, act: () => Promise<unknown>): void {
      pending = { matches, act };
    },
  };
}
