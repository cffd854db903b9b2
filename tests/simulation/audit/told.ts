/**
 * What clients were told against what is stored: told yes, it is there; told no, it is not; and nothing is there that
 * nobody was told of.
 */
import { subjectOf } from '../../../functions/platform/identity/who.ts';
import { isApproved, recordsIn, type ServiceRecord } from '../../../scripts/audit/hours.ts';
import { entriesIn } from '../../../scripts/audit/ledger.ts';
import { type Redemption, redemptionsIn, stockChangesIn } from '../../../scripts/audit/rewards.ts';
import { grouped, rows, type Stored, sumOf } from '../../../scripts/audit/stored.ts';
import type { Contracts } from '../../../shared/contracts/index.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { type Attempt, isKept, rowsOf, said } from '../history.ts';
import type { Operation } from '../operation.ts';
import { type BegunAnew, begunAnewIn, decidingObjection, recordIn } from './begun-anew.ts';
import { faultsOfOrder, transactionOf, walletIn } from './order.ts';

type Redeemed = Answer<Contracts['POST /api/redemptions']>;

export function auditTold(stored: Stored, attempts: readonly Attempt[]): string[] {
  const redemptions = new Map(redemptionsIn(stored).map((one) => [one.id, one]));
  const records = new Map(recordsIn(stored).map((one) => [`${one.shift} ${one.volunteer}`, one]));
  const facts = { stored, redemptions, records, ...begunAnewIn(attempts) };
  const wrong = attempts.map((attempt) => {
    const fault = faultOf(facts, attempt);
    return fault && `${said(attempt)}: ${fault}`;
  });
  return [
    ...wrong.filter((fault) => fault !== undefined),
    ...faultsOfCounts(stored, attempts),
    ...faultsOfOrder(stored, attempts),
  ];
}

interface Facts extends BegunAnew {
  readonly stored: Stored;
  readonly redemptions: ReadonlyMap<string, Redemption>;
  readonly records: ReadonlyMap<string, ServiceRecord>;
}

function faultOf(facts: Facts, attempt: Attempt): string | undefined {
  const { operation, outcome } = attempt;
  if (outcome === undefined) return undefined;
  if (!isKept(operation)) return outcome.kind === 'answer' ? faultOfDone(facts, attempt, outcome.answer) : undefined;
  const guard = guardOf(facts.stored, attempt);
  const happened = guard !== undefined && guard.void === undefined;
  if (outcome.kind === 'refusal') return happened ? `refused with ${outcome.code}, and it happened` : undefined;
  if (!happened) return 'answered, and it did not happen';
  const redemption = redemptionOf(facts, attempt);
  switch (operation.name) {
    case 'POST /api/redemptions':
    case 'POST /api/volunteers/{volunteer}/redemptions':
      return redemption?.id === guard.result ? undefined : 'answered with a redemption that is not there';
    case 'POST /api/redemptions/{redemption}/cancellation':
      return redemption?.state === 'cancelled' ? undefined : `cancelled, and it is ${redemption?.state}`;
    case 'POST /api/pick-ups/{code}/cancellation': {
      const { reason } = operation.body as { reason: string };
      const isSo = redemption?.state === 'cancelled' && redemption.reason === reason;
      return isSo ? undefined : `called off for ${reason}, and it is ${redemption?.state} for ${redemption?.reason}`;
    }
    case 'POST /api/pick-ups/{code}/missed':
      return redemption?.state === 'missed' ? undefined : `missed, and it is ${redemption?.state}`;
    case 'POST /api/pick-ups/{code}/hand-over':
      return redemption?.state === 'handed_over' ? undefined : `handed over, and it is ${redemption?.state}`;
    default:
      return undefined;
  }
}

/** The row that remembers a key. */
function guardOf({ Journal, Guards }: Stored, { operation, key }: Attempt) {
  const { name, who } = operation;
  const tx = transactionOf(name);
  return tx ? Journal.get(`X#${tx}#${walletIn(operation)}#${key} X`) : Guards.get(`G#${who.person}#${key} G`);
}
function redemptionOf({ redemptions }: Facts, { operation, outcome }: Attempt): Redemption | undefined {
  const { redemption } = { ...Object(operation.params), ...Object(operation.body) } as { redemption?: string };
  const { id } = Object(outcome && 'answer' in outcome ? outcome.answer : {}) as Partial<Redeemed>;
  return redemptions.get(redemption ?? id ?? '');
}

