/** What the two schools say to a move: the old one proposes it, the new one accepts, either may call it off. */
import type { moves } from '../../../shared/contracts/moves.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { schoolYear, shanghaiDay } from '../../../shared/rules/calendar.ts';
import { classInYear } from '../../../shared/rules/classes.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';
import { schoolByCode, treeAt, treeOf } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { isNumberFree, readPeople } from '../../volunteers/index.ts';
import { type Consented, type Move, moveAt, moveOf, moveWrites } from './rows.ts';
import { readMove, showMove } from './show.ts';
import { takeTurn } from './turn.ts';

type Propose = (typeof moves)['POST /api/moves'];
type Accept = (typeof moves)['POST /api/moves/{volunteer}/acceptance'];
type CallOff = (typeof moves)['POST /api/moves/{volunteer}/calling-off'];

export const proposeMove: GuardedStory<Propose> = {
  async plan({ who, body, now }, tools) {
    const { district, units, post } = who;
    const [person] = await readPeople(tools, district, [body.volunteer]);
    if (!person || !units.covers(post.unit, person.school)) throw new Problem('not_found');
    if (!person.active) throw new Problem('person_not_eligible');
    const to = await schoolByCode(tools, body.schoolCode);
    if (!to) throw new Problem('move_school_unknown');
    if (to.unit === person.school) throw new Problem('move_needless');
    const [row] = await tools.store.get([moveAt(district, person.id)]);
    const before = moveOf(tools.vault, row);
    if (before?.state === 'open') throw new Problem('move_open');
    const move: Move = {
      volunteer: person.id,
      district,
      from: person.school,
      fromClass: person.class,
      to: to.unit,
      toCode: body.schoolCode,
      ...(to.district !== district && (await namesAcross(tools, units, person.school, to))),
      reason: body.reason,
      proposedBy: who.person,
      proposedAt: now,
      at: now,
      state: 'open',
      consent: paper(body.paperOn, who.person, now),
      turn: (before?.turn ?? 0) + 1,
    };
    const writes = moveWrites(tools.vault, before, move);
    return { result: person.id, writes, answer: await showMove(tools, who, move, now) };
  },
  show: async ({ who, now }, tools, volunteer) => showMove(tools, who, await readMove(tools, who, volunteer), now),
};

export async function acceptMove(ask: Ask<Accept>, tools: Tools): Promise<Answer<Accept>> {
  const { who, params, body, now } = ask;
  const found = classInYear(body.grade, body.classNumber, schoolYear(shanghaiDay(now)));
  if (!found) throw new Error('A grade that the contract admits is none');
  const after = await takeTurn(
    ask,
    tools,
    async () => {
      const move = await readMove(tools, who, params.volunteer);
      if (!who.units.covers(who.post.unit, move.to)) throw new Problem('not_found');
      if (!(await isNumberFree(tools, who.district, move.to, body.number))) throw new Problem('number_taken');
      return move;
    },
    (move) => ({
      ...move,
      consent: move.consent ?? paper(body.paperOn, who.person, now),
      accepted: {
        class: `${move.to}-${found.stage}-${found.entryYear}-${found.number}`,
        number: body.number,
        by: who.person,
      },
    }),
  );
  return showMove(tools, who, after, now);
}

export async function callOffMove(ask: Ask<CallOff>, tools: Tools): Promise<Answer<CallOff>> {
  const { who, params, body, now } = ask;
  const closed = { state: 'called_off' as const, answer: body.answer, closedBy: who.person, closedAt: now };
  const read = () => readMove(tools, who, params.volunteer);
  return showMove(tools, who, await takeTurn(ask, tools, read, (move) => ({ ...move, ...closed })), now);
}

/** Both places by name: neither district can look the other's up. */
async function namesAcross(tools: Tools, units: UnitTree, from: string, to: { district: string; unit: string }) {
  const [tree] = await tools.store.get([treeAt(to.district)]);
  const nameIn = ({ root, get }: UnitTree, school: string) => `${root.name} ${get(school)?.name ?? ''}`;
  return { toDistrict: to.district, fromName: nameIn(units, from), toName: nameIn(treeOf(tree), to.unit) };
}

/** @throws shape_invalid for a paper signed tomorrow */
function paper(on: string | undefined, by: string, now: number): Consented | undefined {
  if (on === undefined) return undefined;
  if (on > shanghaiDay(now))
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/paperOn', message: '签署日期不能晚于今天' }] });
  return { method: 'paper', on, by };
}
