/** A session's life: how it starts, how long it lives, and what it shows of itself. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rules/durations.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { makeSessionToken } from '../platform/identity/session-token.ts';
import type { Post } from '../platform/identity/who.ts';
import { Busy, type Item, OutcomeUnknown, type Store, type Target, type Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Account, openPersonal, postsAt, type Session, sessionAt } from './rows.ts';
import { mustEnrol, waitsFor } from './second-step.ts';

/** At most what NIST SP 800-63B §4.2.3 allows; staff for a working day, pupils maybe at a shared computer. */
const lives = {
  staff: { idleMs: 30 * minuteMs, wholeMs: 8 * hourMs },
  volunteer: { idleMs: 15 * minuteMs, wholeMs: 12 * hourMs },
  guardian: { idleMs: 30 * minuteMs, wholeMs: 12 * hourMs },
  resident: { idleMs: 30 * minuteMs, wholeMs: 12 * hourMs },
} as const;
/** On a phone that a leader trusts, used or not: NIST SP 800-63B §4.1.3 allows 30 days where little is at stake. */
const trustedMs = 30 * dayMs;
/** A session's row is written at most this often. */
const awakeEveryMs = 5 * minuteMs;

export interface Started {
  readonly token: string;
  /** Names the session's row. */
  readonly hash: string;
  /** How long the browser keeps the cookie; without it until the browser is closed. */
  readonly maxAgeSeconds?: number;
  readonly session: Session;
  readonly write: Write;
}

interface Beginning {
  readonly secretId: string;
  readonly now: number;
  /** The item of the district's rules; without it no rule wants codes. */
  readonly rules?: Item;
  /** The person asked to be remembered on this device. */
  readonly remember?: boolean;
}

/** A new session of an account whose secret has just been proved or set. */
export function startSession(
  tools: Tools,
  district: string,
  account: Account,
  { secretId, now, rules, remember = false }: Beginning,
): Started {
  const { token, hash } = makeSessionToken(district, account.id, tools.randomBytes);
  const trusted = remember && account.kind === 'staff' && isOnOwnPhone(account);
  const { idleMs, wholeMs } = trusted ? { idleMs: trustedMs, wholeMs: trustedMs } : lives[account.kind];
  const session = {
    post: postsAt(account, now)[0]?.id ?? '',
    secretId,
    until: now + wholeMs,
    idleUntil: now + idleMs,
    ...(account.totp ? {} : { provedAt: now }),
    ...(mustEnrol(account, rules, now) ? { enrol: true } : {}),
    ...(trusted ? { trusted } : {}),
  };
  const row = { v: 1, ...session, at: now, ttl: Math.ceil(session.until / 1000) };
  const maxAgeSeconds = isOnOwnPhone(account) ? Math.floor(wholeMs / 1000) : undefined;
  return { token, hash, maxAgeSeconds, session, write: { ...sessionAt(district, account.id, hash), put: row } };
}

/** A phone's system closes browsers at will. Whoever may do more than lead signs in anew instead. */
const isOnOwnPhone = ({ kind, posts }: Account) =>
  kind !== 'staff' || posts.every(({ role }) => role === 'leader' || role === 'guardian');

/** Expiry is read here and not from the table's TTL, which deletes up to two days late. */
export const isAlive = (account: Account, session: Session, now: number) =>
  account.active &&
  session.secretId === account.secretId &&
  now < session.until &&
  now < session.idleUntil &&
  // Whoever has become more than a leader since has to sign in for a day's session.
  (!session.trusted || isOnOwnPhone(account));

/** The post the session acts in; when that post has ended, the account's first one. */
export function postIn(account: Account, session: Session, now: number): Post | undefined {
  const posts = postsAt(account, now);
  return posts.find((post) => post.id === session.post) ?? posts[0];
}

/** Use prolongs a session. Of requests at the same moment one writes, and a busy store costs nobody the page. */
export async function keepAwake(store: Store, at: Target, account: Account, session: Session, now: number) {
  const idleUntil = now + lives[account.kind].idleMs;
  if (idleUntil - session.idleUntil < awakeEveryMs) return;
  const when = [['idleUntil', '=', session.idleUntil]] as const;
  try {
    await store.transact(`${at.key.sk}#${idleUntil}`, [
      { ...at, update: { set: { idleUntil } }, when, or: 'lost_race' },
    ]);
  } catch (error) {
    if (!(error instanceof Busy || error instanceof OutcomeUnknown)) throw error;
  }
}

type SessionAnswer = Answer<(typeof access)['GET /api/session']>;

interface Place {
  readonly district: string;
  readonly units: UnitTree;
}

/** Of pupils the account knows no name. */
export function showSession(
  { vault }: Tools,
  { district, units }: Place,
  account: Account,
  session: Session,
  now: number,
): SessionAnswer {
  const post = postIn(account, session, now);
  if (!post) throw new Error('A session of an account without posts');
  const { name } = openPersonal(vault, district, account);
  return {
    account: account.id,
    person: account.person,
    name: name === '' ? undefined : name,
    post: showPost(units, post),
    posts: postsAt(account, now).map((other) => showPost(units, other)),
    until: new Date(session.until).toISOString(),
    look: account.look ?? {},
    hasTotp: account.totp !== undefined,
    waits: waitsFor(account, session, post),
  };
}

export function showPost(units: UnitTree, post: Post) {
  const unit = units.get(post.unit);
  const until = post.until === undefined ? undefined : new Date(post.until).toISOString();
  return { ...post, until, unitName: unit?.name ?? '', unitKind: unit?.kind, unitCode: unit?.code };
}
