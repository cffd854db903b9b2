/**
 * The leader, or a pupil who was lent the right for this one shift, notes who comes and goes: by the pupils' cards or
 * by the list. Only the leader takes something back or enters it from paper. Each row is for itself, and a repeat
 * changes nothing.
 */
import type { attendance } from '../../shared/contracts/attendance.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { workingDaysAfter } from '../../shared/rules/calendar.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import { mayStep } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { absenceTakenBack, comeWrites, goWrites, type Moved, type Noted, walkInWrites } from './come-and-go.ts';
import { type Participation, stepWrite } from './part-rows.ts';
import { forEachPerson } from './people-at-once.ts';
import { readCandidate, readLedShift, settingsFor } from './read.ts';
import type { ActivityShift } from './rows.ts';
import { freeSlot } from './slots.ts';

type Route = (typeof attendance)['POST /api/activity-shifts/{shift}/attendance'];

/** A claim of a device this close to now is as good as now. */
const promptMs = 300_000;

export async function noteAttendance({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const led = await readLedShift(tools, who, params.shift, now);
  const { what, volunteers, walkIn = false } = body;
  const isLeader = who.post.role === 'leader';
  if (!isLeader && what !== 'in' && what !== 'out') throw new Problem('not_found');
  const settings = await settingsFor(tools, led);
  const noted: Noted = { ...claimed(body.at, now, settings), means: body.means, by: who.person, now };
  const enteredUntil = what === 'paper' ? await paperUntil(tools, led, settings) : 0;
  const items = await forEachPerson(tools, led, volunteers, what, async (shift, part, volunteer) => {
    if (volunteer === who.person) throw new Problem('own_hours');
    if (what === 'out') return goWrites(shift, part, noted, settings);
    if (what === 'take_back') return takeBack(tools, shift, part, now);
    if (what === 'paper') return fromPaper(shift, part, noted, enteredUntil);
    if (!walkIn) return comeWrites(shift, part, noted, { step: 'check_in', settings });
    if (part?.state === 'signed') return comeWrites(shift, part, noted, { step: 'check_in', settings });
    const candidate = await readCandidate(tools, shift, volunteer);
    if (!candidate) throw new Problem('person_not_eligible');
    return walkInWrites(tools, { shift, part, candidate }, noted, { settings, covers: who.units.covers });
  });
  return { items };
}

/** @throws attendance_closed when a device claims the future or what is too long past */
function claimed(at: string | undefined, now: number, { offline_scan_hours }: Settings) {
  const said = at === undefined ? now : Date.parse(at);
  if (said > now + promptMs || now - said > offline_scan_hours * hourMs) throw new Problem('attendance_closed');
  return { at: Math.min(said, now), late: now - said > promptMs };
}

async function takeBack(
  tools: Tools,
  shift: ActivityShift,
  part: Participation | undefined,
  now: number,
): Promise<Moved> {
  if (part?.state === 'signed') return { state: 'signed', writes: [] };
  if (!part || !mayStep('take_back', part.state)) throw new Problem('sign_up_not_open');
  const gone = ['inAt', 'inBy', 'outAt', 'outBy', 'notedBy', 'late', 'walkIn'] as const;
  if (!part.walkIn) return { state: 'signed', writes: [stepWrite(part, { state: 'signed', at: now }, gone)] };
  const left = stepWrite(part, { state: 'freed', at: now, reason: 'took_back' }, gone);
  return { state: 'freed', writes: [left, ...(await freeSlot(tools, { ...part, shift: shift.id }))] };
}

/** As long as a record may be entered in time; later it is make-up, which has its own way. */
async function paperUntil(tools: Tools, shift: ActivityShift, settings: Settings): Promise<number> {
  const calendar = await readCalendar(tools, shift.district);
  return workingDaysAfter(shift.to, settings.record_days_late, calendar).dueAt;
}

/** A paper list says who was there, not when: the planned times count. */
function fromPaper(shift: ActivityShift, part: Participation | undefined, { by, now }: Noted, until: number): Moved {
  if (shift.state === 'cancelled') throw new Problem('shift_cancelled');
  if (!part) throw new Problem('not_signed_up');
  if (part.state === 'out' || part.state === 'recorded') return { state: part.state, writes: [] };
  if (!mayStep('enter_paper', part.state)) throw new Problem('sign_up_not_open');
  if (now < shift.to || now >= until) throw new Problem('attendance_closed');
  const { inAt = shift.from, inBy = 'paper' } = part;
  const there = { inAt, inBy, outAt: Math.max(inAt, shift.to), outBy: 'paper' as const, notedBy: by };
  const write = stepWrite(part, { state: 'out', at: now, ...there });
  return { state: 'out', writes: [write, ...absenceTakenBack(part, now)] };
}
