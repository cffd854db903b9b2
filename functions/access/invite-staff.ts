/**
 * Gives somebody a post. A login nobody has becomes a new account with a one-time code, which only the first answer
 * shows; a colleague's login gets the post beside the ones it has.
 */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { type StaffRole, scopeOf } from '../../shared/roles.ts';
import { readDesk } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Post, Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Plan } from '../platform/store/operation.ts';
import type { Item, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { issueCode } from './issue-code.ts';
import { newStaff } from './new-account.ts';
import { currentCodeAt, loginAt, loginIndex, memberWrite, postOf, postsWrite, staffLogin } from './rows.ts';
import { covers, mayGive, mayIssueCode, readStaff, showResult, showStaff } from './staff.ts';

type Route = (typeof access)['POST /api/staff'];
type InvitedStaff = Answer<Route>;

export const postStaff: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    const place = await placeOf(tools, who, body.role, body.scope);
    return inviteStaff(tools, who, { ...body, ...place }, now);
  },
  show: ({ who }, tools, account) => showResult(tools, who, account),
};

/** @throws not_found when there is no such desk, or when a district's administrator is asked for a mere unit */
async function placeOf(tools: Tools, who: Who, role: StaffRole, scope: string) {
  if (role === 'district_admin' && scope !== who.units.root.id) throw new Problem('not_found');
  if (scopeOf[role] !== 'desk') return { unit: scope };
  const desk = await readDesk(tools, who.district, scope);
  if (!desk) throw new Problem('not_found');
  return { unit: desk.unit, scopeName: desk.name };
}

export interface Invitation {
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly scope: string;
  /** What the team or desk is called. */
  readonly scopeName?: string;
  /** The scope itself, or the team's or desk's unit. */
  readonly unit: string;
}

/**
 * The plan of a guarded route that gives a post; `showResult` is the route's `show`.
 * @throws not_found for a unit outside the asker's, post_not_allowed for a role above the asker's, login_taken
 */
export async function inviteStaff(tools: Tools, who: Who, asked: Invitation, now: number): Promise<Plan<InvitedStaff>> {
  if (!covers(who, asked.unit)) throw new Problem('not_found');
  if (!mayGive(who, asked.role)) throw new Problem('post_not_allowed');
  const { login, name } = asked;
  const post = postOf(asked.role, asked.scope, asked.unit, asked.scopeName);
  const [named] = await tools.store.get([loginAt(loginIndex(tools.vault, staffLogin(login)))]);
  if (named) return addPost(tools, who, named, { post, now });
  const invited = { account: tools.newId(now), login, name, post, now };
  const { account, code, writes } = newStaff(tools, who.district, invited);
  return { result: account.id, writes, answer: { ...showStaff(tools, who, account), code } };
}

/**
 * As long as a colleague has no password a new code comes along, should the first one be lost. The older code dies in
 * any case: whoever has it must not come by a post that he could not have given.
 */
async function addPost(
  tools: Tools,
  who: Who,
  named: Item,
  { post, now }: { post: Post; now: number },
): Promise<Plan<InvitedStaff>> {
  const { district } = who;
  const before = named.district === district ? await readStaff(tools, district, String(named.account)) : undefined;
  if (!before || !covers(who, before.unit)) throw new Problem('login_taken');
  const posts = [...before.posts.filter((other) => other.id !== post.id), post];
  const account = { ...before, posts, unit: before.posts.length === 0 ? post.unit : before.unit };
  const waits = before.secret === undefined && mayIssueCode(who, account);
  const fresh = waits ? issueCode(tools, district, account.id, now) : undefined;
  const codeWrites: readonly Write[] = fresh?.writes ?? [{ ...currentCodeAt(district, account.id), remove: true }];
  return {
    result: account.id,
    writes: [postsWrite(district, before, account), memberWrite(district, account.id, post.unit), ...codeWrites],
    answer: { ...showStaff(tools, who, account), code: fresh?.code },
  };
}
