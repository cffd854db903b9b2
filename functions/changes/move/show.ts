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
import { type Move, moveAt, moveOf, movesOf } from './rows.ts';

type List = (typeof moves)['GET /api/moves'];
type Shown = Answer<(typeof moves)['POST /api/moves']>;

export async function listMoves({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, movesOf(who.district, query.unit), query);
  const rows =
    items.length === 0
      ? []
      : await tools.store.get(items.map(({ volunteer }) => moveAt(who.district, String(volunteer))));
  const open = rows.map((row) => moveOf(tools.vault, row)).filter((move) => move?.state === 'open') as Move[];
  return { items: await showMoves(tools, who, open, now), next };
}

/** @throws not_found for a move between schools that the asker's post does not cover, like for none */
export async function readMove(tools: Tools, { district, units, post }: Who, volunteer: string): Promise<Move> {
  const [item] = await tools.store.get([moveAt(district, volunteer)]);
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
  if (list.length === 0) return [];
  const { district, units, post } = who;
  const [people, names] = await Promise.all([
    readPeople(
      tools,
      district,
      list.map(({ volunteer }) => volunteer),
    ),
    staffNames(
      tools,
      district,
      list.map(({ proposedBy }) => proposedBy),
    ),
  ]);
  return list.map((move, at) => {
    const { volunteer, reason, fromClass, proposedBy, answer, state, to, accepted } = move;
    return {
      ...whatOf(move, who),
      ...{ volunteer, reason, answer },
      name: people[at]?.name ?? '',
      class: classLabel({ class: fromClass }, shanghaiDay(now)),
      proposedBy: names.get(proposedBy) ?? '',
      mayAccept: state === 'open' && !accepted && units.covers(post.unit, to),
    };
  });
}

/** What a move is, without any name. */
export function whatOf({ from, to, state, proposedAt, consent, accepted }: Move, { units }: Who) {
  const place = (school: string) => ({ school, name: units.get(school)?.name ?? '' });
  return {
    from: place(from),
    to: place(to),
    state,
    at: new Date(proposedAt).toISOString(),
    consent: consent?.method,
    accepted: accepted !== undefined,
  };
}
