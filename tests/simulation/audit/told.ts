/**
 * What clients were told against what is stored: told yes, it is there; told no, it is not; and nothing is there that
 * nobody was told of. Per wallet, the order of entries agrees with the order in which clients saw things happen.
 */
import type { Contracts } from '../../../shared/contracts/index.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { type Attempt, rowsOf, said } from '../history.ts';
import { recordsIn, type ServiceRecord } from './hours.ts';
import { entriesIn } from './ledger.ts';
import { type Redemption, redemptionsIn, stockChangesIn } from './rewards.ts';
import { grouped, type Stored } from './stored.ts';

type Redeemed = Answer<Contracts['POST /api/redemptions']>;

export function auditTold(stored: Stored, attempts: readonly Attempt[]): string[] {
  const redemptions = new Map(redemptionsIn(stored).map((one) => [one.id, one]));
  const records = new Map(recordsIn(stored).map((one) => [`${one.shift} ${one.volunteer}`, one]));
  const facts = { stored, redemptions, records, undone: undoneIn(attempts) };
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

interface Facts {
  readonly stored: Stored;
  readonly redemptions: ReadonlyMap<string, Redemption>;
  readonly records: ReadonlyMap<string, ServiceRecord>;
  /** Approvals that somebody may have taken back: shift, volunteer and approver. */
  readonly undone: ReadonlySet<string>;
}

function faultOf(facts: Facts, attempt: Attempt): string | undefined {
  const { operation, outcome } = attempt;
  if (outcome === undefined) return undefined;
  const guard = guardOf(facts.stored, attempt);
  if (guard === 'none') return outcome.kind === 'answer' ? faultOfRows(facts, attempt, outcome.answer) : undefined;
  const happened = guard !== undefined && guard.void === undefined;
  if (outcome.kind === 'refusal') return happened ? `refused with ${outcome.code}, and it happened` : undefined;
  if (!happened) return 'answered, and it did not happen';
  const redemption = redemptionOf(facts, attempt);
  switch (operation.name) {
    case 'POST /api/redemptions':
      return redemption?.id === guard.result ? undefined : 'answered with a redemption that is not there';
    case 'POST /api/redemptions/{redemption}/cancellation':
      return redemption?.state === 'cancelled' ? undefined : `cancelled, and it is ${redemption?.state}`;
    case 'POST /api/pick-ups/{code}/hand-over':
      return redemption?.state === 'handed_over' ? undefined : `handed over, and it is ${redemption?.state}`;
    default:
      return undefined;
  }
}

/** The row that remembers a key; none for what has no key. */
function guardOf({ Journal, Guards }: Stored, { operation: { name, who }, key }: Attempt) {
  if (name === 'POST /api/redemptions') return Journal.get(`X#R#${who.person}#${key} X`);
  return isGuarded(name) ? Guards.get(`G#${who.person}#${key} G`) : 'none';
}
const unguarded = /^GET|confirmation$|approval$|undo$|return$/;
const isGuarded = (name: string) => !unguarded.test(name);

function redemptionOf({ redemptions }: Facts, { operation, outcome }: Attempt): Redemption | undefined {
  const { redemption } = { ...Object(operation.params), ...Object(operation.body) } as { redemption?: string };
  const { id } = Object(outcome && 'answer' in outcome ? outcome.answer : {}) as Partial<Redeemed>;
  return redemptions.get(redemption ?? id ?? '');
}

/** Heard or not, an undoing may have happened to all that it named, and without names to the whole shift. */
function undoneIn(attempts: readonly Attempt[]): Set<string> {
  const undoings = attempts.filter(({ operation }) => operation.name === 'POST /api/shifts/{shift}/approval/undo');
  const named = undoings.flatMap(({ operation: { params, body, who } }) => {
    const { shift } = params as { shift: string };
    const { volunteers = ['everybody'] } = body as { volunteers?: readonly string[] };
    return volunteers.map((volunteer) => `${shift} ${volunteer} ${who.person}`);
  });
  return new Set(named);
}

/** Bulk work: an approval that was told done is done, by whoever was told. */
function faultOfRows({ records, undone }: Facts, { operation: { name, params, who } }: Attempt, answer: unknown) {
  if (name !== 'POST /api/shifts/{shift}/approval') return undefined;
  const { shift } = params as { shift: string };
  for (const { id, outcome } of rowsOf(answer)) {
    if (['everybody', id].some((one) => undone.has(`${shift} ${one} ${who.person}`))) continue;
    const record = records.get(`${shift} ${id}`);
    const isApproved = record?.state === 'published' || record?.state === 'final';
    if (outcome === 'done' && !(isApproved && record.approvedBy === who.person)) return `${id} approved, and it is not`;
  }
  return undefined;
}

/** As many things are there as clients were told of. */
function* faultsOfCounts(stored: Stored, attempts: readonly Attempt[]): Iterable<string> {
  const told = (name: string) =>
    attempts.filter((a) => a.operation.name === name && a.outcome?.kind === 'answer').length;
  const changes = stockChangesIn(stored).filter(({ by }) => by !== 'founding').length;
  const versions = [...stored.Rewards.values()].filter(({ sk }) => sk === 'ITEM').map(({ ver }) => Number(ver) - 1);
  const counts: [string, number][] = [
    ['POST /api/redemptions', redemptionsIn(stored).length],
    ['POST /api/items/{item}/stock', changes],
    ['PUT /api/items/{item}', versions.reduce((sum, changed) => sum + changed, 0)],
  ];
  for (const [name, there] of counts) if (there !== told(name)) yield `${name}: ${told(name)} told, ${there} there`;
}

interface Seen {
  readonly seq: number;
  readonly isRead: boolean;
  readonly called: number;
  readonly returned: number;
}

/**
 * Walks a wallet's entries and reads in the order of the ledger and keeps the latest call: whatever comes later in the
 * ledger cannot have returned before.
 */
function* faultsOfOrder(stored: Stored, attempts: readonly Attempt[]): Iterable<string> {
  const sequences = new Map(entriesIn(stored).map(({ tx, seq }) => [tx, seq]));
  const byWallet = grouped(attempts, ({ operation }) => operation.who.person);
  for (const [wallet, own] of byWallet) {
    const list = own.map((attempt) => seenOf(sequences, attempt)).filter((seen) => seen !== undefined);
    list.sort((a, b) => a.seq - b.seq || Number(a.isRead) - Number(b.isRead) || a.called - b.called);
    let latestCall = 0;
    for (const { seq, called, returned } of list) {
      if (returned < latestCall) yield `wallet ${wallet}: at entry ${seq} time runs backwards`;
      latestCall = Math.max(latestCall, called);
    }
  }
}

function seenOf(
  sequences: ReadonlyMap<string, number>,
  { operation, key, called, returned, outcome }: Attempt,
): Seen | undefined {
  if (outcome?.kind !== 'answer' || returned === undefined) return undefined;
  const { name, who, params } = operation;
  if (name === 'GET /api/me/balance') {
    return { seq: (outcome.answer as { entries: number }).entries, isRead: true, called, returned };
  }
  const tx =
    name === 'POST /api/redemptions'
      ? `R#${who.person}#${key}`
      : `C#${(params as { redemption?: string })?.redemption}`;
  const seq = name.startsWith('POST /api/redemptions') ? sequences.get(tx) : undefined;
  return seq === undefined ? undefined : { seq, isRead: false, called, returned };
}
