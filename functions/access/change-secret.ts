/** Changes one's own password or PIN: this session lives on, all others of the account end. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { checkStrength, setSecret } from './set-secret.ts';
import { readMySession } from './show-session.ts';
import { forgetTries, takeLoginTry } from './take-tries.ts';

type Route = (typeof access)['POST /api/session/secret'];

export async function changeSecret({ who, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { account, session, at } = await readMySession(tools, who);
  await takeLoginTry(tools, account.login, now);
  const isCurrent = (secret: string) => tools.vault.checkSecret(secret, account.secret);
  if (!(await isCurrent(body.old))) {
    // The answer to an earlier sending of this very request may have been lost.
    if (!(await isCurrent(body.new))) throw new Problem('sign_in_failed');
    return { changed: true };
  }
  checkStrength(tools, who.district, account, body.new);
  const { secretId, write } = await setSecret(tools, who.district, account, body.new, now);
  const outcome = await tools.store.transact(`SECRET#${who.session}#${secretId}`, [
    { ...at, update: { set: { secretId } }, when: [['pk', 'present']], or: 'sign_in_needed' },
    { ...write, when: [['secretId', '=', session.secretId]], or: 'sign_in_needed' },
    forgetTries('login', account.login),
  ]);
  if (!outcome.done) throw new Problem('sign_in_needed');
  return { changed: true };
}
