/**
 * Proves once more that it is the account's owner: by a code from the phone where one is set up, else by the password.
 * A code and a recovery code count once. Whoever lost the phone proves it by a recovery code and sets up another.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { secondStep } from '../../shared/contracts/second-step.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Account, accountAt } from './rows.ts';
import { showSession } from './session.ts';
import { readMySession } from './show-session.ts';
import { forgetTries, takeProofTry } from './take-tries.ts';
import { nameRecoveryCode, openTotp, stepOf } from './totp-secret.ts';

type Route = (typeof secondStep)['POST /api/session/proof'];

export async function prove({ who, body, key, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { account, session, at } = await readMySession(tools, who);
  await takeProofTry(tools, account.login, now);
  const used = await useProof(tools, who.district, account, body, now);
  const outcome = await tools.store.transact(`PROOF#${who.session}#${key}`, [
    used,
    { ...at, update: { set: { provedAt: now } }, when: [['pk', 'present']], or: 'sign_in_needed' },
    forgetTries('proof', account.login),
  ]);
  if (!outcome.done) throw new Problem(outcome.failed[0]?.write === 0 ? 'proof_wrong' : 'sign_in_needed');
  return showSession(tools, who, account, { ...session, provedAt: now }, now);
}

type Proof = Ask<Route>['body'];

/**
 * @returns the write that uses the proof up, or holds the password it was checked against
 * @throws proof_wrong, also for a password where the account has a phone
 */
async function useProof(tools: Tools, district: string, account: Account, proof: Proof, now: number): Promise<Write> {
  const target = accountAt(district, account.id);
  const secret = openTotp(tools.vault, account, account.totp);
  if ('password' in proof) {
    const isRight = await tools.vault.checkSecret(proof.password, account.secret);
    if (!isRight || secret) throw new Problem('proof_wrong');
    return { ...target, check: true, when: [['secretId', '=', account.secretId ?? '']], or: 'sign_in_needed' };
  }
  if (!secret) throw new Problem('proof_wrong');
  if ('totp' in proof) {
    const totpStep = await stepOf(secret, proof.totp, now);
    if (totpStep === undefined) throw new Problem('proof_wrong');
    return { ...target, update: { set: { totpStep } }, when: [['totpStep', '<', totpStep]], or: 'proof_wrong' };
  }
  const name = nameRecoveryCode(tools.vault, account, proof.recoveryCode);
  const { recovery = [], recoveryLeft = 0 } = account;
  if (!recovery.includes(name)) throw new Problem('proof_wrong');
  const set = { recovery: recovery.filter((other) => other !== name), recoveryLeft: recoveryLeft - 1 };
  return { ...target, update: { set }, when: [['recoveryLeft', '=', recoveryLeft]], or: 'proof_wrong' };
}
