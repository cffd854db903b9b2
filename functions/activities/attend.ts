/**
 * The leader, or a pupil who was lent the right for this one shift, notes who comes and goes: by the pupils' cards or
 * by the list, also those who did not sign up. Only the leader takes something back or enters it from paper. Each row
 * is for itself, and a repeat changes nothing.
 */
import type { attendance } from '../../shared/contracts/attendance.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import { isAway, mayStep } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import {
  addWrites,
  comeWrites,
  goWrites,
  type Moved,
  mustBeWelcome,
  type Noted,
  walkInWrites,
  whileCovered,
} from './come-and-go.ts';
import { fromPaper, paperTimes, paperUntil } from './paper.ts';
import { attended, type Participation, stepWrite } from './part-rows.ts';
import { forEachPerson } from './people-at-once.ts';
import { readCandidate, readLedShift, settingsFor } from './read.ts';
import { type ActivityShift, isCalledOff } from './rows.ts';
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
    if (what === 'paper' && isCalledOff(shift)) throw new Problem('shift_cancelled');
    const isListed = part !== undefined && !isAway(part.state);
    const covered = (moved: Moved) => whileCovered(tools, shift, volunteer, { settings, moved });
    if (what === 'paper' && (isListed || !walkIn)) {
      const moved = fromPaper(shift, part, noted, enteredUntil);
      // Whoever came with a consent may go without one.
      return part?.state === 'in' ? moved : covered(moved);
    }
    const isExpected = what === 'in' && (part?.state === 'signed' || !walkIn);
    if (isExpected) return covered(comeWrites(shift, part, noted, { step: 'check_in', settings }));
    const candidate = await readCandidate(tools, shift, volunteer);
    if (!candidate) throw new Problem('person_not_eligible');
    const [added, door] = [
      { shift, part, candidate },
      { settings, covers: who.units.covers },
    ];
    if (what === 'in') return walkInWrites(tools, added, noted, door);
    mustBeWelcome(added, door);
    return addWrites(tools, added, paperTimes(shift, undefined, noted, enteredUntil), now);
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
  if (!part.walkIn) return { state: 'signed', writes: [stepWrite(part, { state: 'signed', at: now }, attended)] };
  const left = stepWrite(part, { state: 'freed', at: now, reason: 'took_back' }, attended);
  return { state: 'freed', writes: [left, ...(await freeSlot(tools, { ...part, shift: shift.id }))] };
}
