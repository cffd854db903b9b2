import { type Item, limits, type Store, type Target } from './port.ts';

/** Reads any number of items by primary key, in the order asked; what one read may name is read side by side. */
export async function getAll(store: Store, keys: readonly Target[]): Promise<(Item | undefined)[]> {
  const slices = Array.from({ length: Math.ceil(keys.length / limits.keysPerGet) }, (_, at) =>
    store.get(keys.slice(at * limits.keysPerGet, (at + 1) * limits.keysPerGet)),
  );
  return (await Promise.all(slices)).flat();
}
