/** What clients have learned from their answers: the shifts and redemptions they ask about next, and prices. */
import type { Ask } from '../../functions/platform/ask.ts';
import { subjectOf, type Who } from '../../functions/platform/identity/who.ts';
import type { Contracts } from '../../shared/contracts/index.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { addDays } from '../../shared/rules/calendar.ts';
import { weekTimes } from './duties.ts';
import { type Attempt, rowsOf } from './history.ts';
import type { World } from './world.ts';

export interface KnownShift {
  readonly id: string;
  readonly team: string;
  readonly from: number;
  readonly to: number;
  readonly volunteers: readonly string[];
  /** Entered late: it is not confirmed without the photo of its paper. */
  wantsPhoto?: boolean;
}
interface KnownRedemption {
  readonly id: string;
  readonly wallet: Who;
  readonly desk: string;
  readonly code: string;
}
interface KnownApproval {
  readonly shift: KnownShift;
  readonly approver: Who;
}
interface KnownSlot {
  readonly id: string;
  readonly item: string;
  readonly desk: string;
  /** How often it was asked for at once. */
  wanted: number;
}
export interface Known {
  readonly shifts: KnownShift[];
  readonly approvals: KnownApproval[];
  readonly redemptions: KnownRedemption[];
  /** Shifts that are final, or may become so. */
  readonly served: KnownShift[];
  readonly objections: { readonly shift: string; readonly volunteer: string }[];
  readonly changes: string[];
  /** Merges that were proposed, and whatever was proposed about two registrations. */
  readonly merges: string[];
  readonly pairs: string[];
  readonly slots: KnownSlot[];
  readonly bookings: KnownRedemption[];
  readonly giftsWanted: { readonly who: Who; readonly level: number }[];
  readonly prices: Map<string, number>;
}
export const nothingKnown = (world: World): Known => ({
  shifts: [],
  approvals: [],
  redemptions: [],
  served: [],
  objections: [],
  changes: [],
  merges: [],
  pairs: [],
  slots: [],
  bookings: [],
  giftsWanted: [],
  prices: new Map(world.items.map((item, at) => [item, 10 * (at + 1)])),
});

const proposals = new Set<string>(['POST /api/corrections', 'POST /api/adjustments', 'POST /api/waivers']);
const pairings = new Set<string>(['POST /api/merges', 'POST /api/merges/{change}/undo']);
type Recorded = Answer<Contracts['POST /api/shifts']>;
type Redeemed = Answer<Contracts['POST /api/redemptions']>;
type WeekSaved = Answer<Contracts['POST /api/week-sheets']>;
type Opened = Answer<Contracts['POST /api/items/{item}/slots']>;
type Changed = Answer<Contracts['PUT /api/items/{item}']>;

/** Keeps what an outcome says, for later requests: a redemption that is closed is soon asked about no more. */
export function learn(known: Known, world: World, { operation, outcome }: Attempt): void {
  const { name, who, params, body } = operation;
  if (outcome?.kind === 'refusal' && outcome.code === 'redemption_not_open') {
    const { redemption } = { ...Object(params), ...Object(body) } as { redemption: string };
    for (const list of [known.redemptions, known.bookings]) {
      const at = list.findIndex(({ id }) => id === redemption);
      if (at >= 0) list.splice(at, 1);
    }
  }
  if (outcome?.kind !== 'answer') return;
  if (name === 'POST /api/shifts') {
    const { shift, leftOut } = outcome.answer as Recorded;
    const { participants } = body as Ask<Contracts['POST /api/shifts']>['body'];
    const out = new Set(leftOut.map(({ id }) => id));
    const volunteers = participants.map(({ volunteer }) => volunteer).filter((id) => !out.has(id));
    const { id, team, from, to } = shift;
    known.shifts.push({ id, team, from: Date.parse(from), to: Date.parse(to), volunteers });
  } else if (name === 'POST /api/shifts/{shift}/confirmation' || name === 'PUT /api/shifts/{shift}/photo') {
    const shift = known.shifts.find(({ id }) => id === (params as { shift: string }).shift);
    if (shift) shift.wantsPhoto = rowsOf(outcome.answer).some((row) => row.outcome === 'make_up_photo_missing');
  } else if (name === 'POST /api/shifts/{shift}/approval') {
    const shift = known.shifts.find(({ id }) => id === (params as { shift: string }).shift);
    const isDone = rowsOf(outcome.answer).some((row) => row.outcome === 'done');
    if (shift && isDone) {
      known.approvals.push({ shift, approver: who });
      known.served.push(shift);
    }
  } else if (name === 'POST /api/redemptions' || name === 'POST /api/me/gifts/{gift}/claim') {
    const { id, desk, code } = outcome.answer as Redeemed;
    const isBooking = (body as { slot?: string }).slot !== undefined;
    if (code) (isBooking ? known.bookings : known.redemptions).push({ id, wallet: who, desk, code });
  } else if (name === 'POST /api/volunteers/{volunteer}/redemptions') {
    const { id, desk, code } = outcome.answer as Redeemed;
    const { volunteer } = params as { volunteer: string };
    const wallet = world.pupils.find(({ person }) => person === volunteer);
    if (code && wallet) known.redemptions.push({ id, wallet, desk, code });
  } else if (name === 'POST /api/items/{item}/slots') {
    const { id, desk } = outcome.answer as Opened;
    known.slots.push({ id, ...(params as { item: string }), desk, wanted: 0 });
  } else if (name === 'POST /api/week-sheets') {
    learnWeek(known, who, body as WeekSheet, outcome.answer as WeekSaved);
  } else if (name === 'POST /api/publicity/{school}/objections') {
    learnPublicObjection(known, world, body as { shift: string; person: string });
  } else if (name === 'POST /api/me/records/{shift}/objection') {
    known.objections.push({ ...(params as { shift: string }), volunteer: subjectOf(who) });
  } else if (proposals.has(name)) {
    known.changes.push((outcome.answer as { id: string }).id);
  } else if (pairings.has(name)) {
    const { id } = outcome.answer as { id: string };
    known.pairs.push(id);
    if (name === 'POST /api/merges') known.merges.push(id);
  } else if (name === 'PUT /api/items/{item}') {
    const { id, price } = outcome.answer as Changed;
    known.prices.set(id, price);
  }
}

type WeekSheet = Ask<Contracts['POST /api/week-sheets']>['body'];
/** Each half day that was saved is a shift like any other. */
function learnWeek(known: Known, { post }: Who, { week, cells }: WeekSheet, answer: WeekSaved): void {
  for (const [at, { shift, half, weekday, leftOut }] of answer.cells.entries()) {
    if (!shift || known.shifts.some(({ id }) => id === shift)) continue;
    const out = new Set(leftOut.map(({ id }) => id));
    const volunteers = (cells[at]?.volunteers ?? []).filter((id) => !out.has(id));
    const on = (clock: string) => Date.parse(`${addDays(week, weekday - 1)}T${clock}:00+08:00`);
    const { from, to } = weekTimes[half];
    known.shifts.push({ id: shift, team: post.scope, from: on(from), to: on(to), volunteers });
  }
}

/** A stranger names somebody by a sign; the school sees whom it means. */
function learnPublicObjection(
  known: Known,
  { refOf }: World,
  { shift, person }: { shift: string; person: string },
): void {
  const volunteers = known.served.find(({ id }) => id === shift)?.volunteers ?? [];
  const volunteer = volunteers.find((one) => refOf(shift, one) === person);
  if (volunteer) known.objections.push({ shift, volunteer });
}
