import type { WishMove } from '../../shared/rules/wish-states.ts';
import { mayMoveWish } from '../../shared/rules/wish-states.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Wish, wishAt, wishOf } from './rows.ts';

export async function findWish(tools: Tools, district: string, id: string): Promise<Wish | undefined> {
  const [item] = await tools.store.get([wishAt(district, id)]);
  return item && wishOf(item);
}

/** The wish if it is the asker's own or lies at the asker's desk. @throws not_found */
export async function readWish(tools: Tools, who: Who, id: string): Promise<Wish> {
  const wish = await findWish(tools, who.district, id);
  const isMine =
    who.post.role === 'resident' ? wish?.resident === who.account : who.units.covers(who.post.unit, wish?.unit ?? '');
  if (!wish || !isMine) throw new Problem('not_found');
  return wish;
}

/** @throws wish_not_open when the wish is not where this step begins */
export function mustBeAt(wish: Wish, move: WishMove): void {
  if (!mayMoveWish(move, wish.state)) throw new Problem('wish_not_open');
}

/** The wish in another state since `now`, with what that changes; a due time holds for one state only. */
export const moved = (wish: Wish, state: Wish['state'], now: number, change: Partial<Wish> = {}): Wish => ({
  ...wish,
  dueAt: undefined,
  ...change,
  state,
  movedAt: now,
});

/** Whose claims these are: a leader's the team's, a guardian's and a volunteer's one's own. */
export const claimerOf = ({ post, person, account }: Who): string => {
  if (post.role === 'leader') return post.scope;
  return post.role === 'volunteer' ? person : account;
};
