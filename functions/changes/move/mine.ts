/** The guardian's yes to a move, or the pupil's own from the age of consent on. */
import type { moves } from '../../../shared/contracts/moves.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { ageOn } from '../../../shared/rules/ages.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { maySpeak } from '../../../shared/rules/consent.ts';
import { readSettings } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { subjectOf, type Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { readPeople } from '../../volunteers/index.ts';
import { type Move, moveAt, moveOf } from './rows.ts';
import { whatOf } from './show.ts';
import { takeTurn } from './turn.ts';

type Show = (typeof moves)['GET /api/me/move'];
type Consent = (typeof moves)['POST /api/me/move/consent'];

export async function showMyMove({ who, now }: Ask<Show>, tools: Tools): Promise<Answer<Show>> {
  const move = await readMine(tools, who);
  return { move: move && { ...whatOf(move, who), mayConsent: await mayConsent(tools, who, move, now) } };
}

export async function consentToMove(ask: Ask<Consent>, tools: Tools): Promise<Answer<Consent>> {
  const { who, now } = ask;
  const consent = {
    method: who.post.role === 'guardian' ? ('link' as const) : ('own' as const),
    on: shanghaiDay(now),
    by: who.person,
  };
  const read = async () => {
    const move = await readMine(tools, who);
    if (!move) throw new Problem('move_closed');
    if (move.state === 'open' && !(await mayConsent(tools, who, { ...move, consent: undefined }, now)))
      throw new Problem('consent_not_yours');
    return move;
  };
  const after = await takeTurn(ask, tools, read, (move) => ({ ...move, consent }));
  return { move: { ...whatOf(after, who), mayConsent: false } };
}

async function readMine(tools: Tools, who: Who): Promise<Move | undefined> {
  const [item] = await tools.store.get([moveAt(who.district, subjectOf(who))]);
  return moveOf(tools.vault, item);
}

async function mayConsent(tools: Tools, who: Who, { volunteer, state, consent }: Move, now: number): Promise<boolean> {
  if (state !== 'open' || consent) return false;
  if (who.post.role === 'guardian') return true;
  const today = shanghaiDay(now);
  const [[person], settings] = await Promise.all([
    readPeople(tools, who.district, [volunteer]),
    readSettings(tools, who.district, today),
  ]);
  return person !== undefined && maySpeak(ageOn(person.birthDate, today), settings);
}
