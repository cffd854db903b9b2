/** Turns a one-time code into a secret of one's own, and signs in: all in one transaction, so a code works once. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { rulesAt, treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { hashOneTimeCode } from '../platform/identity/one-time-code.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, codeAt, currentCodeAt, postsAt } from './rows.ts';
import { showSession, startSession } from './session.ts';
import { checkStrength, setSecret } from './set-secret.ts';
import { forgetTries, takeAddressTry } from './take-tries.ts';

type Route = (typeof access)['POST /api/activations'];

export async function activate({ body, now, wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  await takeAddressTry(tools, wire.address, now);
  const { hash, district, account, units, rules } = await behindCode(tools, body.code, now);
  const secret = account.kind === 'staff' ? 'password' in body && body.password : 'pin' in body && body.pin;
  if (secret === false) throw new Problem('code_invalid');
  checkStrength(tools, district, account, secret);
  const { secretId, write } = await setSecret(tools, district, account, secret, now);
  const started = startSession(tools, district, account, { secretId, now, rules });
  const outcome = await tools.store.transact(`ACTIVATE#${hash}#${secretId}`, [
    { ...currentCodeAt(district, account.id), remove: true, when: [['hash', '=', hash]], or: 'code_invalid' },
    { ...codeAt(hash), remove: true },
    write,
    started.write,
    forgetTries('login', account.login),
  ]);
  if (!outcome.done) throw new Problem('code_invalid');
  wire.setSession(started.token, started.maxAgeSeconds);
  return showSession(tools, { district, units }, account, started.session, now);
}

/** @throws code_invalid when the code is unknown, used, too old, or an older one than the account's current code */
export async function behindCode(tools: Tools, typed: string, now: number) {
  const hash = hashOneTimeCode(tools.vault, typed);
  const [named] = hash === undefined ? [] : await tools.store.get([codeAt(hash)]);
  if (hash === undefined || !named) throw new Problem('code_invalid');
  const [district, id] = [String(named.district), String(named.account)];
  const places = [accountAt(district, id), currentCodeAt(district, id), treeAt(district), rulesAt(district)];
  const [item, current, tree, rules] = await tools.store.get(places);
  const account = accountOf(item);
  const good = current?.hash === hash && now < Number(current.until);
  if (!good || !account?.active || postsAt(account, now).length === 0) throw new Problem('code_invalid');
  return { hash, district, account, units: treeOf(tree), rules };
}
