/**
 * Somebody leaves: all posts at work end in one step, with every session and code. Whoever is also a guardian stays one
 * and signs in anew.
 */
import type { posts } from '../../shared/contracts/posts.ts';
import { staffRoles } from '../../shared/roles.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Post } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { currentCodeAt } from './rows.ts';
import { covers, mayGive, readStaff, showResult } from './staff.ts';
import { endPostsWrites } from './temporary-post.ts';

type Route = (typeof posts)['DELETE /api/staff/{account}/posts'];

const isAtWork = ({ role }: Post) => staffRoles.some((one) => one === role);

export const leave: GuardedStory<Route> = {
  async plan({ who, params, now }, tools) {
    const before = await readStaff(tools, who.district, params.account);
    const atWork = before?.posts.filter(isAtWork) ?? [];
    if (!before || !atWork.some(({ unit }) => covers(who, unit))) throw new Problem('not_found');
    // Posts elsewhere, or above the asker's own, are for somebody who oversees them all.
    const mayEndAll = atWork.every(({ role, unit }) => mayGive(who, role) && covers(who, unit));
    if (before.id === who.account || !mayEndAll) throw new Problem('post_not_allowed');
    const writes: Write[] = [
      ...endPostsWrites(who.district, before, isAtWork, { secretId: tools.newId(now) }),
      { ...currentCodeAt(who.district, before.id), remove: true },
    ];
    return { result: before.id, writes };
  },
  show: ({ who }, tools, account) => showResult(tools, who, account),
};
