/** One's inbox: messages about oneself, one's children and one's work, and how many are unread. */
import type { notices } from '../../shared/contracts/notices.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { postsOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';
import { noticeOf, noticesOf, readWrite, unreadOf } from './rows.ts';

type List = (typeof notices)['GET /api/me/notices'];
type Count = (typeof notices)['GET /api/me/notices/unread'];
type Read = (typeof notices)['POST /api/me/notices/read'];

/** Counted up to here: more is many. */
const unreadMax = 100;

export async function listNotices({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const [{ items, next }, unread, children] = await Promise.all([
    pageOf(tools, noticesOf(who.district, who.account), query),
    countUnread(tools, who),
    childrenOf(tools, who, now),
  ]);
  // Of a child one hears as long as one looks after the child.
  const seen = items.map(noticeOf).filter(({ volunteer }) => isMine(who, volunteer) || children.has(volunteer ?? ''));
  const shown = seen.map(({ volunteer, at, ...notice }) => {
    const name = children.get(volunteer ?? '');
    const child = volunteer !== undefined && name !== undefined ? { volunteer, name } : undefined;
    return { ...notice, at: new Date(at).toISOString(), child };
  });
  return { items: shown, next, unread };
}

const isMine = ({ account, person }: Who, volunteer: string | undefined) =>
  volunteer === undefined || volunteer === account || volunteer === person;

/** The names of those whom the account looks after, by id. */
async function childrenOf(tools: Tools, who: Who, now: number): Promise<ReadonlyMap<string, string>> {
  const posts = (await postsOf(tools, who)).filter(({ role, until = now + 1 }) => role === 'guardian' && now < until);
  const ids = posts.map(({ scope }) => scope);
  const people = ids.length === 0 ? [] : await readPeople(tools, who.district, ids);
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
}

async function countUnread(tools: Tools, { district, account }: Who): Promise<number> {
  const { items } = await tools.store.query({ ...unreadOf(district, account), limit: unreadMax });
  return items.length;
}

export const showUnread = async ({ who }: Ask<Count>, tools: Tools): Promise<Answer<Count>> => ({
  unread: await countUnread(tools, who),
});

/** What is no longer there, or never was, is passed over. */
export async function markRead({ who, body, key }: Ask<Read>, tools: Tools): Promise<Answer<Read>> {
  await Promise.all(
    [...new Set(body.notices)].map((id) =>
      tools.store.transact(`READ#${who.account}#${key}#${id}`, [readWrite(who.district, who.account, id)]),
    ),
  );
  return { unread: await countUnread(tools, who) };
}
