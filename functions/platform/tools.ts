import type { Files } from './files/port.ts';
import type { Vault } from './identity/vault.ts';
import type { Messenger } from './messenger.ts';
import type { Store } from './store/port.ts';

/** What a story may touch besides its ask: handed in by the entry, by the tests and by the simulator. */
export interface Tools {
  readonly store: Store;
  readonly vault: Vault;
  readonly files: Files;
  /** Ways to reach people outside the inbox; none unless the deployment has one. */
  readonly messengers?: readonly Messenger[];
  /** A new ULID whose time part is `now` (epoch milliseconds). */
  newId(now: number): string;
  /** Unpredictable bytes; seeded in the simulator. */
  randomBytes(count: number): Uint8Array;
}
