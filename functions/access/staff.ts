/** Staff as their administrators see them, and what an administrator may do for whom. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Role } from '../../shared/roles.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { type Account, accountAt, accountOf, openPersonal } from './rows.ts';
import { showPost } from './session.ts';

/** Roles that a unit's administrator may give and take; a district's gives and takes all. */
const belowUnitAdmin: readonly Role[] = ['unit_admin', 'approver', 'leader', 'desk'];

export const mayGive = (who: Who, role: Role) =>
  who.post.role === 'district_admin' || (who.post.role === 'unit_admin' && belowUnitAdmin.includes(role));

export const covers = (who: Who, unit: string) => who.units.covers(who.post.unit, unit);

/** Whoever holds an account's code becomes that account: only for somebody who could have given all its posts. */
export const mayIssueCode = (who: Who, account: Pick<Account, 'posts'>) =>
  account.posts.every(({ role, unit }) => mayGive(who, role) && covers(who, unit));

export async function readStaff(tools: Tools, district: string, id: string): Promise<Account | undefined> {
  const [item] = await tools.store.get([accountAt(district, id)]);
  const account = accountOf(item);
  return account?.kind === 'staff' ? account : undefined;
}

type Staff = Answer<(typeof access)['GET /api/staff']>['items'][number];

/** Posts outside the asker's units are not shown. */
export function showStaff(tools: Tools, who: Who, account: Account): Staff {
  return {
    account: account.id,
    ...openPersonal(tools.vault, who.district, account),
    posts: account.posts.filter(({ unit }) => covers(who, unit)).map((post) => showPost(who.units, post)),
    active: account.active && account.posts.length > 0,
    hasTotp: account.totp !== undefined,
  };
}

/** What a key that has done its work is answered with: the account as it is now. */
export async function showResult(tools: Tools, who: Who, id: string): Promise<Staff> {
  const account = await readStaff(tools, who.district, id);
  if (!account) throw new Error('An account has vanished');
  return showStaff(tools, who, account);
}
