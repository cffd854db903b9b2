/** The only file that knows the items of inboxes and of what the clock has to remind of, and their keys. */
import { type Happening, type NoticeFacts, type NoticeKind, noticeDays } from '../../shared/rules/notice-kinds.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';

const version = 1;
const table = 'Notices' as const;
const daySeconds = 86_400;

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: number;
  readonly unread: boolean;
  /** Whom it is about, when it is about a person. */
  readonly volunteer?: string;
  readonly facts: NoticeFacts;
}

const noticePrefix = 'N#';
const inboxPk = (district: string, account: string) => `T#${district}#U#${account}`;

/** An account's messages, the newest first. */
export const noticesOf = (district: string, account: string) => ({
  table,
  pk: inboxPk(district, account),
  sk: { prefix: noticePrefix },
  descending: true,
});
export const unreadOf = (district: string, account: string) => ({
  table,
  index: 'byUnread',
  pk: inboxPk(district, account),
});
const noticeAt = (district: string, account: string, id: string): Target => ({
  table,
  key: { pk: inboxPk(district, account), sk: `${noticePrefix}${id}` },
});

/** A message is named by what happened, so that it is written once however often that is told. */
export function noticeWrite(account: string, { district, kind, thing, at, to, facts }: Happening): Write {
  const about = 'volunteer' in to ? to.volunteer : undefined;
  const id = [new Date(at).toISOString(), kind, thing, ...(about === undefined ? [] : [about])].join('#');
  const row: Attributes = {
    v: version,
    kind,
    at,
    facts,
    ...(about !== undefined && { volunteer: about }),
    ttl: Math.ceil(at / 1000) + noticeDays * daySeconds,
    byUnreadPk: inboxPk(district, account),
    byUnreadSk: id,
  };
  return { ...noticeAt(district, account, id), put: row, when: [['pk', 'absent']], or: 'lost_race' };
}

export const readWrite = (district: string, account: string, id: string): Write => ({
  ...noticeAt(district, account, id),
  update: { remove: ['byUnreadPk', 'byUnreadSk'] },
  when: [['pk', 'present']],
  or: 'lost_race',
});

export function noticeOf(item: Item): Notice {
  const { kind, at, volunteer, facts } = item as unknown as Omit<Notice, 'id' | 'unread'>;
  const unread = item.byUnreadSk !== undefined;
  return { id: item.sk.slice(noticePrefix.length), kind, at, unread, volunteer, facts };
}

/** The message that a changed row is, if it has just come into an inbox. */
export function noticeArrived(before: Item | undefined, after: Item | undefined) {
  if (before || !after?.sk.startsWith(noticePrefix)) return undefined;
  const [, district = '', , account = ''] = after.pk.split('#');
  return { district, account, notice: noticeOf(after) };
}

/** The kinds an account does not want to hear, an attribute each. */
export const switchesAt = (district: string, account: string): Target => ({
  table,
  key: { pk: inboxPk(district, account), sk: 'SWITCHES' },
});
const offName = (kind: NoticeKind) => `off_${kind}`;
export const isOff = (item: Item | undefined, kind: NoticeKind): boolean => item?.[offName(kind)] === true;
export const switchWrite = (district: string, account: string, kind: NoticeKind, on: boolean): Write => ({
  ...switchesAt(district, account),
  update: { set: { v: version, [offName(kind)]: !on } },
});

/** Something whose time the clock keeps: an open redemption, a wallet's points, a unit's queue. */
export interface Watch {
  /** Changes so far, which guards the next one. */
  readonly ver: number;
  readonly due?: number;
}
export const watchAt = (district: string, kind: string, id: string): Target => ({
  table,
  key: { pk: `T#${district}#WATCH#${kind}#${id}`, sk: 'WATCH' },
});
export const watchOf = (item: Item | undefined): Watch =>
  item ? { ver: Number(item.ver), due: item.due as number | undefined } : { ver: 0 };

/** @param name by which the clock finds it: district, kind and id, none of which contains `#` */
export function watchWrite(name: readonly [string, string, string], before: Watch, due: number | undefined): Write {
  const kept = due === undefined ? {} : { due, ...dueKeys(due, name) };
  return {
    ...watchAt(...name),
    update: {
      set: { v: version, ver: before.ver + 1, ...kept },
      remove: due === undefined ? ['due', 'byDuePk', 'byDueSk'] : [],
    },
    when: before.ver === 0 ? [['pk', 'absent']] : [['ver', '=', before.ver]],
    or: 'lost_race',
  };
}
