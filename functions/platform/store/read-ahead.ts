import { itemName } from './check-requests.ts';
import { getAll } from './get-all.ts';
import type { Item, Store, Target } from './port.ts';

/**
 * A store that has read these items already, a hundred a request, for work that is done row by row: a class of sixty
 * then costs a few reads and not sixty. Each item is handed out once, when all that is asked for with it was read
 * ahead too. Whoever has lost a race therefore reads anew, and what was read ahead may be old for the same reason as
 * any other read: the guards of the writes decide.
 */
export async function readAhead(store: Store, targets: readonly Target[]): Promise<Store> {
  return handingOut(store, targets, await getAll(store, targets));
}

/** The same, where what is read ahead comes with the first items that are asked for, in one request. */
export function readAlong(store: Store, targets: readonly Target[]): Store {
  let ahead: Store | undefined;
  return {
    ...store,
    async get(asked) {
      if (ahead) return ahead.get(asked);
      const items = await getAll(store, [...asked, ...targets]);
      ahead = handingOut(store, targets, items.slice(asked.length));
      return items.slice(0, asked.length);
    },
  };
}

function handingOut(store: Store, targets: readonly Target[], items: readonly (Item | undefined)[]): Store {
  const waiting = new Map(targets.map((target, at) => [itemName(target), items[at]]));
  return {
    ...store,
    async get(asked) {
      const names = asked.map(itemName);
      if (!names.every((name) => waiting.has(name))) return store.get(asked);
      const found = names.map((name) => waiting.get(name));
      for (const name of names) waiting.delete(name);
      return found;
    },
  };
}
