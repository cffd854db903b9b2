/** Moves as both schools, the pupil and the guardian see them. */
import type { moves } from '../../../shared/contracts/moves.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { staffNames } from '../../access/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { classLabel, readPeople } from '../../volunteers/index.ts';
import { homeOf, type Move, moveAt, moveIntoAt, moveOf, movesOf } from './rows.ts';

type List = (typeof moves)['GET /api/moves'];
type Shown = Answer<(typeof moves)['POST /api/moves']>;

export async function listMoves({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, movesOf(who.district, query.unit), query);
  const rows =
    items.length === 0
      ? []
      : await tools.store.get(items.map((line) => moveAt(homeOf(line) ?? who.district, String(line.volunteer))));
  const open = rows.map((row) => moveOf(tools.vault, row)).filter((move) => move?.state === 'open') as Move[];
  return { items: await showMoves(tools, who, open, now), next };
}

/** @throws not_found for a move between schools that the asker's post does not cover, like for none */
export async function readMove(tools: Tools, { district, units, post }: Who, volunteer: string): Promise<Move> {
  const [own, into] = await tools.store.get([moveAt(district, volunteer), moveIntoAt(district, volunteer)]);
  const home = homeOf(into);
  const [item] = own || home === undefined ? [own] : await tools.store.get([moveAt(home, volunteer)]);
  const move = moveOf(tools.vault, item);
  if (!move || ![move.from, move.to].some((school) => units.covers(post.unit, school))) throw new Problem('not_found');
  return move;
}

export async function showMove(tools: Tools, who: Who, move: Move, now: number): Promise<Shown> {
  const [shown] = await showMoves(tools, who, [move], now);
  if (!shown) throw new Error('A move was not shown');
  return shown;
}

async function showMoves(tools: Tools, who: Who, list: readonly Move[], now: number): Promise<Shown[]> {
  const homes = [...new Set(list.map(({ district }) => district))];
  const told = await Promise.all(
    homes.map((home) =>
      namesIn(
        tools,
        home,
        list.filter(({ district }) => district === home),
      ),
    ),
  );
  const { units, post } = who;
  return list.map((move) => {
    const { district, volunteer, reason, fromClass, proposedBy, answer, state, to, accepted } = move;
    const { people, staff } = told[homes.indexOf(district)] ?? nobody;
    return {
      ...whatOf(move, who),
      ...{ volunteer, reason, answer },
      name: people.get(volunteer) ?? '',
      class: classLabel({ class: fromClass }, shanghaiDay(now)),
      proposedBy: staff.get(proposedBy) ?? '',
      mayAccept: state === 'open' && !accepted && units.covers(post.unit, to),
    };
  });
}

interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
}
const nobody: Names = { people: new Map(), staff: new Map() };

/** The pupils of moves out of one district, and who proposed them. */
async function namesIn(tools: Tools, district: string, list: readonly Move[]): Promise<Names> {
  const pupils = list.map(({ volunteer }) => volunteer);
  const proposers = list.map(({ proposedBy }) => proposedBy);
  const [people, staff] = await Promise.all([
    readPeople(tools, district, pupils),
    staffNames(tools, district, proposers),
  ]);
  return { people: new Map(people.flatMap((one) => (one ? [[one.id, one.name] as const] : []))), staff };
}

/** What a move is, without any name. */
export function whatOf({ from, to, state, proposedAt, consent, accepted, ...names }: Move, { units }: Who) {
  const place = (school: string, name = '') => ({ school, name: units.get(school)?.name ?? name });
  return {
    from: place(from, names.fromName),
    to: place(to, names.toName),
    toOtherDistrict: names.toDistrict !== undefined,
    state,
    at: new Date(proposedAt).toISOString(),
    consent: consent?.method,
    accepted: accepted !== undefined,
  };
}
