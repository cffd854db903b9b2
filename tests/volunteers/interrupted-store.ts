import type { Store } from '../../functions/platform/store/port.ts';

export const death = 'The process was killed';

/** A store that dies at one call: before it has any effect, or after it with the reply lost. */
export function interruptible(when: 'before' | 'after') {
  let callsLeft = 0;
  const dies = () => --callsLeft === 0;

  async function call<T>(act: () => Promise<T>): Promise<T> {
    const isLast = dies();
    if (isLast && when === 'before') throw new Error(death);
    const answer = await act();
    if (isLast) throw new Error(death);
    return answer;
  }
  return {
    wrap: (store: Store): Store => ({
      get: (keys) => call(() => store.get(keys)),
      query: (query) => call(() => store.query(query)),
      scan: (scan) => call(() => store.scan(scan)),
      transact: (operation, writes) => call(() => store.transact(operation, writes)),
    }),
    /** The so-many-th call from now on dies. @returns how to make calls safe again; it tells how many were to come */
    killAt(count: number): () => number {
      callsLeft = count;
      return () => {
        const left = Math.max(0, callsLeft);
        callsLeft = 0;
        return left;
      };
    },
  };
}
