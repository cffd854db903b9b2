/**
 * When the clock must look at a shift again. The mark is set before any record is approved, so that a record can be
 * published without a mark at no moment; a mark with nothing due is harmless.
 */
import { hourMs } from '../../shared/rules/durations.ts';
import { Problem } from '../platform/problem.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { headAt, type Shift } from './rows.ts';

/** The attributes by which the clock finds a shift when records of it become final. */
export const shiftDueKeys = (district: string, shift: string, dueAt: number): Attributes => ({
  ...dueKeys(dueAt, [district, shift]),
  dueAt,
});

const attemptsMax = 12;
/** An approval marks first and publishes then, and no request lives nearly as long. */
const approvalMsMax = hourMs;

/** A shift's mark as it was read; `marks` counts its changes, so that nobody takes away what another has just set. */
interface Mark {
  readonly marks: number;
  readonly dueAt?: number;
  /** When an approval last set it. */
  readonly markedAt: number;
}
export function markOf(head: object | undefined): Mark {
  const { marks = 0, dueAt, markedAt = 0 } = (head ?? {}) as Partial<Mark>;
  return { marks, dueAt, markedAt };
}

/**
 * Marks the shift for the earlier of its present mark and `dueAt`, and says that an approval is at work. A mark that is
 * due already moves up to now: the clock does not look at hours long past again.
 */
export async function scheduleFinality(tools: Tools, { district, id }: Shift, dueAt: number, now: number) {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [head] = await tools.store.get([headAt(district, id)]);
    const seen = markOf(head);
    const next = { dueAt: Math.max(now, Math.min(seen.dueAt ?? dueAt, dueAt)), markedAt: now };
    if (await setMark(tools, district, id, seen, next)) return;
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/**
 * After the clock's work: on to the next record's day, or away when nothing is published. While an approval may be
 * under way the mark stays: what is published in a moment may be due before all that is published now, and the clock
 * looks again. A mark that somebody has set meanwhile stays too.
 */
export async function moveMark(
  tools: Tools,
  { district, id }: Shift,
  seen: Mark,
  { next, now }: { next?: number; now: number },
) {
  const isAtWork = now < seen.markedAt + approvalMsMax;
  const settled = now >= Math.max(seen.dueAt ?? 0, seen.markedAt) + approvalMsMax;
  if (isAtWork || next === seen.dueAt || (next === undefined && !settled)) return;
  await setMark(tools, district, id, seen, { dueAt: next, markedAt: seen.markedAt });
}

async function setMark(tools: Tools, district: string, id: string, seen: Mark, next: Omit<Mark, 'marks'>) {
  const { dueAt, markedAt } = next;
  const keys = dueAt === undefined ? {} : shiftDueKeys(district, id, dueAt);
  const outcome = await tools.store.transact(`schedule#${id}#${seen.marks}`, [
    {
      ...headAt(district, id),
      update: {
        set: { ...keys, marks: seen.marks + 1, markedAt },
        remove: dueAt === undefined ? ['byDuePk', 'byDueSk', 'dueAt'] : [],
      },
      when: [seen.marks === 0 ? ['marks', 'absent'] : ['marks', '=', seen.marks]],
      or: 'lost_race',
    },
  ]);
  return outcome.done;
}
