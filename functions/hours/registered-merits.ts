/**
 * Whoever may register trainings and awards for somebody sees what is registered, and takes back what was a mistake:
 * it stays, with the reason and shown as taken back. A leader takes back the own ones.
 */
import type { merits } from '../../shared/contracts/merits.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { staffNames } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { isCovered, readPeople } from '../volunteers/index.ts';
import { type Merit, pageOfMerits, readMerits, showMerit, withdrawing } from './merit-rows.ts';

type List = (typeof merits)['GET /api/volunteers/{volunteer}/merits'];
type Withdraw = (typeof merits)['POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal'];
type Registered = Answer<Withdraw>;

export async function listMerits({ who, params, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  await mustReach(tools, who, params.volunteer, now);
  const { merits, next } = await pageOfMerits(tools, who.district, params.volunteer, query);
  return { items: await showAll(tools, who, merits), next };
}

export const withdrawMerit: GuardedStory<Withdraw> = {
  async plan({ who, params, body, now }, tools) {
    await mustReach(tools, who, params.volunteer, now);
    const merit = await readOne(tools, who, params);
    if (merit.withdrawnAt !== undefined) throw new Problem('merit_withdrawn');
    if (!isOwnToWithdraw(who, merit)) throw new Problem('post_not_allowed');
    const said = { reason: body.reason, by: who.account, at: now };
    const { withdrawn, write } = withdrawing(tools, who.district, merit, said);
    return { result: merit.id, writes: [write], answer: await showOne(tools, who, withdrawn) };
  },
  show: async ({ who, params }, tools) => showOne(tools, who, await readOne(tools, who, params)),
};

/** As for registering; whom a leader may not see for want of a consent is not there. @throws not_found */
async function mustReach(tools: Tools, { district, post, units }: Who, volunteer: string, now: number) {
  const [person] = await readPeople(tools, district, [volunteer]);
  if (!person) throw new Problem('not_found');
  const today = shanghaiDay(now);
  const reaches =
    post.role === 'leader'
      ? (await membersOf(tools, district, post.scope, [volunteer]))[0] &&
        isCovered(person, today, await readSettings(tools, district, today))
      : units.covers(post.unit, person.school);
  if (!reaches) throw new Problem('not_found');
}

async function readOne(tools: Tools, who: Who, { volunteer, merit }: { volunteer: string; merit: string }) {
  const found = (await readMerits(tools, who.district, volunteer)).find(({ id }) => id === merit);
  if (!found) throw new Problem('not_found');
  return found;
}

const isOwnToWithdraw = ({ account, post }: Who, { addedBy }: Merit): boolean =>
  post.role !== 'leader' || addedBy === account;

async function showAll(tools: Tools, who: Who, all: readonly Merit[]): Promise<Registered[]> {
  const names = await staffNames(
    tools,
    who.district,
    all.flatMap(({ addedBy, withdrawnBy }) => [addedBy, ...(withdrawnBy === undefined ? [] : [withdrawnBy])]),
  );
  return all.map((merit) => ({
    ...showMerit(tools, who.district, merit),
    addedBy: names.get(merit.addedBy) ?? '',
    withdrawnBy: merit.withdrawnBy && names.get(merit.withdrawnBy),
    mayWithdraw: merit.withdrawnAt === undefined && isOwnToWithdraw(who, merit),
  }));
}

async function showOne(tools: Tools, who: Who, merit: Merit): Promise<Registered> {
  const [shown] = await showAll(tools, who, [merit]);
  if (!shown) throw new Error('A merit has vanished');
  return shown;
}
