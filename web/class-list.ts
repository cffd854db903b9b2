import { type ItemOf, pathOf } from './api/read.ts';
import { fetchRead } from './api/send.ts';

const name = 'GET /api/classes/{class}/volunteers';

/** Consent missing or taken back: on the roster, and nothing else. */
export const isBlocked = ({ consent }: Pick<ItemOf<typeof name>, 'consent'>) =>
  consent === 'missing' || consent === 'withdrawn';

/** Everybody of a class, page by page. @throws Refused */
export async function readClass(id: string): Promise<ItemOf<typeof name>[]> {
  const pupils: ItemOf<typeof name>[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchRead<typeof name>(pathOf(name, { params: { class: id }, query: { cursor } }));
    pupils.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return pupils;
}
