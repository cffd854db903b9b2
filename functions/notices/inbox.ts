/** One's inbox: messages about oneself, one's children and one's work, and how many are unread. */
import type { notices } from '../../shared/contracts/notices.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { isNoticeKind } from '../../shared/rules/notice-kinds.ts';
import { postsOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';
import { type Notice, noticeOf, noticesOf, readWrite, unreadOf } from './rows.ts';

type List = (typeof notices)['GET /api/me/notices'];
type Count = (typeof notices)['GET /api/me/notices/unread'];
type Read = (typeof notices)['POST /api/me/notices/read'];

/** Counted up to here: more is many. */
const unreadMax = 100;

export async function listNotices({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const [{ items, next }, unread, children] = await Promise.all([
    pageOf(tools, noticesOf(who.district, who.account), query),
    countUnread(tools, who, now),
    childrenOf(tools, who, now),
  ]);
  const seen = items.map(noticeOf).filter((notice) => isShown(who, notice, [...children.keys()]));
  const shown = seen.map(({ volunteer, at, ...notice }) => {
    const name = children.get(volunteer ?? '');
    const child = volunteer !== undefined && name !== undefined ? { volunteer, name } : undefined;
    return { ...notice, at: new Date(at).toISOString(), child };
  });
  return { items: shown, next, unread };
}

/** Of a child one hears as long as one looks after the child, and of what is new once the words for it are there. */
const isShown = ({ account, person }: Who, { kind, volunteer }: Notice, children: readonly string[]) =>
  isNoticeKind(kind) && (volunteer === undefined || [account, person, ...children].includes(volunteer));

/** The names of those whom the account looks after, by id. */
async function childrenOf(tools: Tools, who: Who, now: number): Promise<ReadonlyMap<string, string>> {
  const ids = await lookedAfter(tools, who, now);
  const people = ids.length === 0 ? [] : await readPeople(tools, who.district, ids);
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
}

async function lookedAfter(tools: Tools, who: Who, now: number): Promise<string[]> {
  const posts = await postsOf(tools, who);
  return posts.filter(({ role, until = now + 1 }) => role === 'guardian' && now < until).map(({ scope }) => scope);
}

async function countUnread(tools: Tools, who: Who, now: number): Promise<number> {
  const [{ items }, children] = await Promise.all([
    tools.store.query({ ...unreadOf(who.district, who.account), limit: unreadMax }),
    lookedAfter(tools, who, now),
  ]);
  return items.map(noticeOf).filter((notice) => isShown(who, notice, children)).length;
}

export const showUnread = async ({ who, now }: Ask<Count>, tools: Tools): Promise<Answer<Count>> => ({
  unread: await countUnread(tools, who, now),
});

/** What is no longer there, or never was, is passed over. */
export async function markRead({ who, body, key, now }: Ask<Read>, tools: Tools): Promise<Answer<Read>> {
  await Promise.all(
    [...new Set(body.notices)].map((id) =>
      tools.store.transact(`READ#${who.account}#${key}#${id}`, [readWrite(who.district, who.account, id)]),
    ),
  );
  return { unread: await countUnread(tools, who, now) };
}
