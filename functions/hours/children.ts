import type { Post } from '../platform/identity/who.ts';

/** The children whose guardian an account is, by its posts: nobody judges the hours of their own. */
export const childrenIn = (posts: readonly Post[]): ReadonlySet<string> =>
  new Set(posts.filter(({ role }) => role === 'guardian').map(({ scope }) => scope));
