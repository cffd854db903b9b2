import { type EmbeddedOptions, type EmbeddedStore, embeddedStore } from './engine.ts';
import { memoryMap } from './memory-map.ts';

export type { EmbeddedStore } from './engine.ts';

/** A store in memory that is gone with its last reference: for tests and the simulator. */
export function memoryStore(options: Omit<EmbeddedOptions, 'map'> = {}): EmbeddedStore {
  return embeddedStore({ ...options, map: memoryMap() });
}
