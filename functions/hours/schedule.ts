/**
 * When the clock must look at a shift again. The mark is set before any record is approved, so that a record can be
 * published without a mark at no moment; a mark with nothing due is harmless.
 */
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { dueKeys, headAt, type Shift } from './rows.ts';

const attemptsMax = 12;

/** Marks the shift for the earlier of its present mark and `dueAt`. */
export async function scheduleFinality(tools: Tools, { district, id }: Shift, dueAt: number): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [head] = await tools.store.get([headAt(district, id)]);
    if (typeof head?.dueAt === 'number' && head.dueAt <= dueAt) return;
    if (await mark(tools, district, id, head?.dueAt, dueAt, attempt)) return;
  }
  throw new Problem('busy');
}

/** Moves the mark on, or takes it away, unless somebody has moved it since it was read. */
export async function mark(
  tools: Tools,
  district: string,
  shift: string,
  seen: unknown,
  next: number | undefined,
  attempt = 0,
) {
  const outcome = await tools.store.transact(`schedule#${shift}#${String(seen)}#${String(next)}#${attempt}`, [
    {
      ...headAt(district, shift),
      update:
        next === undefined ? { remove: ['byDuePk', 'byDueSk', 'dueAt'] } : { set: dueKeys(district, shift, next) },
      when: [typeof seen === 'number' ? ['dueAt', '=', seen] : ['dueAt', 'absent']],
      or: 'lost_race',
    },
  ]);
  return outcome.done;
}
