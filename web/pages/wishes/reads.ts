import { read } from '../../api/read.ts';
import type { View, Where } from '../../page.ts';
import type { WishesWords } from '../../words/wishes.ts';

export const claiming: readonly string[] = ['volunteer', 'guardian', 'leader'];
export const roleOf = ({ session }: Where) => session?.post.role ?? '';
export const readsOf = (where: Where) => ({
  wishes: read('GET /api/wishes', { query: { cursor: where.query.cursor } }),
  claims: claiming.includes(roleOf(where)) ? read('GET /api/me/claims', { query: { limit: 20 } }) : undefined,
  mine: roleOf(where) === 'resident' ? read('GET /api/me/wishes') : undefined,
  contact: roleOf(where) === 'resident' ? read('GET /api/me/contact') : undefined,
});

export type WishesView = View<WishesWords, ReturnType<typeof readsOf>>;
