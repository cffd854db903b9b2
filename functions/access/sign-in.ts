/** Signs in with what only the person knows. An unknown login and a wrong secret look and last the same. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, loginAt, loginIndex, postsAt, pupilLogin, staffLogin } from './rows.ts';
import { showSession, startSession } from './session.ts';
import { forgetTries, takeAddressTry, takeLoginTry } from './take-tries.ts';

type Route = (typeof access)['POST /api/sessions'];

export async function signIn({ body, now, wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const staff = 'login' in body;
  const login = loginIndex(tools.vault, staff ? staffLogin(body.login) : pupilLogin(body.school, body.number));
  await takeAddressTry(tools, wire.address, now);
  await takeLoginTry(tools, login, now);
  const known = await accountBehind(tools, login, now);
  const proved = await tools.vault.checkSecret(staff ? body.password : body.pin, known?.account.secret);
  if (!proved || !known?.account.secretId) throw new Problem('sign_in_failed');
  const { district, account, units } = known;
  const { token, maxAgeSeconds, session, write } = startSession(tools, district, account, known.account.secretId, now);
  await tools.store.transact(`SIGNIN#${write.key.sk}`, [write, forgetTries(login)]);
  wire.setSession(token, maxAgeSeconds);
  return showSession(tools, { district, units }, account, session, now);
}

/** @returns nothing for a login whose account is closed, has no post, or signs in by another login now */
async function accountBehind(tools: Tools, login: string, now: number) {
  const [named] = await tools.store.get([loginAt(login)]);
  if (!named) return undefined;
  const district = String(named.district);
  const [item, tree] = await tools.store.get([accountAt(district, String(named.account)), treeAt(district)]);
  const account = accountOf(item);
  if (!account?.active || account.login !== login || postsAt(account, now).length === 0) return undefined;
  return { district, account, units: treeOf(tree) };
}
