/** Who I am, in which post I act, and which other posts I could take. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, sessionAt, sessionOf } from './rows.ts';
import { showSession } from './session.ts';

type Route = (typeof access)['GET /api/session'];

export const showMySession = ({ who, now }: Ask<Route>, tools: Tools) => showSessionOf(tools, who, now);

/** The session as it is now. */
export async function showSessionOf(tools: Tools, who: Who, now: number): Promise<Answer<Route>> {
  const { account, session } = await readMySession(tools, who);
  return showSession(tools, who, account, session, now);
}

/** @throws sign_in_needed when the session ended since the request began */
export async function readMySession(tools: Tools, who: Who) {
  const at = sessionAt(who.district, who.account, who.session);
  const [accountItem, sessionItem] = await tools.store.get([accountAt(who.district, who.account), at]);
  const [account, session] = [accountOf(accountItem), sessionOf(sessionItem)];
  if (!account || !session) throw new Problem('sign_in_needed');
  return { account, session, at };
}
