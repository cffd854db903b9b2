import { useEffect, useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead } from '../../api/send.ts';

export type Member = ItemOf<'GET /api/teams/{team}/members'>;
type Page = AnswerOf<'GET /api/teams/{team}/members'>;

/** All members of a team by class and number: the first page is there, the others follow. */
export function useMembers(team: string, first: Page): { members: readonly Member[]; isWhole: boolean } {
  const [{ items, next }, setKnown] = useState(first);
  useEffect(() => {
    if (next === undefined) return;
    const path = pathOf('GET /api/teams/{team}/members', { params: { team }, query: { cursor: next } });
    const append = (page: Page) => setKnown({ items: [...items, ...page.items], next: page.next });
    // What a lost network withholds is asked for again when it is back.
    const ask = () => void fetchRead<'GET /api/teams/{team}/members'>(path).then(append, () => {});
    ask();
    addEventListener('online', ask, { once: true });
    return () => removeEventListener('online', ask);
  }, [next]);
  return { members: inOrder(items), isWhole: next === undefined };
}

const inOrder = (members: readonly Member[]) =>
  [...members].sort((one, other) => compare(one.class, other.class) || compare(one.number, other.number));
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
