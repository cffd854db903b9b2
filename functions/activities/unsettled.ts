/** The team's shifts that are over and wait for their leader: what is shown follows the counts and decides nothing. */
import type { attendance } from '../../shared/contracts/attendance.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { type CalendarOverrides, shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar, readSettingsOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { type ActivityShift, shiftOf, shiftsOfTeam } from './rows.ts';
import { showShift } from './show.ts';

type Route = (typeof attendance)['GET /api/unsettled-shifts'];

export async function listUnsettled({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, post } = who;
  const [settingsOf, calendar] = await Promise.all([
    readSettingsOf(tools, district, [post.unit]),
    readCalendar(tools, district),
  ]);
  const from = now - settingsOf(post.unit, shanghaiDay(now)).record_days_max * dayMs;
  const shifts = (await readAll(tools.store, shiftsOfTeam(district, post.scope, { from, to: now }))).map(shiftOf);
  const waiting = shifts.filter((shift) => {
    const settings = settingsOf(post.unit, shanghaiDay(shift.from));
    return shift.to <= now && isUnsettled(shift, { settings, calendar, now });
  });
  return { items: waiting.map(showShift) };
}

interface Rules {
  readonly settings: Settings;
  readonly calendar: CalendarOverrides;
  readonly now: number;
}

/** Records wait to be made, a departure to be decided, or, where nobody was noted, a paper list to be entered. */
function isUnsettled({ counts, to }: ActivityShift, { settings, calendar, now }: Rules): boolean {
  if (counts.out) return true;
  if (now >= workingDaysAfter(to, settings.record_days_late, calendar).dueAt) return false;
  if (counts.in) return true;
  return !counts.recorded && Boolean(counts.signed || counts.absent);
}
