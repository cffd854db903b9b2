/** Takes another of one's posts for the rest of the session. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { postsAt } from './rows.ts';
import { showSession } from './session.ts';
import { readMySession } from './show-session.ts';

type Route = (typeof access)['POST /api/session/post'];

export async function takePost({ who, body, key, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { account, session, at } = await readMySession(tools, who);
  if (!postsAt(account, now).some(({ id }) => id === body.post)) throw new Problem('not_found');
  const outcome = await tools.store.transact(`POST#${who.session}#${key}`, [
    { ...at, update: { set: { post: body.post } }, when: [['pk', 'present']], or: 'sign_in_needed' },
  ]);
  if (!outcome.done) throw new Problem('sign_in_needed');
  return showSession(tools, who, account, { ...session, post: body.post }, now);
}
