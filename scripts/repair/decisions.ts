/**
 * What two people decided: approved exactly if its entries are there, one, or two where registrations become one or two
 * again. Where they are lost it is decided again, unless a registration has ended or come back already.
 */
import type { Item, Write } from '../../functions/platform/store/port.ts';
import { grouped, rows, type Stored } from '../audit/stored.ts';
import { type Case, type Remedy, together } from './case.ts';
import type { Entry } from './fragments.ts';

interface Proposed {
  readonly id: string;
  readonly kind: string;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly volunteer: string;
  readonly unit: string;
  /** Of a merge and a separation: the registration that ends or comes back. */
  readonly merged?: string;
  readonly merge?: string;
  readonly separatedBy?: string;
}
type Change = Proposed & Item;

export function repairDecisions(district: string, stored: Stored, entries: readonly Entry[]): Remedy {
  const byChange = grouped(
    entries.filter(({ effect }) => effect.change),
    ({ effect }) => String(effect.change),
  );
  const changes = rows<Proposed>(stored.Changes, 'CH');
  const known = new Set(changes.map(({ id }) => id));
  const lost = [...byChange.keys()].filter((id) => !known.has(id));
  return together([
    { writes: [], cases: lost.map((id) => lostChange(id, byChange.get(id) ?? [])) },
    ...changes.map((change) => follow(district, stored, change, byChange.get(change.id) ?? [])),
    { writes: [...separations(changes)], cases: [...registrations(stored, changes)] },
  ]);
}

const lostChange = (id: string, entries: readonly Entry[]): Case => ({
  about: [id, ...entries.flatMap(({ wallet, effect }) => [wallet, String(effect.volunteer ?? wallet)])],
  says: `change ${id}: carried out, and lost`,
});

const isOfTwo = ({ kind }: Change) => kind === 'merge' || kind === 'separation';

function follow(district: string, stored: Stored, change: Change, entries: readonly Entry[]): Remedy {
  const { id, kind, state, volunteer, merged } = change;
  const [entry] = entries;
  const about = [id, volunteer, ...(merged === undefined ? [] : [merged])];
  const review = (says: string): Remedy => ({ writes: [], cases: [{ about, says: `${kind} ${id}: ${says}` }] });
  if (entry && isOfTwo(change) && entries.length !== 2) return review('one of its two entries is lost');
  if (state === 'proposed' && entry) return { writes: [decided(district, change, entry)], cases: [] };
  if (state === 'approved' && !entry) {
    if (isOfTwo(change) && isMerged(stored, merged) === (kind === 'merge'))
      return review(`what it moved from ${merged} or back is lost, the registration itself has followed it`);
    const says = `what it did to ${volunteer} is lost, it waits for a decision again`;
    return { writes: [openAgain(district, change)], cases: review(says).cases };
  }
  return (state === 'approved') === (entry !== undefined) ? nothing : review(`${state}, its entries say otherwise`);
}
const nothing: Remedy = { writes: [], cases: [] };

const isMerged = ({ Volunteers }: Stored, registration?: string) =>
  Volunteers.get(`V#${registration} V`)?.mergedInto !== undefined;

/** A merge names the separation that took it back, so that none does so twice. */
function* separations(changes: readonly Change[]): Iterable<Write> {
  const by = new Map(changes.filter(({ state }) => state === 'approved').map(({ merge, id }) => [merge, id]));
  for (const { pk, sk, kind, id, separatedBy } of changes) {
    const right = by.get(id);
    if (kind !== 'merge' || separatedBy === right) continue;
    const update = right ? { set: { separatedBy: right } } : { remove: ['separatedBy'] };
    yield { table: 'Changes', key: { pk, sk }, update };
  }
}

/** Lists, sign-ins and teams of a registration are put right by people, who see it. */
function* registrations(stored: Stored, changes: readonly Change[]): Iterable<Case> {
  for (const [registration, about] of grouped(changes.filter(isOfTwo), ({ merged = '' }) => merged)) {
    const heir = stored.Ledger.get(`W#${registration} BAL`)?.mergedInto;
    const row = stored.Volunteers.get(`V#${registration} V`);
    if (row?.mergedInto === heir) continue;
    const state = row?.mergedInto ? 'merged' : 'not merged';
    const says = `registration ${registration}: ${state}, its wallet says otherwise`;
    yield { about: about.map(({ id }) => id), says };
  }
}

const listOf = (district: string, unit: string, list: string) => `T#${district}#CHU#${unit}#${list}`;

function decided(district: string, { pk, sk, id, unit }: Change, { by, at }: Entry): Write {
  const listed = { byUnitPk: listOf(district, unit, 'closed'), byUnitSk: `${new Date(at).toISOString()}#${id}` };
  const set = { state: 'approved', decidedBy: by, decidedAt: at, ...listed };
  return { table: 'Changes', key: { pk, sk }, update: { set } };
}

function openAgain(district: string, { pk, sk, id, unit }: Change): Write {
  const listed = { byUnitPk: listOf(district, unit, 'open'), byUnitSk: id };
  const remove = ['decidedBy', 'decidedAt', 'answer', 'effect'];
  return { table: 'Changes', key: { pk, sk }, update: { set: { state: 'proposed', ...listed }, remove } };
}
