import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Lateness, latenessOf } from '../../shared/rules/lateness.ts';
import { readCalendar, readSettingsOf } from '../district/index.ts';
import type { Tools } from '../platform/tools.ts';
import type { Shift } from './rows.ts';

/** How late shifts of a unit's teams are as wholes: by whoever of their records waits at the earliest step. */
export async function latenessIn(tools: Tools, district: string, unit: string) {
  const [settingsOf, calendar] = await Promise.all([
    readSettingsOf(tools, district, [unit]),
    readCalendar(tools, district),
  ]);
  return ({ from, to, counts }: Shift, now: number): Lateness | undefined => {
    const waitsForLeader = (counts.recorded ?? 0) + (counts.sent_back ?? 0) > 0;
    const waitsForApprover = (counts.confirmed ?? 0) > 0 ? 'approver' : undefined;
    const waitsFor = waitsForLeader ? 'leader' : waitsForApprover;
    return latenessOf({ ended: to, waitsFor, now }, settingsOf(unit, shanghaiDay(from)), calendar);
  };
}
