/** Levels that were reached in another district bring no second gift here. */
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type StarsHeld, starsHeldAt, starsHeldOf, starsHeldWrite } from './star-rows.ts';

interface Owner {
  readonly district: string;
  readonly volunteer: string;
}

/** @returns the levels held, and the row with which they come to somebody who has none yet; a pause comes along */
export async function broughtStars(
  tools: Tools,
  from: Owner,
  to: Owner,
): Promise<Pick<StarsHeld, 'held'> & { writes: Write[] }> {
  const [row] = await tools.store.get([starsHeldAt(from.district, from.volunteer)]);
  if (!row) return { held: {}, writes: [] };
  const none = starsHeldOf(undefined);
  const { held, blocks } = starsHeldOf(row);
  return { held, writes: [starsHeldWrite(to.district, to.volunteer, none, { ...none, held, blocks })] };
}
