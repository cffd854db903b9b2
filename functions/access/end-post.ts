/** Takes a post from somebody: it counts on that person's next request. Nobody can end a post of one's own. */
import type { access } from '../../shared/contracts/access.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { memberAt, postsWrite } from './rows.ts';
import { covers, mayGive, readStaff, showResult } from './staff.ts';

type Route = (typeof access)['DELETE /api/staff/{account}/posts/{post}'];

export const endPost: GuardedStory<Route> = {
  async plan({ who, params }, tools) {
    const before = await readStaff(tools, who.district, params.account);
    const post = before?.posts.find(({ id }) => id === params.post);
    if (!before || !post || !covers(who, post.unit)) throw new Problem('not_found');
    if (before.id === who.account || !mayGive(who, post.role)) throw new Problem('post_not_allowed');
    const posts = before.posts.filter((other) => other !== post);
    const writes: Write[] = [postsWrite(who.district, before, { ...before, posts })];
    if (posts.every(({ unit }) => unit !== post.unit)) {
      writes.push({ ...memberAt(who.district, before.id, post.unit), remove: true });
    }
    return { result: before.id, writes };
  },
  show: ({ who }, tools, account) => showResult(tools, who, account),
};
