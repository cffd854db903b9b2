/**
 * Keeps a shift in order after whatever changed, and when its time has come: frees people when it is off, follows a
 * new time or end, lets offers lapse, offers free places to those who wait, notes who did not come. Decided from the
 * present rows, person by person, so that it may run any number of times.
 */
import { offerUntil } from '../../shared/rules/joining.ts';
import { mayStep } from '../../shared/rules/participation.ts';
import { asProblem } from '../platform/http/problem-answer.ts';
import { type Span, workOffDue } from '../platform/store/due.ts';
import { Busy, type Item, type Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { absencesOfPart } from './come-and-go.ts';
import { goodwillWrites } from './goodwill.ts';
import { absenceWrite, type Participation, stepWrite } from './part-rows.ts';
import { lookAfter } from './publish.ts';
import { type Moment, readParts, settingsFor } from './read.ts';
import { type ActivityShift, headAt, isBrokenOff, seatWrite, shiftOf } from './rows.ts';
import { leaveWrites } from './sign-up.ts';
import { moveSlot } from './slots.ts';

/** Every round does all that can be done now; one person's step may free a place for the next. */
const roundsMax = 600;

export async function tendShift(tools: Tools, district: string, id: string, now: number): Promise<void> {
  for (let round = 0; round < roundsMax; round++) {
    const [item] = await tools.store.get([headAt(district, id)]);
    if (!item) return;
    const shift = shiftOf(item);
    const settings = await settingsFor(tools, shift);
    const parts = await readParts(tools, district, id);
    const steps = await stepsNow(tools, shift, parts, { settings, now });
    if (steps.length === 0) return noteCounts(tools, shift, parts, now >= lookAfter(shift, settings));
    for (const [at, writes] of steps.entries()) {
      // A row that moved meanwhile is looked at again in the next round.
      await tools.store.transact(`tend#${id}#${now}#${round}#${at}`, writes);
    }
  }
  throw new Busy('A shift changed under every attempt to tend it');
}

async function stepsNow(
  tools: Tools,
  shift: ActivityShift,
  parts: readonly Participation[],
  moment: Moment,
): Promise<(readonly Write[])[]> {
  const steps: (readonly Write[])[] = [];
  for (const part of parts) {
    const writes = await stepOf(tools, shift, part, moment);
    if (writes) steps.push(writes);
  }
  return steps.length > 0 ? steps : offers(shift, parts, moment);
}

async function stepOf(
  tools: Tools,
  shift: ActivityShift,
  part: Participation,
  moment: Moment,
): Promise<readonly Write[] | undefined> {
  if (shift.state === 'cancelled') return followEnd(tools, shift, part, moment);
  const { settings, now } = moment;
  if (!mayStep('free', part.state)) return undefined;
  if (part.from !== shift.from || part.to !== shift.to || part.place !== shift.place) {
    return follow(tools, shift, part, now);
  }
  if (part.state === 'signed') {
    if (now < lookAfter(shift, settings)) return undefined;
    return [stepWrite(part, { state: 'absent', at: now }), absenceWrite(absencesOfPart(part), 1, now)];
  }
  const isOver = now >= shift.from || (part.state === 'offered' && now >= (part.offerUntil ?? 0));
  return isOver ? leaveWrites(tools, shift, part, { state: 'lapsed', at: now }) : undefined;
}

/** The shift is off: everybody is freed, but those who came to one that had begun have been there until its end. */
async function followEnd(tools: Tools, shift: ActivityShift, part: Participation, moment: Moment) {
  const { now } = moment;
  const hasCome = part.state === 'in' || part.state === 'out';
  if (!isBrokenOff(shift) || !hasCome) {
    if (!mayStep('call_off', part.state)) return undefined;
    const left = await leaveWrites(tools, shift, part, { state: 'freed', at: now, reason: 'called_off' });
    return [...left, ...(await goodwillWrites(tools, shift, part.volunteer, moment))];
  }
  const { to } = shift;
  if (part.state === 'out' && part.to === to) return undefined;
  const left = part.state === 'in' ? { outAt: Math.max(part.inAt ?? 0, to), outBy: 'decided' as const } : {};
  const step = stepWrite(part, { state: 'out', at: now, to, ...left });
  return [step, ...(await moveSlot(tools, part, { ...part, to }))];
}

/** The shift was moved: whoever has promised that time elsewhere cannot come. */
async function follow(tools: Tools, shift: ActivityShift, part: Participation, now: number): Promise<Write[]> {
  const { from, to, place } = shift;
  const until = part.offerUntil === undefined ? {} : { offerUntil: Math.min(part.offerUntil, from) };
  const step = stepWrite(part, { state: part.state, from, to, place, at: now, ...until });
  if (part.state !== 'signed') return [step];
  try {
    return [step, ...(await moveSlot(tools, part, { ...part, from, to }))];
  } catch (error) {
    if (asProblem(error).code !== 'sign_up_overlap') throw error;
    return leaveWrites(tools, shift, part, { state: 'freed', at: now, reason: 'moved' });
  }
}

/** Free places go to those who wait, in the order in which they asked. */
function offers(shift: ActivityShift, parts: readonly Participation[], { settings, now }: Moment): Write[][] {
  if (shift.state === 'cancelled' || now >= shift.from) return [];
  const until = offerUntil(now, shift.from, settings);
  return shift.free.flatMap((free, role) => {
    const waiting = parts.filter((part) => part.state === 'waiting' && part.role === role);
    waiting.sort((one, other) => ((one.queue ?? '') < (other.queue ?? '') ? -1 : 1));
    const next = waiting.slice(0, Math.max(0, free));
    return next.map((part) => [
      stepWrite(part, { state: 'offered', at: now, offerUntil: until }),
      seatWrite(shift, role, -1),
    ]);
  });
}

/** How many are where, for lists; when all is over, the clock need not look again. */
async function noteCounts(tools: Tools, shift: ActivityShift, parts: readonly Participation[], isOver: boolean) {
  const counts: Record<string, number> = {};
  for (const { state } of parts) counts[state] = (counts[state] ?? 0) + 1;
  const isSame = JSON.stringify(sorted(counts)) === JSON.stringify(sorted(shift.counts));
  if (isSame && !isOver) return;
  const remove = isOver ? ['byDuePk', 'byDueSk'] : [];
  await tools.store.transact(`counts#${shift.id}#${JSON.stringify(sorted(counts))}`, [
    {
      ...headAt(shift.district, shift.id),
      update: { set: { counts }, remove },
      when: [['pk', 'present']],
      or: 'lost_race',
    },
  ]);
}
const sorted = (counts: object) => Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1));

/** The shift to look at after a row changed: when somebody's part moved, or the leader changed or called it off. */
export function shiftToTend(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  const [, district = '', kind, shift = ''] = row?.pk.split('#') ?? [];
  if (kind !== 'S') return undefined;
  const isMoved =
    row?.sk.startsWith('P#') || (row?.sk === 'HEAD' && before?.ver !== after?.ver && before !== undefined);
  return isMoved ? { district, shift } : undefined;
}

/**
 * Tends what came due: offers that lapse, shifts that are over.
 * @returns shifts that were looked at
 */
export function tendDue(tools: Tools, { since, now }: Span): Promise<number> {
  const seen = new Set<string>();
  return workOffDue(tools.store, 'Activities', { since, now }, async ([district = '', shift = '']) => {
    if (seen.has(shift)) return 0;
    seen.add(shift);
    await tendShift(tools, district, shift, now);
    return 1;
  });
}
