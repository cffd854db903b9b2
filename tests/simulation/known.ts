/** What clients have learned from their answers: the shifts and redemptions they ask about next, and prices. */
import type { Ask } from '../../functions/platform/ask.ts';
import { subjectOf, type Who } from '../../functions/platform/identity/who.ts';
import type { ContractName, Contracts } from '../../shared/contracts/index.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { addDays } from '../../shared/rules/calendar.ts';
import { type Attempt, rowsOf } from './history.ts';
import type { World } from './world.ts';

export const weekTimes = { morning: { from: '07:00', to: '08:00' }, afternoon: { from: '16:00', to: '17:30' } };
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
type KnownCertificate = Pick<Answer<Contracts['POST /api/me/certificates']>, 'id' | 'volunteer' | 'minutes'>;
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
  readonly findings: string[];
  readonly certificates: KnownCertificate[];
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
  findings: [],
  certificates: [],
  slots: [],
  bookings: [],
  giftsWanted: [],
  prices: new Map(world.items.map((item, at) => [item, 10 * (at + 1)])),
});

/** One request with its answer, typed by the route's contract. */
interface Told<N extends ContractName> {
  readonly world: World;
  readonly who: Who;
  readonly params: Ask<Contracts[N]>['params'];
  readonly body: Ask<Contracts[N]>['body'];
  readonly answer: Answer<Contracts[N]>;
}
type Lesson<N extends ContractName> = (known: Known, told: Told<N>) => void;

type Proposal = { readonly answer: { readonly id: string } };
const learnChange = ({ changes }: Known, { answer }: Proposal) => void changes.push(answer.id);
const learnPair = ({ pairs }: Known, { answer }: Proposal) => void pairs.push(answer.id);
const learnCertificate = ({ certificates }: Known, { answer }: { readonly answer: KnownCertificate }) =>
  void certificates.push(answer);
function learnRedemption(
  { redemptions, bookings }: Known,
  { id, desk, code }: Answer<Contracts['POST /api/redemptions']>,
  wallet: Who | undefined,
  slot?: string,
): void {
  if (code && wallet) (slot === undefined ? redemptions : bookings).push({ id, wallet, desk, code });
}

function learnPhoto({ shifts }: Known, params: { readonly shift: string }, isMissing: boolean): void {
  const shift = shifts.find(({ id }) => id === params.shift);
  if (shift) shift.wantsPhoto = isMissing;
}

/** What is kept of each answer for later requests. */
const lessons: { readonly [N in ContractName]?: Lesson<N> } = {
  'POST /api/shifts': ({ shifts }, { body: { participants }, answer: { shift, leftOut } }) => {
    const out = new Set(leftOut.map(({ id }) => id));
    const volunteers = participants.map(({ volunteer }) => volunteer).filter((id) => !out.has(id));
    const { id, team, from, to } = shift;
    shifts.push({ id, team, from: Date.parse(from), to: Date.parse(to), volunteers });
  },
  'POST /api/shifts/{shift}/confirmation': (known, { params, answer }) =>
    learnPhoto(
      known,
      params,
      rowsOf(answer).some(({ outcome }) => outcome === 'make_up_photo_missing'),
    ),
  'PUT /api/shifts/{shift}/photo': (known, { params }) => learnPhoto(known, params, false),
  'POST /api/shifts/{shift}/approval': (known, { who, params, answer }) => {
    const shift = known.shifts.find(({ id }) => id === params.shift);
    if (!shift || !rowsOf(answer).some((row) => row.outcome === 'done')) return;
    known.approvals.push({ shift, approver: who });
    known.served.push(shift);
  },
  'POST /api/redemptions': (known, { who, answer, body }) => learnRedemption(known, answer, who, body.slot),
  'POST /api/me/gifts/{gift}/claim': (known, { who, answer }) => learnRedemption(known, answer, who),
  'POST /api/volunteers/{volunteer}/redemptions': (known, { world, params, answer }) => {
    const wallet = world.pupils.find(({ person }) => person === params.volunteer);
    learnRedemption(known, answer, wallet);
  },
  'POST /api/items/{item}/slots': ({ slots }, { params: { item }, answer: { id, desk } }) =>
    void slots.push({ id, item, desk, wanted: 0 }),
  'POST /api/week-sheets': learnWeek,
  'POST /api/publicity/{school}/objections': learnPublicObjection,
  'POST /api/me/records/{shift}/objection': ({ objections }, { who, params: { shift } }) =>
    void objections.push({ shift, volunteer: subjectOf(who) }),
  'POST /api/corrections': learnChange,
  'POST /api/adjustments': learnChange,
  'POST /api/waivers': learnChange,
  'POST /api/findings': (known, told) => {
    learnChange(known, told);
    known.findings.push(told.answer.id);
  },
  'POST /api/findings/{change}/lifting': learnChange,
  'POST /api/merges': (known, told) => {
    learnPair(known, told);
    known.merges.push(told.answer.id);
  },
  'POST /api/merges/{change}/undo': learnPair,
  'POST /api/me/certificates': learnCertificate,
  'POST /api/volunteers/{volunteer}/certificates': learnCertificate,
  'PUT /api/items/{item}': ({ prices }, { answer: { id, price } }) => void prices.set(id, price),
};

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
  const lesson = lessons[name] as ((known: Known, told: object) => void) | undefined;
  lesson?.(known, { world, who, params, body, answer: outcome.answer });
}

/** Each half day that was saved is a shift like any other. */
function learnWeek(known: Known, { who: { post }, body: { week, cells }, answer }: Told<'POST /api/week-sheets'>) {
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
function learnPublicObjection(known: Known, { world, body }: Told<'POST /api/publicity/{school}/objections'>): void {
  const { shift, person } = body;
  const volunteers = known.served.find(({ id }) => id === shift)?.volunteers ?? [];
  const volunteer = volunteers.find((one) => world.refOf(shift, one) === person);
  if (volunteer) known.objections.push({ shift, volunteer });
}
