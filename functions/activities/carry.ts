/**
 * Sign-ups follow the person: those of a registration that was merged go to the one that goes on, and back when the
 * merge is taken back; whoever may not take part any more, having left, moved or lost the consent, is freed. Part by
 * part, each step guarded by the part's state, so that it may run any number of times.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { mayStep } from '../../shared/rules/participation.ts';
import { treeAt, treeOf } from '../district/index.ts';
import { asProblem } from '../platform/http/problem-answer.ts';
import { Busy, type Write } from '../platform/store/port.ts';
import { present } from '../platform/store/present.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { isCovered } from '../volunteers/index.ts';
import { isMeantFor } from './join.ts';
import { beginWrite, newPart, type Participation, partAt, partOf, partsOfVolunteer, stepWrite } from './part-rows.ts';
import { readCandidate, settingsFor } from './read.ts';
import { type ActivityShift, headAt, shiftOf } from './rows.ts';
import { leaveWrites } from './sign-up.ts';
import { freeSlot, takeSlot } from './slots.ts';

const attemptsMax = 12;
/** Records are made within two months of an attendance. */
const recordedWithinMs = 62 * dayMs;

interface Way {
  readonly district: string;
  readonly from: string;
  readonly to: string;
}

/** What a registration that ended still hopes for or has promised is the other one's. */
export async function carrySignUps(tools: Tools, way: Way, now: number): Promise<void> {
  for (const part of await openParts(tools, way.district, way.from)) await step(tools, part, carrying(way, false), now);
}

/** What was carried from a registration that is there again, and is still open, is its own again. */
export async function giveBackSignUps(tools: Tools, way: Way, now: number): Promise<void> {
  const carried = (await openParts(tools, way.district, way.from)).filter((part) => part.carriedFrom === way.to);
  for (const part of carried) await step(tools, part, carrying(way, true), now);
}

/** Frees somebody from every shift that is not for the person any more, or whose day no consent covers any more. */
export async function freeUnmeant(tools: Tools, district: string, volunteer: string, now: number): Promise<void> {
  const parts = await openParts(tools, district, volunteer);
  if (parts.length === 0) return;
  const [tree] = await tools.store.get([treeAt(district)]);
  const units = treeOf(tree);
  for (const part of parts) {
    await step(
      tools,
      part,
      async (shift, mine) => {
        const candidate = await readCandidate(tools, shift, volunteer);
        const isMeant = candidate && isMeantFor(candidate, shift, units);
        const settings = await settingsFor(tools, shift);
        if (isMeant && isCovered(candidate.person, shanghaiDay(shift.from), settings)) return [];
        return leaveWrites(tools, shift, mine, { state: 'freed', at: now, reason: 'left' });
      },
      now,
    );
  }
}

/** Whether somebody has come to a shift of which no records were made yet. */
export async function hasUnrecorded(tools: Tools, district: string, volunteer: string, now: number): Promise<boolean> {
  const parts = (await readAll(tools.store, partsOfVolunteer(district, volunteer))).map(partOf);
  return parts.some(({ state, from }) => (state === 'in' || state === 'out') && from > now - recordedWithinMs);
}

const openParts = async (tools: Tools, district: string, volunteer: string): Promise<Participation[]> =>
  (await readAll(tools.store, partsOfVolunteer(district, volunteer)))
    .map(partOf)
    .filter(({ state }) => mayStep('free', state));

/** @returns no writes when nothing is to be done */
type Decide = (shift: ActivityShift, mine: Participation, now: number, tools: Tools) => Promise<Write[]>;

async function step(tools: Tools, part: Participation, decide: Decide, now: number): Promise<void> {
  const { district, shift: id, volunteer } = part;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [head, item] = await tools.store.get([headAt(district, id), partAt(district, id, volunteer)]);
    const [shift, mine] = [head && shiftOf(head), item && partOf(item)];
    // A shift that was called off frees everybody itself.
    if (!shift || !mine || shift.state === 'cancelled' || !mayStep('free', mine.state)) return;
    const writes = await decide(shift, mine, now, tools);
    if (writes.length === 0) return;
    const name = `carry#${id}#${volunteer}#${mine.rev}#${now}#${attempt}`;
    if ((await tools.store.transact(name, writes)).done) return;
  }
  throw new Busy('A sign-up changed under every attempt to carry it');
}

const carrying =
  ({ to }: Way, isBack: boolean): Decide =>
  async (shift, mine, now, tools) => {
    const [item] = await tools.store.get([partAt(shift.district, shift.id, to)]);
    const theirs = item && partOf(item);
    const gone = { state: 'freed', at: now, reason: 'merged' } as const;
    if (!mayStep('carry', theirs?.state ?? 'none')) return leaveWrites(tools, shift, mine, gone);
    const { state, role, seat, queue, offerUntil } = mine;
    const carriedFrom = isBack ? theirs?.carriedFrom : mine.volunteer;
    const rev = (theirs?.rev ?? 0) + 1;
    const kept = present({ queue, offerUntil, carriedFrom });
    const next: Participation = { ...newPart(shift, to, now), state, role, seat, rev, ...kept };
    try {
      const slots = state === 'signed' ? [...(await freeSlot(tools, mine)), ...(await takeSlot(tools, next))] : [];
      return [stepWrite(mine, gone), beginWrite(next, theirs), ...slots];
    } catch (error) {
      if (asProblem(error).code !== 'sign_up_overlap') throw error;
      return leaveWrites(tools, shift, mine, gone);
    }
  };
