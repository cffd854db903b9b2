/** Somebody signs up, accepts a place that came free, or withdraws: for oneself, or as a guardian for the child. */
import type { signUps } from '../../shared/contracts/sign-ups.ts';
import { freeUntil } from '../../shared/rules/joining.ts';
import { keepsPlace, mayStep } from '../../shared/rules/participation.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { subjectOf, type Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { isMeantFor, joinWrites } from './join.ts';
import { attended, type Participation, stepWrite } from './part-rows.ts';
import { readCandidate, readParts, readShiftAndPart, settingsFor } from './read.ts';
import { type ActivityShift, seatWrite } from './rows.ts';
import { positionOf, type ShownPart, showPart } from './show.ts';
import { freeSlot, takeSlot } from './slots.ts';

type SignUps = typeof signUps;

export const signUp: GuardedStory<SignUps['POST /api/open-shifts/{shift}/sign-up']> = {
  async plan({ who, params, body, now }, tools) {
    const volunteer = subjectOf(who);
    const { shift, part: before } = await readShiftAndPart(tools, who.district, params.shift, volunteer);
    if (!shift) throw new Problem('not_found');
    const candidate = await readCandidate(tools, shift, volunteer);
    // Of a shift for others one hears what one hears of none.
    if (!candidate || !isMeantFor(candidate, shift, who.units)) throw new Problem('not_found');
    const by = who.post.role === 'guardian' ? ('guardian' as const) : ('self' as const);
    const joining = { shift, candidate, before, role: body.role, by, units: who.units };
    const settings = await settingsFor(tools, shift);
    const { part, writes } = await joinWrites(tools, joining, { now, settings });
    // Where one stands in the queue is only known once one stands in it.
    return { result: shift.id, writes, answer: part.state === 'waiting' ? undefined : showPart(part, settings) };
  },
  show: showMine,
};

export const accept: GuardedStory<SignUps['POST /api/open-shifts/{shift}/acceptance']> = {
  async plan({ who, params, now }, tools) {
    const { shift, part } = await readMine(tools, who, params.shift);
    if (shift.state === 'cancelled') throw new Problem('shift_cancelled');
    if (part.state === 'signed') return { result: shift.id, writes: [] };
    // Whether the clock has been here or not: the time for an answer is over when it is over.
    const isOver = now >= (part.offerUntil ?? 0);
    if (!mayStep('accept', part.state) || isOver) throw new Problem('sign_up_not_open');
    const slot = await takeSlot(tools, part);
    return { result: shift.id, writes: [stepWrite(part, { state: 'signed', at: now }), ...slot] };
  },
  show: showMine,
};

export const withdraw: GuardedStory<SignUps['POST /api/open-shifts/{shift}/withdrawal']> = {
  async plan({ who, params, body, now }, tools) {
    const { shift, part } = await readMine(tools, who, params.shift);
    if (!mayStep('withdraw', part.state)) throw new Problem('sign_up_not_open');
    if (now >= part.from) throw new Problem('sign_up_closed');
    const isLate = part.state === 'signed' && now > freeUntil(part, await settingsFor(tools, shift));
    if (isLate && body.reason === undefined) throw new Problem('cancel_reason_missing');
    // Before that nobody is to say why: a reason may tell of somebody's health.
    const reason = isLate ? { reason: body.reason } : {};
    return {
      result: shift.id,
      writes: await leaveWrites(tools, shift, part, { state: 'cancelled', at: now, ...reason }),
    };
  },
  show: showMine,
};

type Left = Pick<Participation, 'state' | 'at'> & Partial<Pick<Participation, 'reason'>>;
/** Gives back what a part holds: the place for the next one, the time for something else; of a coming nothing stays. */
export async function leaveWrites(
  tools: Tools,
  shift: ActivityShift,
  part: Participation,
  left: Left,
): Promise<Write[]> {
  const writes = [stepWrite(part, left, part.inAt === undefined ? [] : attended)];
  if (!keepsPlace(part.state)) return writes;
  if (part.seat) writes.push(seatWrite(shift, part.role, 1));
  if (part.state !== 'offered') writes.push(...(await freeSlot(tools, part)));
  return writes;
}

async function readMine(tools: Tools, who: Who, id: string) {
  const { shift, part } = await readShiftAndPart(tools, who.district, id, subjectOf(who));
  if (!shift || !part) throw new Problem('not_signed_up');
  return { shift, part };
}

async function showMine({ who }: { readonly who: Who }, tools: Tools, id: string): Promise<ShownPart> {
  const { shift, part } = await readMine(tools, who, id);
  const position = part.state === 'waiting' ? positionOf(part, await readParts(tools, who.district, id)) : undefined;
  return showPart(part, await settingsFor(tools, shift), position);
}
