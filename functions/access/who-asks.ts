/** Who a session token stands for now, in one batch read: a change of role counts on the next request. */
import { treeAt, treeOf } from '../district/index.ts';
import { parseSessionToken } from '../platform/identity/session-token.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, sessionAt, sessionOf } from './rows.ts';
import { waitsFor } from './second-step.ts';
import { isAlive, keepAwake, postIn } from './session.ts';

export async function whoAsks(token: string, now: number, tools: Tools): Promise<Who | undefined> {
  const named = parseSessionToken(token);
  if (!named) return undefined;
  const { district, account: id, hash } = named;
  const at = sessionAt(district, id, hash);
  const [accountItem, sessionItem, tree] = await tools.store.get([accountAt(district, id), at, treeAt(district)]);
  const [account, session] = [accountOf(accountItem), sessionOf(sessionItem)];
  if (!account || !session || !isAlive(account, session, now)) return undefined;
  const post = postIn(account, session, now);
  if (!post) return undefined;
  await keepAwake(tools.store, at, account, session, now);
  const proof = { provedAt: session.provedAt, makesCodes: account.totp !== undefined };
  const waits = waitsFor(account, session, post);
  const { person, suspendedBy } = account;
  const suspended = suspendedBy !== undefined;
  return { district, account: id, person, post, units: treeOf(tree), session: hash, ...proof, waits, suspended };
}
