/**
 * What one person proposes and another decides: two names that are neither the beneficiary's nor the recorder's, one
 * entry in a wallet exactly if it was approved, and that entry does what was proposed.
 */
import type { Item } from '../../functions/platform/store/port.ts';
import { type Entry, entriesIn } from './ledger.ts';
import { kinIn } from './merges.ts';
import { grouped, rows, type Stored } from './stored.ts';

interface Change {
  readonly id: string;
  readonly kind: 'correction' | 'adjustment' | 'waiver' | 'merge' | 'separation' | 'finding' | 'lifting';
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly volunteer: string;
  readonly proposedBy: string;
  readonly decidedBy?: string;
  readonly recordedBy?: string;
  readonly points?: number;
  readonly minutes?: number;
  readonly minutesBefore?: number;
  readonly finding?: string;
  readonly liftedBy?: string;
}
/** What of them stands in wallets. */
const entryKinds: Readonly<Partial<Record<Change['kind'], Entry['kind']>>> = {
  correction: 'correct',
  adjustment: 'adjust',
  waiver: 'waive',
  merge: 'merge',
  separation: 'merge',
};
const isOfTwo = ({ kind }: Pick<Change, 'kind'>) => kind === 'merge' || kind === 'separation';

export function auditChanges(stored: Stored): string[] {
  const kinds: readonly string[] = Object.values(entryKinds);
  const entries = entriesIn(stored).filter(({ kind }) => kinds.includes(kind));
  const byChange = grouped(entries, ({ effect }) => effect.change ?? 'none');
  const wrong: string[] = [];
  const kinOf = kinIn(stored);
  for (const change of rows<Change>(stored.Changes, 'CH')) {
    const faults = [...faultsOfNames(change), ...faultsOfEffect(change, byChange.get(change.id) ?? [], kinOf)];
    wrong.push(...faults.map((fault) => `${change.kind} ${change.id}: ${fault}`));
    byChange.delete(change.id);
  }
  wrong.push(...faultsOfLifting(stored));
  return [...wrong, ...[...byChange.keys()].map((id) => `change ${id}: has an entry and does not exist`)];
}

function* faultsOfNames(change: Change & Item): Iterable<string> {
  const { state, volunteer, proposedBy, decidedBy, recordedBy, byUnitPk } = change;
  const isOpen = state === 'proposed';
  if (isOpen !== (decidedBy === undefined)) yield `${state}, decided by ${decidedBy ?? 'nobody'}`;
  if (decidedBy && [volunteer, proposedBy, recordedBy].includes(decidedBy)) yield 'decided by somebody concerned';
  if (proposedBy === volunteer) yield 'proposed by whom it is about';
  if (String(byUnitPk).endsWith('#open') !== isOpen) yield `${state}, listed otherwise`;
}

type KinOf = ReturnType<typeof kinIn>;
function* faultsOfEffect(change: Change, entries: readonly Entry[], kinOf: KinOf): Iterable<string> {
  const { kind, state, volunteer } = change;
  const due = isOfTwo(change) ? 2 : entryKinds[kind] ? 1 : 0;
  if (entries.length !== (state === 'approved' ? due : 0)) yield `${state}, and ${entries.length} entries`;
  for (const entry of entries) {
    if (entry.kind !== entryKinds[kind] || !kinOf(volunteer).has(entry.wallet))
      yield 'its entry is of another kind or wallet';
    if (kind === 'adjustment' && entry.points - entry.debt !== change.points) yield 'gave other points than proposed';
    const minutes = (change.minutes ?? 0) - (change.minutesBefore ?? 0);
    if (kind === 'correction' && entry.minutes !== minutes) yield 'took other minutes than proposed';
  }
}

/** A finding says which approved lifting took it back, once. */
function* faultsOfLifting({ Changes }: Stored): Iterable<string> {
  const changes = new Map(rows<Change>(Changes, 'CH').map((change) => [change.id, change]));
  for (const { id, kind, state, finding, liftedBy } of changes.values()) {
    if (kind === 'lifting' && state === 'approved' && changes.get(finding ?? '')?.liftedBy !== id)
      yield `lifting ${id}: approved, and its finding says otherwise`;
    if (liftedBy === undefined) continue;
    const lifting = changes.get(liftedBy);
    if (state !== 'approved' || lifting?.state !== 'approved' || lifting.finding !== id)
      yield `finding ${id}: lifted by ${liftedBy}, which says otherwise`;
  }
}
