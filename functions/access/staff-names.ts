/** What members of staff are called, for decisions that are signed with a name. */
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, openPersonal } from './rows.ts';

/** @returns names by account; whoever the district does not know as staff is left out */
export async function staffNames(tools: Tools, district: string, accounts: readonly string[]) {
  const asked = [...new Set(accounts)];
  const items = asked.length === 0 ? [] : await tools.store.get(asked.map((id) => accountAt(district, id)));
  const staff = items.map(accountOf).filter((account) => account?.kind === 'staff');
  return new Map(
    staff.map((account) => account && [account.id, openPersonal(tools.vault, district, account).name]) as [
      string,
      string,
    ][],
  );
}
