/** Posts that end by themselves: a team lent to a substitute, a stand-in who approves. Given only to colleagues. */
import { addDays, type Day, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import type { Post } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Account, loginAt, loginIndex, memberAt, memberWrite, postsWrite, staffLogin } from './rows.ts';
import { readStaff } from './staff.ts';

/** Longer than a term, and a post that should stay is given as one. */
const daysMax = 183;

/** @returns the end of a day in Shanghai @throws until_day_invalid for a past day and for more than half a year */
export function endOfPost(until: Day, now: number): number {
  const today = shanghaiDay(now);
  if (until < today || until > addDays(today, daysMax)) throw new Problem('until_day_invalid');
  return startOfDay(addDays(until, 1));
}

/** @returns the member of staff who signs in by this login, if the district has one who is active */
export async function colleagueBy(tools: Tools, district: string, login: string): Promise<Account | undefined> {
  const [named] = await tools.store.get([loginAt(loginIndex(tools.vault, staffLogin(login)))]);
  const colleague = named?.district === district ? await readStaff(tools, district, String(named.account)) : undefined;
  return colleague?.active && colleague.posts.length > 0 ? colleague : undefined;
}

/** Once more for the same colleague moves the end. @throws post_held by whoever holds the post without an end */
export function temporaryPostWrites(district: string, colleague: Account, post: Post): Write[] {
  const held = colleague.posts.find(({ id }) => id === post.id);
  if (held && held.until === undefined) throw new Problem('post_held');
  const posts = [...colleague.posts.filter(({ id }) => id !== post.id), post];
  return [
    postsWrite(district, colleague, { posts, unit: colleague.unit }),
    memberWrite(district, colleague.id, post.unit),
  ];
}

/**
 * Ends posts, and takes the account off the lists of units in which it holds none any more.
 * @param more what else changes of the account
 */
export function endPostsWrites(
  district: string,
  before: Account,
  ends: (post: Post) => boolean,
  more?: Attributes,
): Write[] {
  const posts = before.posts.filter((post) => !ends(post));
  const left = new Set(posts.map(({ unit }) => unit));
  const units = new Set(before.posts.filter(ends).map(({ unit }) => unit));
  return [
    postsWrite(district, before, { posts, unit: before.unit }, more),
    ...[...units]
      .filter((unit) => !left.has(unit))
      .map((unit): Write => ({ ...memberAt(district, before.id, unit), remove: true })),
  ];
}
