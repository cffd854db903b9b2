/** Remembers how the account's pages look. What is not named stays as it was; saying it again changes nothing. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { lookWrite } from './rows.ts';
import { readMySession } from './show-session.ts';

type Route = (typeof access)['PUT /api/session/look'];

export async function chooseLook({ who, body, key }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { account } = await readMySession(tools, who);
  const look = { ...account.look, ...body };
  const outcome = await tools.store.transact(`LOOK#${account.id}#${key}`, [lookWrite(who.district, account.id, look)]);
  if (!outcome.done) throw new Problem('sign_in_needed');
  return look;
}
