/** Turns a card's second code into a guardian's account with a login and PIN of one's own, and signs in. */
import type { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { behindGuardianCode, guardianWrite } from './guardian-code.ts';
import { type Account, accountAt, accountRow, loginIndex, loginWrite, sealPersonal, staffLogin } from './rows.ts';
import { showSession, startSession } from './session.ts';
import { checkStrength } from './set-secret.ts';
import { takeAddressTry } from './take-tries.ts';

type Route = (typeof guardianAccess)['POST /api/guardians'];

export async function activateGuardian({ body, now, wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  await takeAddressTry(tools, wire.address, now);
  const { district, child, post, uses } = await behindGuardianCode(tools, body.code, now);
  const typed = staffLogin(body.login);
  const login = loginIndex(tools.vault, typed);
  const id = tools.newId(now);
  const account: Account = {
    id,
    kind: 'guardian',
    person: id,
    unit: post.unit,
    login,
    personal: sealPersonal(tools.vault, district, id, { login: typed, name: '' }),
    posts: [post],
    active: true,
    ver: 1,
  };
  checkStrength(tools, district, account, body.pin);
  const secretId = tools.newId(now);
  const secret = await tools.vault.hashSecret(body.pin);
  const started = startSession(tools, district, account, { secretId, now });
  const outcome = await tools.store.transact(`GUARDIAN#${id}`, [
    ...uses,
    { ...loginWrite(login, district, id), when: [['pk', 'absent']], or: 'login_taken' },
    { ...accountAt(district, id), put: { ...accountRow(account), secret, secretId, ver: 1 } },
    guardianWrite(district, child, id, now),
    started.write,
  ]);
  if (!outcome.done) throw new Problem(outcome.failed[0]?.write === uses.length ? 'login_taken' : 'code_invalid');
  wire.setSession(started.token, started.maxAgeSeconds);
  const [tree] = await tools.store.get([treeAt(district)]);
  return showSession(tools, { district, units: treeOf(tree) }, account, started.session, now);
}
