/**
 * Another child for a sign-in that exists: a guardian's second child, or that of a teacher who is also a parent. The
 * session stays in the post it is in.
 */
import type { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { behindGuardianCode, guardianWrite } from './guardian-code.ts';
import { postsWrite } from './rows.ts';
import { readMySession, showSessionOf } from './show-session.ts';
import { takeAddressTry } from './take-tries.ts';

type Route = (typeof guardianAccess)['POST /api/session/children'];

export const addChild: GuardedStory<Route> = {
  plan: ({ who, body, now, wire }, tools) => joinChild(tools, who, { code: body.code, now, address: wire.address }),
  show: ({ who, now }, tools) => showSessionOf(tools, who, now),
};

interface TypedCode {
  readonly code: string;
  readonly address: string;
  readonly now: number;
}

/** What makes the asker a guardian of the child whose card has this code. @throws code_invalid, sign_in_paused */
export async function joinChild(tools: Tools, who: Who, { code, address, now }: TypedCode) {
  await takeAddressTry(tools, address, now);
  const { district, child, post, uses } = await behindGuardianCode(tools, code, now);
  // A card of another district leads to nothing here: an account belongs to one.
  if (district !== who.district) throw new Problem('code_invalid');
  const { account } = await readMySession(tools, who);
  const posts = [...account.posts.filter(({ id }) => id !== post.id), post];
  const write = postsWrite(district, account, { posts, unit: account.unit });
  return { result: child, writes: [...uses, write, guardianWrite(district, child, account.id, now)] };
}
