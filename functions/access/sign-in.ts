/**
 * Signs in with what only the person knows. An unknown login and a wrong secret look and last the same. Whoever asks is
 * remembered on the device, and a leader stays signed in there.
 */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { rulesAt, treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { knownSeconds, rememberDevice } from './devices.ts';
import { accountAt, accountOf, loginAt, loginIndex, postsAt, pupilLogin, staffLogin } from './rows.ts';
import { showSession, startSession } from './session.ts';
import { takeSignInTry } from './take-tries.ts';

type Route = (typeof access)['POST /api/sessions'];

export async function signIn({ body, now, wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const staff = 'login' in body;
  const typed = staff ? staffLogin(body.login) : pupilLogin(body.school, body.number);
  const login = loginIndex(tools.vault, typed);
  const group = staff ? undefined : classmatesOf(typed);
  const tried = await takeSignInTry(tools, { login, group, address: wire.address, device: wire.device }, now);
  const known = await accountBehind(tools, login, now);
  const proved = await tools.vault.checkSecret(staff ? body.password : body.pin, known?.account.secret);
  if (!proved || !known?.account.secretId) throw new Problem('sign_in_failed');
  const { district, account, units, rules } = known;
  const { remember } = body;
  const started = startSession(tools, district, account, { secretId: known.account.secretId, now, rules, remember });
  const asked = { district, account: account.id, login, session: started.hash, agent: wire.agent, now, remember };
  // A known device stays known, and what begins on it ends with it.
  const keeps = remember || tried.known !== undefined;
  const device = keeps ? rememberDevice(tools, { ...asked, token: wire.device, known: tried.known }) : undefined;
  const writes = [started.write, ...tried.forget, ...(device?.writes ?? [])];
  await tools.store.transact(`SIGNIN#${started.hash}`, writes);
  wire.setSession(started.token, started.maxAgeSeconds);
  if (device && remember) wire.setDevice?.(device.token, knownSeconds);
  return showSession(tools, { district, units }, account, started.session, now);
}

/** Student numbers of a class differ in the last two digits: what stands before them is as good as the class. */
const classmatesOf = (typed: string) => typed.slice(0, -2);

/** @returns nothing for a login whose account is closed, has no post, or signs in by another login now */
async function accountBehind(tools: Tools, login: string, now: number) {
  const [named] = await tools.store.get([loginAt(login)]);
  if (!named) return undefined;
  const district = String(named.district);
  const places = [accountAt(district, String(named.account)), treeAt(district), rulesAt(district)];
  const [item, tree, rules] = await tools.store.get(places);
  const account = accountOf(item);
  if (!account?.active || account.login !== login || postsAt(account, now).length === 0) return undefined;
  return { district, account, units: treeOf(tree), rules };
}
