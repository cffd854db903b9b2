/**
 * Gives somebody a post. A login nobody has becomes a new account with a one-time code, shown only in the first
 * answer; a colleague's login gets the post beside the ones it has.
 */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { StaffRole } from '../../shared/roles.ts';
import type { Post, Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Plan } from '../platform/store/operation.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { issueCode } from './issue-code.ts';
import {
  type Account, accountAt, accountOf, accountRow, loginAt, loginIndex, loginWrite, memberWrite, openPersonal, postOf,
  postsWrite, sealPersonal, staffLogin,
} from './rows.ts';
import { showPost } from './session.ts';

type StaffAnswer = Answer<(typeof access)['POST /api/staff']>;

export interface Invitation {
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly scope: string;
  /** The scope itself, or the team's or desk's unit. */
  readonly unit: string;
}

/** Roles a unit's administrator may give and take; a district's gives all. */
const belowUnitAdmin: readonly string[] = ['unit_admin', 'approver', 'leader', 'desk'];
export const mayGive = (who: Who, role: string) =>
  who.post.role === 'district_admin' || (who.post.role === 'unit_admin' && belowUnitAdmin.includes(role));
/** @throws not_found for a unit that the asker's post does not cover, as for one that is not there */
export function checkCovered(who: Who, unit: string): void {
  if (!who.units.covers(who.post.unit, unit)) throw new Problem('not_found');
}

/** The plan of an invitation. @throws not_found, post_not_allowed, login_taken */
export async function inviteStaff(tools: Tools, who: Who, asked: Invitation, now: number): Promise<Plan<StaffAnswer>> {
  checkCovered(who, asked.unit);
  if (!mayGive(who, asked.role)) throw new Problem('post_not_allowed');
  const login = loginIndex(tools.vault, staffLogin(asked.login));
  const post = postOf(asked.role, asked.scope, asked.unit);
  const [named] = await tools.store.get([loginAt(login)]);
  if (named) return addPost(tools, who, { district: String(named.district), account: String(named.account), post, now });
  const account = tools.newId(now);
  const { code, writes, row } = newStaff(tools, who.district, { account, login: asked.login, name: asked.name, post, now });
  return { result: account, writes, answer: { ...show(tools, who, row), code } };
}

async function addPost(tools: Tools, who: Who, asked: { district: string; account: string; post: Post; now: number }) {
  const { district, post, now } = asked;
  const account = district === who.district ? await readAccount(tools, district, asked.account) : undefined;
  if (!account || !who.units.covers(who.post.unit, account.unit)) throw new Problem('login_taken');
  const posts = [...account.posts.filter(({ id }) => id !== post.id), post];
  const fresh = account.secret === undefined ? issueCode(tools, district, account.id, now) : undefined;
  return {
    result: account.id,
    writes: [postsWrite(district, account, posts), memberWrite(district, account.id, post.unit), ...(fresh?.writes ?? [])],
    answer: { ...show(tools, who, { ...account, posts }), code: fresh?.code },
  };
}

/** What an account shows of itself to whoever may see it: its posts within the asker's scope. */
export async function showStaff(tools: Tools, who: Who, account: string): Promise<StaffAnswer> {
  const found = await readAccount(tools, who.district, account);
  if (!found) throw new Error('An account has vanished');
  return show(tools, who, found);
}
