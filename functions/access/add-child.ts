/**
 * Another child for a sign-in that exists: a guardian's second child, or that of a teacher who is also a parent. The
 * session stays in the post it is in.
 */
import type { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { behindGuardianCode, guardianWrite } from './guardian-code.ts';
import { postsWrite } from './rows.ts';
import { showSession } from './session.ts';
import { readMySession } from './show-session.ts';
import { takeAddressTry } from './take-tries.ts';

type Route = (typeof guardianAccess)['POST /api/session/children'];

export const addChild: GuardedStory<Route> = {
  async plan({ who, body, now, wire }, tools) {
    await takeAddressTry(tools, wire.address, now);
    const { district, child, post, uses } = await behindGuardianCode(tools, body.code, now);
    // A card of another district leads to nothing here: an account belongs to one.
    if (district !== who.district) throw new Problem('code_invalid');
    const { account } = await readMySession(tools, who);
    const posts = [...account.posts.filter(({ id }) => id !== post.id), post];
    const write = postsWrite(district, account, { posts, unit: account.unit });
    return { result: child, writes: [...uses, write, guardianWrite(district, child, account.id, now)] };
  },
  async show({ who, now }, tools) {
    const { account, session } = await readMySession(tools, who);
    return showSession(tools, who, account, session, now);
  },
};
