/** The embedded engine on each of its maps, for suites of promises that hold on both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe } from 'vitest';
import { type EmbeddedStore, embeddedStore } from '../../functions/platform/store/embedded/engine.ts';
import { memoryMap } from '../../functions/platform/store/embedded/memory-map.ts';
import { sqliteMap } from '../../functions/platform/store/embedded/sqlite-map.ts';
import type { Attributes, Guard, Page, Write } from '../../functions/platform/store/port.ts';

export interface Engine {
  store: EmbeddedStore;
  now: number;
  lag: number;
  read(sk: string): Promise<Attributes | undefined>;
  write(...writes: Write[]): ReturnType<EmbeddedStore['transact']>;
}

export const at = (sk: string, pk = 'W#1') => ({ table: 'Ledger', key: { pk, sk } }) as const;
export const put = (sk: string, attributes: Attributes, when?: Guard): Write =>
  when ? { ...at(sk), put: attributes, when, or: 'lost_race' } : { ...at(sk), put: attributes };
export const sks = ({ items }: Page) => items.map(({ sk }) => sk);

export function onBothMaps(promises: (engine: Engine) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let fileCount = 0;
  const maps = [
    ['memory', memoryMap],
    ['SQLite', () => sqliteMap(join(folder, `${++fileCount}.sqlite`))],
  ] as const;
  describe.each(maps)('the engine on %s', (_name, newMap) => {
    const engine = {
      read: async (sk: string) => (await engine.store.get([at(sk)]))[0],
      write: (...writes: Write[]) => engine.store.transact('test', writes),
    } as Engine;
    beforeEach(() => {
      engine.now = 1_000_000;
      engine.lag = 0;
      engine.store = embeddedStore({ map: newMap(), now: () => engine.now, indexLag: () => engine.lag });
      return () => engine.store.close();
    });
    promises(engine);
  });
}
