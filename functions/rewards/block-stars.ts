/**
 * For a time no star is reached: what has been reached stays, and what was served meanwhile counts afterwards. Each
 * finding keeps stars away for its own time, and lifting one leaves the others; the clock looks at the stars again when
 * the last one is over.
 */
import { type Day, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { blockedUntil, starsHeldAt, starsHeldOf, starsHeldWrite } from './star-rows.ts';

interface Blocking {
  readonly district: string;
  /** Whoever holds the hours, and whom it is about where that is another registration. */
  readonly volunteers: readonly string[];
  readonly finding: string;
  /** The first day on which this finding no longer keeps stars away; it never did when absent. */
  readonly until?: Day;
  readonly now: number;
}

export async function blockStarsWrites(tools: Tools, blocking: Blocking): Promise<Write[]> {
  const { district, volunteers, finding, until, now } = blocking;
  const each = [...new Set(volunteers)];
  const rows = await tools.store.get(each.map((volunteer) => starsHeldAt(district, volunteer)));
  return each.map((volunteer, at) => {
    const before = starsHeldOf(rows[at]);
    const running = Object.entries(before.blocks).filter(([id, end]) => id !== finding && end > shanghaiDay(now));
    const blocks = { ...Object.fromEntries(running), ...(until && { [finding]: until }) };
    const end = blockedUntil({ blocks });
    const dueAt = end === undefined ? now : startOfDay(end);
    return starsHeldWrite(district, volunteer, before, { ...before, blocks, dueAt });
  });
}
