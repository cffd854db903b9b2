/** What becomes of an account when its secret is set: sessions of an older secret die with the row they compare to. */
import { passwordWeakness, pinWeakness, weaknesses } from '../platform/identity/secrets-policy.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Account, accountAt, openPersonal } from './rows.ts';

/** @throws secret_too_weak with the reason; a PIN may not be what classmates know of the pupil */
export function checkStrength(tools: Tools, district: string, account: Account, secret: string): void {
  const { login } = openPersonal(tools.vault, district, account);
  const weakness = account.kind === 'staff' ? passwordWeakness(secret, login) : pinWeakness(secret, login.split('|'));
  if (weakness) throw new Problem('secret_too_weak', { detail: weaknesses[weakness] });
}

export interface SetSecret {
  readonly secretId: string;
  /** What the account's row says from now on. */
  readonly set: { readonly secret: string; readonly secretId: string };
  readonly write: Write;
}

export async function setSecret(
  tools: Tools,
  district: string,
  account: Account,
  secret: string,
  now: number,
): Promise<SetSecret> {
  const secretId = tools.newId(now);
  const set = { secret: await tools.vault.hashSecret(secret), secretId };
  return { secretId, set, write: { ...accountAt(district, account.id), update: { set } } };
}
