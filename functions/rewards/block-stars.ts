/**
 * For a time no star is reached: what has been reached stays, and what was served meanwhile counts afterwards. The
 * clock looks at the stars again when the time is over.
 */
import { type Day, startOfDay } from '../../shared/rules/calendar.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { starsHeldAt, starsHeldOf, starsHeldWrite } from './star-rows.ts';

interface Blocking {
  readonly district: string;
  readonly volunteer: string;
  /** The first day on which stars are reached again; at once when absent. */
  readonly until?: Day;
  readonly now: number;
}

export async function blockStarsWrite(tools: Tools, { district, volunteer, until, now }: Blocking): Promise<Write> {
  const [row] = await tools.store.get([starsHeldAt(district, volunteer)]);
  const before = starsHeldOf(row);
  const dueAt = until === undefined ? now : startOfDay(until);
  return starsHeldWrite(district, volunteer, before, { ...before, blockedUntil: until, dueAt });
}
