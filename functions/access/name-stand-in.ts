/**
 * A small school has nobody else to approve: its administrator names somebody of the unit above or of another school
 * for a time. A stand-in is bound like every approver: never one's own recording, never one's own service.
 */
import type { posts } from '../../shared/contracts/posts.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { postOf } from './rows.ts';
import { covers, mayGive, showResult } from './staff.ts';
import { colleagueBy, endOfPost, temporaryPostWrites } from './temporary-post.ts';

type Route = (typeof posts)['POST /api/staff/stand-ins'];

export const nameStandIn: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    if (!covers(who, body.unit)) throw new Problem('not_found');
    if (!mayGive(who, 'approver')) throw new Problem('post_not_allowed');
    const until = endOfPost(body.until, now);
    const colleague = await colleagueBy(tools, who.district, body.login);
    if (!colleague || colleague.id === who.account) throw new Problem('not_found');
    const post = { ...postOf('approver', body.unit, body.unit), until, by: who.account };
    return { result: colleague.id, writes: temporaryPostWrites(who.district, colleague, post) };
  },
  show: ({ who }, tools, account) => showResult(tools, who, account),
};
