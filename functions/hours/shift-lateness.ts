import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Lateness, latenessOf } from '../../shared/rules/lateness.ts';
import { readCalendar, rulesAt, settingsOn } from '../district/index.ts';
import type { Tools } from '../platform/tools.ts';
import type { Shift } from './rows.ts';

/** How late shifts are as wholes: by whoever of their records waits at the earliest step. */
export async function latenessIn(tools: Tools, district: string) {
  const [[rules], calendar] = await Promise.all([tools.store.get([rulesAt(district)]), readCalendar(tools, district)]);
  return ({ from, to, counts }: Shift, now: number): Lateness | undefined => {
    const waitsForLeader = (counts.recorded ?? 0) + (counts.sent_back ?? 0) > 0;
    const waitsForApprover = (counts.confirmed ?? 0) > 0 ? 'approver' : undefined;
    const waitsFor = waitsForLeader ? 'leader' : waitsForApprover;
    return latenessOf({ ended: to, waitsFor, now }, settingsOn(rules, shanghaiDay(from)), calendar);
  };
}