/** What needs no key: told done, it is done, by whoever was told. */
function faultOfDone(facts: Facts, { operation }: Attempt, answer: unknown): string | undefined {
  const { who, body } = operation;
  const params = operation.params as Readonly<Record<string, string>>;
  switch (operation.name) {
    case 'POST /api/shifts/{shift}/approval':
      return faultOfApproval(facts, operation, answer);
    case 'POST /api/me/records/{shift}/objection': {
      const record = facts.records.get(`${params.shift} ${subjectOf(who)}`);
      return record?.objection ? undefined : 'objected, and there is no objection';
    }
    case decidingObjection: {
      // Given back it begins anew: it may be approved, and objected to, once more.
      if (facts.returned.has(recordIn(operation))) return undefined;
      const { objection, state } = facts.records.get(recordIn(operation)) ?? {};
      const { decision } = body as { decision: string };
      // What was decided about a stranger's objection, the person may have objected to since.
      if (facts.strangers.has(String(params.shift)) && objection?.by !== 'public') return undefined;
      const isKeptSo = (decision === 'upheld') === (state === 'rejected');
      const isTheirs = objection?.decision === decision && objection.decidedBy === who.account;
      return isTheirs && isKeptSo ? undefined : `decided ${decision}, and it is ${state}`;
    }
    case 'POST /api/changes/{change}/decision': {
      const { state } = answer as { state: string };
      const change = facts.stored.Changes.get(`CH#${params.change} CH`);
      return change?.state === state && change.decidedBy === who.person ? undefined : `${state}, and it is not`;
    }
    case 'POST /api/items/{item}/slots/{slot}/cancellation': {
      const slot = facts.stored.Rewards.get(`I#${params.item} SLOT#${params.slot}`);
      return slot?.calledOff ? undefined : 'called off, and it can be booked';
    }
    case 'POST /api/pick-ups/hand-over': {
      const done = rowsOf(answer).filter(({ outcome }) => outcome === 'done');
      const missing = done.find(({ id }) => facts.redemptions.get(id)?.state !== 'handed_over');
      return missing && `handed ${missing.id} over, and it is not`;
    }
    default:
      return undefined;
  }
}

function faultOfApproval({ records, undone, returned }: Facts, { params, who }: Operation, answer: unknown) {
  const { shift } = params as { shift: string };
  for (const { id, outcome } of rowsOf(answer)) {
    if (['everybody', id].some((one) => undone.has(`${shift} ${one} ${who.person}`))) continue;
    if (returned.has(`${shift} ${id}`)) continue;
    const record = records.get(`${shift} ${id}`);
    if (outcome !== 'done' || !record) continue;
    const { approvedBy, firstApprovedBy, grade, sentBackAt } = record;
    const isSecond = approvedBy === who.person && (isApproved(record) || record.state === 'rejected');
    // The first of two approvals is gone when the record is sent back, and may be another's afterwards.
    const isGone = grade === 'D' && (firstApprovedBy === undefined || sentBackAt !== undefined);
    const isFirst = firstApprovedBy === who.person || isGone;
    if (!isSecond && !isFirst) return `${id} approved, and it is not`;
  }
  return undefined;
}

/** As many things are there as clients were told of. */
function* faultsOfCounts(stored: Stored, attempts: readonly Attempt[]): Iterable<string> {
  const told = (name: string) =>
    attempts.filter((a) => a.operation.name === name && a.outcome?.kind === 'answer').length;
  const changes = stockChangesIn(stored).filter(({ by, redemption }) => by !== 'founding' && !redemption).length;
  const versions = [...stored.Rewards.values()].filter(({ sk }) => sk === 'ITEM').map(({ ver }) => Number(ver) - 1);
  const proposed = grouped(rows<{ readonly kind: string }>(stored.Changes, 'CH'), ({ kind }) => kind);
  const redemptions = redemptionsIn(stored);
  const gifts = redemptions.filter(({ gift }) => gift !== undefined);
  const donations = entriesIn(stored).filter(({ kind }) => kind === 'donate').length;
  const counts: [string | string[], number][] = [
    [
      ['POST /api/redemptions', 'POST /api/volunteers/{volunteer}/redemptions'],
      redemptions.filter(({ gift }) => gift === undefined).length,
    ],
    ['POST /api/items/{item}/slots', rows(stored.Rewards, 'SLOT#').length],
    ['POST /api/merges', proposed.get('merge')?.length ?? 0],
    ['POST /api/merges/{change}/undo', proposed.get('separation')?.length ?? 0],
    ['POST /api/donations', donations],
    ['POST /api/corrections', proposed.get('correction')?.length ?? 0],
    ['POST /api/findings', proposed.get('finding')?.length ?? 0],
    ['POST /api/findings/{change}/lifting', proposed.get('lifting')?.length ?? 0],
    [
      ['POST /api/me/certificates', 'POST /api/volunteers/{volunteer}/certificates'],
      [...stored.Service.values()].filter(({ sk }) => sk.startsWith('CERT#')).length,
    ],
    ['POST /api/adjustments', proposed.get('adjustment')?.length ?? 0],
    ['POST /api/waivers', proposed.get('waiver')?.length ?? 0],
    [['POST /api/items/{item}/stock', 'POST /api/items/{item}/counts'], changes],
    [['POST /api/me/gifts/{gift}/claim', 'POST /api/gifts/hand-over'], gifts.length],
    ['PUT /api/items/{item}', versions.reduce((sum, changed) => sum + changed, 0)],
  ];
  for (const [names, there] of counts) {
    const heard = sumOf([names].flat().map(told));
    if (there !== heard) yield `${names}: ${heard} told, ${there} there`;
  }
}
