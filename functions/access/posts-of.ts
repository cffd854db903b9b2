import type { Post, Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf } from './rows.ts';

/** Every post of the asker's account, the one they act in first. */
export async function postsOf(tools: Tools, { district, account, post }: Who): Promise<Post[]> {
  const [item] = await tools.store.get([accountAt(district, account)]);
  const others = accountOf(item)?.posts.filter(({ id }) => id !== post.id) ?? [];
  return [post, ...others];
}
