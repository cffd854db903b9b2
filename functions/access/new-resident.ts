/** An account for somebody who asks for help: the community's desk makes it, the person sets a PIN with the code. */
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { newAccount } from './new-account.ts';
import { loginAt, loginIndex, postOf, staffLogin } from './rows.ts';

export interface NewResident {
  readonly district: string;
  /** The community. */
  readonly unit: string;
  readonly login: string;
  readonly name: string;
  readonly now: number;
}

/** @throws login_taken */
export async function newResident(tools: Tools, { district, unit, ...asked }: NewResident) {
  const [named] = await tools.store.get([loginAt(loginIndex(tools.vault, staffLogin(asked.login)))]);
  if (named) throw new Problem('login_taken');
  const account = tools.newId(asked.now);
  const made = newAccount(tools, district, 'resident', { ...asked, account, post: postOf('resident', account, unit) });
  return { ...made, account };
}
