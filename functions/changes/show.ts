/** Changes as staff see them: with the names of the person and of whoever proposed and decided. */
import type { changes } from '../../shared/contracts/changes.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { staffNames } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Who } from '../platform/identity/who.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, type Person, readNaming, readPeople } from '../volunteers/index.ts';
import { type Change, changeAt, changeOf, changesOf, type Finding, type Lifting } from './rows.ts';
import { childrenOf, whyNot } from './who-decides.ts';

type List = (typeof changes)['GET /api/changes'];
type Show = (typeof changes)['GET /api/changes/{change}'];
type Shown = Answer<Show>;

export async function listChanges({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, changesOf(who.district, query.unit, query.state), query);
  return { items: await showAll(tools, who, items.map(changeOf), now), next };
}

export async function showOneChange({ who, params, now }: Ask<Show>, tools: Tools): Promise<Shown> {
  return showChange(tools, who, await readChange(tools, who, params.change), now);
}

/** @throws not_found for a change of another unit or district as for none */
export async function readChange(tools: Tools, who: Who, id: string): Promise<Change> {
  const [item] = await tools.store.get([changeAt(who.district, id)]);
  const change = item && changeOf(item);
  if (!change || !who.units.covers(who.post.unit, change.unit)) throw new Problem('not_found');
  return change;
}

export async function showChange(tools: Tools, who: Who, change: Change, now: number): Promise<Shown> {
  const [shown] = await showAll(tools, who, [change], now);
  if (!shown) throw new Error('A change was not shown');
  return shown;
}

/** People and staff of a whole page in one read each. */
async function showAll(tools: Tools, who: Who, list: readonly Change[], now: number): Promise<Shown[]> {
  if (list.length === 0) return [];
  const ids = [...new Set(list.flatMap((change) => peopleOf(change)))];
  const [people, children, names] = await Promise.all([
    readPeople(tools, who.district, ids),
    childrenOf(tools, who),
    staffNames(
      tools,
      who.district,
      list.flatMap((change) => staffOf(change)),
    ),
  ]);
  const today = shanghaiDay(now);
  const naming = await readNaming(tools, who.district, people, today);
  const byId = new Map(ids.map((id, at) => [id, people[at]]));
  const mergedOf = (person: Person | undefined): Named =>
    person ? { ...naming(person), class: classLabel(person, today) } : nobody;
  return list.map((change) => {
    const { id, kind, state, unit, volunteer, reason, answer, effect, proposedBy, decidedBy, decidedAt } = change;
    const person = byId.get(volunteer);
    return {
      ...{ id, kind, state, unit, volunteer, reason, answer, effect },
      name: naming(person).name,
      class: person ? classLabel(person, today) : '',
      proposedBy: names.get(proposedBy) ?? '',
      proposedAt: iso(change.proposedAt),
      mayDecide: state === 'proposed' && whyNot(who, children, change) === undefined,
      ...whatOf(change, 'merged' in change ? mergedOf(byId.get(change.merged)) : nobody),
      finding: findingOf(change, names),
      decidedBy: decidedBy && (names.get(decidedBy) ?? ''),
      decidedAt: decidedAt === undefined ? undefined : iso(decidedAt),
    };
  });
}

const staffOf = (change: Change) =>
  [change.proposedBy, change.decidedBy, isFinding(change) ? change.recordedBy : undefined].filter(
    (one) => one !== undefined,
  );
const isFinding = (change: Change): change is Finding | Lifting =>
  change.kind === 'finding' || change.kind === 'lifting';

function findingOf(change: Change, names: ReadonlyMap<string, string>): Shown['finding'] {
  if (!isFinding(change)) return undefined;
  const { kind, shift, service, about, recordedBy, state } = change;
  const mayLift = kind === 'finding' && state === 'approved' && change.liftedBy === undefined;
  return { shift, service, about, recorder: names.get(recordedBy) ?? '', mayLift };
}

const peopleOf = (change: Change) => ('merged' in change ? [change.volunteer, change.merged] : [change.volunteer]);

/** Whom a merge ends, as far as a list may say. */
type Named = Pick<Person, 'name' | 'number' | 'class'>;
const nobody: Named = { name: '', number: '', class: '' };

function whatOf(change: Change, merged: Named): Pick<Shown, 'correction' | 'merge' | 'points'> {
  if ('merged' in change) {
    const { merged: volunteer, minutes, points } = change;
    const mayUndo = change.kind === 'merge' && change.state === 'approved' && change.separatedBy === undefined;
    return { merge: { volunteer, ...merged, minutes, points, mayUndo } };
  }
  if (isFinding(change)) return {};
  if (change.kind !== 'correction') return { points: change.points };
  const { shift, service, minutesBefore, minutes, pointsBefore, pointsAfter: points } = change;
  return { correction: { shift, service, minutesBefore, minutes, pointsBefore, points } };
}
