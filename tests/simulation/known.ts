/** What clients have learned from their answers: the shifts and redemptions they ask about next, and prices. */
import type { Ask } from '../../functions/platform/ask.ts';
import { subjectOf, type Who } from '../../functions/platform/identity/who.ts';
import type { Contracts } from '../../shared/contracts/index.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { type Attempt, rowsOf } from './history.ts';
import type { World } from './world.ts';

export interface KnownShift {
  readonly id: string;
  readonly team: string;
  readonly from: number;
  readonly to: number;
  readonly volunteers: readonly string[];
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
export interface Known {
  readonly shifts: KnownShift[];
  readonly approvals: KnownApproval[];
  readonly redemptions: KnownRedemption[];
  /** Shifts that are final, or may become so. */
  readonly served: KnownShift[];
  readonly objections: { readonly shift: string; readonly volunteer: string }[];
  readonly changes: string[];
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
  giftsWanted: [],
  prices: new Map(world.items.map((item, at) => [item, 10 * (at + 1)])),
});

const proposals = new Set<string>(['POST /api/corrections', 'POST /api/adjustments', 'POST /api/waivers']);
type Recorded = Answer<Contracts['POST /api/shifts']>;
type Redeemed = Answer<Contracts['POST /api/redemptions']>;
type Changed = Answer<Contracts['PUT /api/items/{item}']>;

/** Keeps what an outcome says, for later requests: a redemption that is closed is soon asked about no more. */
export function learn(known: Known, { operation, outcome }: Attempt): void {
  const { name, who, params, body } = operation;
  if (outcome?.kind === 'refusal' && outcome.code === 'redemption_not_open') {
    const { redemption } = { ...Object(params), ...Object(body) } as { redemption: string };
    const at = known.redemptions.findIndex(({ id }) => id === redemption);
    if (at >= 0) known.redemptions.splice(at, 1);
  }
  if (outcome?.kind !== 'answer') return;
  if (name === 'POST /api/shifts') {
    const { shift, leftOut } = outcome.answer as Recorded;
    const { participants } = body as Ask<Contracts['POST /api/shifts']>['body'];
    const out = new Set(leftOut.map(({ id }) => id));
    const volunteers = participants.map(({ volunteer }) => volunteer).filter((id) => !out.has(id));
    const { id, team, from, to } = shift;
    known.shifts.push({ id, team, from: Date.parse(from), to: Date.parse(to), volunteers });
  } else if (name === 'POST /api/shifts/{shift}/approval') {
    const shift = known.shifts.find(({ id }) => id === (params as { shift: string }).shift);
    const isDone = rowsOf(outcome.answer).some((row) => row.outcome === 'done');
    if (shift && isDone) {
      known.approvals.push({ shift, approver: who });
      known.served.push(shift);
    }
  } else if (name === 'POST /api/redemptions' || name === 'POST /api/me/gifts/{gift}/claim') {
    const { id, desk, code } = outcome.answer as Redeemed;
    if (code) known.redemptions.push({ id, wallet: who, desk, code });
  } else if (name === 'POST /api/me/records/{shift}/objection') {
    known.objections.push({ ...(params as { shift: string }), volunteer: subjectOf(who) });
  } else if (proposals.has(name)) {
    known.changes.push((outcome.answer as { id: string }).id);
  } else if (name === 'PUT /api/items/{item}') {
    const { id, price } = outcome.answer as Changed;
    known.prices.set(id, price);
  }
}
