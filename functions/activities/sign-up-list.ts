/** A leader signs up pupils by the class list, and answers for those whose sign-up needs the leader's word. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { signUps } from '../../shared/contracts/sign-ups.ts';
import { mayStep } from '../../shared/rules/participation.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { joinWrites, placeWrites } from './join.ts';
import { stepWrite } from './part-rows.ts';
import { forEachPerson } from './people-at-once.ts';
import { readCandidate, readOwnShift, settingsFor } from './read.ts';

type Register = (typeof signUps)['POST /api/activity-shifts/{shift}/sign-ups'];
type Answering = (typeof signUps)['POST /api/activity-shifts/{shift}/requests'];

export async function signUpList({ who, params, body, now }: Ask<Register>, tools: Tools): Promise<Answer<Register>> {
  const own = await readOwnShift(tools, who, params.shift);
  const settings = await settingsFor(tools, own);
  const items = await forEachPerson(tools, own, body.volunteers, 'sign-up', async (shift, before, volunteer) => {
    if (before && !mayStep('sign_up', before.state)) return { state: before.state, writes: [] };
    const candidate = await readCandidate(tools, shift, volunteer);
    if (!candidate) throw new Problem('person_not_eligible');
    const joining = { shift, candidate, before, role: body.role, by: 'leader' as const, units: who.units };
    const { part, writes } = await joinWrites(tools, joining, { now, settings });
    return { state: part.state, writes };
  });
  return { items };
}

export async function answerRequests(
  { who, params, body, now }: Ask<Answering>,
  tools: Tools,
): Promise<Answer<Answering>> {
  const own = await readOwnShift(tools, who, params.shift);
  const items = await forEachPerson(tools, own, body.volunteers, body.decision, async (shift, part) => {
    if (!part || !mayStep(body.decision, part.state)) throw new Problem('sign_up_not_open');
    if (body.decision === 'decline') {
      return { state: 'declined', writes: [stepWrite(part, { state: 'declined', at: now })] };
    }
    if (shift.state === 'cancelled') throw new Problem('shift_cancelled');
    if (now >= shift.from) throw new Problem('sign_up_closed');
    const { part: placed, writes } = await placeWrites(tools, shift, { ...part, at: now, rev: part.rev + 1 }, part);
    return { state: placed.state, writes };
  });
  return { items };
}
