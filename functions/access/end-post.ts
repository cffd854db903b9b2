/** Takes a post from somebody: it counts on that person's next request. Nobody can end a post of one's own. */
import type { access } from '../../shared/contracts/access.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { covers, mayGive, readStaff, showResult } from './staff.ts';
import { endPostsWrites } from './temporary-post.ts';

type Route = (typeof access)['DELETE /api/staff/{account}/posts/{post}'];

export const endPost: GuardedStory<Route> = {
  async plan({ who, params }, tools) {
    const before = await readStaff(tools, who.district, params.account);
    const post = before?.posts.find(({ id }) => id === params.post);
    if (!before || !post || !covers(who, post.unit)) throw new Problem('not_found');
    if (before.id === who.account || !mayGive(who, post.role)) throw new Problem('post_not_allowed');
    return { result: before.id, writes: endPostsWrites(who.district, before, (one) => one === post) };
  },
  show: ({ who }, tools, account) => showResult(tools, who, account),
};
