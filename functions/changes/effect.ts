import type { Write } from '../platform/store/port.ts';
import type { Change } from './rows.ts';

/** What an approval does: what the change keeps of it, and the writes that go with the decision. */
export interface Effect {
  readonly effect: NonNullable<Change['effect']>;
  readonly writes: readonly Write[];
}
