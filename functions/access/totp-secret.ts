/** The secret behind an account's codes: sealed where it is stored, and a code taken from it at most once. */
import { normaliseOneTimeCode } from '../platform/identity/one-time-code.ts';
import { totpStep } from '../platform/identity/totp.ts';
import type { Vault } from '../platform/identity/vault.ts';
import type { Account } from './rows.ts';

interface TotpSecret {
  /** Base 32. */
  readonly secret: string;
  /** Epoch milliseconds until which it may be confirmed. */
  readonly until?: number;
}

const contextOf = ({ id }: Account) => `totp|${id}`;
export const sealTotp = (vault: Vault, account: Account, secret: TotpSecret) =>
  vault.sealPersonal(contextOf(account), secret);
export const openTotp = (vault: Vault, account: Account, sealed: Uint8Array | undefined) =>
  sealed && (vault.openPersonal(contextOf(account), sealed) as TotpSecret);

/** @returns the step of a right code */
export const stepOf = ({ secret }: TotpSecret, typed: string, now: number) =>
  totpStep(secret, typed.replace(/\s/g, ''), now);

/** What is stored of a recovery code: of 40 random bits, and only with the deployment's key. */
export const nameRecoveryCode = (vault: Vault, { id }: Account, typed: string): string =>
  vault.blindIndex('recovery', `${id}|${normaliseOneTimeCode(typed) ?? ''}`);
