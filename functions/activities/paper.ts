/** What a leader enters from a paper list after a shift: it says who was there, not when; the planned times count. */
import { workingDaysAfter } from '../../shared/rules/calendar.ts';
import { isAway, mayStep } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar } from '../district/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { absenceTakenBack, type Moved, type Noted } from './come-and-go.ts';
import { type Participation, stepWrite } from './part-rows.ts';
import type { ActivityShift } from './rows.ts';

/** As long as a record may be entered in time; later it is make-up, which has its own way. */
export async function paperUntil(
  tools: Tools,
  shift: ActivityShift,
  settings: Pick<Settings, 'record_days_late'>,
): Promise<number> {
  const calendar = await readCalendar(tools, shift.district);
  return workingDaysAfter(shift.to, settings.record_days_late, calendar).dueAt;
}

/** @throws attendance_closed */
export function paperTimes(shift: ActivityShift, part: Participation | undefined, { by, now }: Noted, until: number) {
  if (now < shift.to || now >= until) throw new Problem('attendance_closed');
  const { inAt = shift.from, inBy = 'paper' } = part ?? {};
  const [state, outBy] = ['out', 'paper'] as const;
  return { state, inAt, inBy, outAt: Math.max(inAt, shift.to), outBy, notedBy: by };
}

/** @throws not_signed_up, sign_up_not_open, attendance_closed */
export function fromPaper(shift: ActivityShift, part: Participation | undefined, noted: Noted, until: number): Moved {
  if (!part || isAway(part.state)) throw new Problem('not_signed_up');
  if (part.state === 'out' || part.state === 'recorded') return { state: part.state, writes: [] };
  if (!mayStep('enter_paper', part.state)) throw new Problem('sign_up_not_open');
  const write = stepWrite(part, { at: noted.now, ...paperTimes(shift, part, noted, until) });
  return { state: 'out', writes: [write, ...absenceTakenBack(part, noted.now)] };
}
