/**
 * Sets up a phone for codes, in two steps: a secret is shown to be scanned, and the first code made from it proves that
 * it was. Recovery codes are shown once; every other session of the account ends.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { secondStep } from '../../shared/contracts/second-step.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { makeOneTimeCode } from '../platform/identity/one-time-code.ts';
import { newTotpSecret, totpAddress } from '../platform/identity/totp.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, openPersonal } from './rows.ts';
import { readMySession } from './show-session.ts';
import { forgetTries, takeProofTry } from './take-tries.ts';
import { nameRecoveryCode, openTotp, sealTotp, stepOf } from './totp-secret.ts';

type Start = (typeof secondStep)['POST /api/session/totp'];
type Confirmation = (typeof secondStep)['POST /api/session/totp/confirmation'];

const issuer = '时间银行';
/** Time to find and install an app. */
const pendingMs = 30 * minuteMs;
const recoveryCodes = 10;

export async function startTotp({ who, key, now }: Ask<Start>, tools: Tools): Promise<Answer<Start>> {
  const { account } = await readMySession(tools, who);
  const secret = await newTotpSecret(tools.randomBytes);
  const totpPending = sealTotp(tools.vault, account, { secret, until: now + pendingMs });
  const outcome = await tools.store.transact(`TOTP#${account.id}#${key}`, [
    { ...accountAt(who.district, account.id), update: { set: { totpPending } }, when: [['pk', 'present']], or: 'busy' },
  ]);
  if (!outcome.done) throw new Problem('sign_in_needed');
  const { login } = openPersonal(tools.vault, who.district, account);
  return { secret, address: await totpAddress(secret, issuer, login) };
}

export const confirmTotp: GuardedStory<Confirmation> = {
  async plan({ who, body, now }, tools) {
    const { account, at } = await readMySession(tools, who);
    const pending = openTotp(tools.vault, account, account.totpPending);
    if (!pending || now >= (pending.until ?? 0)) throw new Problem('totp_not_started');
    await takeProofTry(tools, account.login, now);
    const totpStep = await stepOf(pending, body.totp, now);
    if (totpStep === undefined) throw new Problem('proof_wrong');
    const codes = Array.from({ length: recoveryCodes }, () => makeOneTimeCode(tools.randomBytes));
    const recovery = codes.map((code) => nameRecoveryCode(tools.vault, account, code));
    const secretId = tools.newId(now);
    const totp = sealTotp(tools.vault, account, { secret: pending.secret });
    const set = { totp, totpStep, recovery, recoveryLeft: codes.length, secretId };
    const writes: Write[] = [
      {
        ...accountAt(who.district, account.id),
        update: { set, remove: ['totpPending'] },
        when: [['secretId', '=', account.secretId ?? '']],
        or: 'lost_race',
      },
      { ...at, update: { set: { secretId, provedAt: now } }, when: [['pk', 'present']], or: 'sign_in_needed' },
      forgetTries('proof', account.login),
    ];
    return { result: account.id, writes, answer: { enrolled: true, recoveryCodes: codes } };
  },
  show: async () => ({ enrolled: true }),
};
