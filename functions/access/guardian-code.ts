/** The code on a card's second part: whoever holds it becomes a guardian of the child. */
import { dayMs } from '../../shared/rules/durations.ts';
import { hashOneTimeCode, makeOneTimeCode } from '../platform/identity/one-time-code.ts';
import type { Post } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import type { IssuedCode } from './issue-code.ts';
import { codeAt, currentGuardianCodeAt, guardianAt, postOf } from './rows.ts';

const lifeMs = 14 * dayMs;

export interface GuardianCode {
  readonly district: string;
  readonly child: string;
  /** The child's unit. */
  readonly school: string;
  /** Epoch milliseconds at which a guardian's rights end. */
  readonly rightsUntil: number;
  readonly now: number;
}

/** Single use, 14 days, and a new one kills the older one; guardians who used theirs stay. */
export function issueGuardianCode(
  tools: Tools,
  { district, child, school, rightsUntil, now }: GuardianCode,
): IssuedCode {
  const code = makeOneTimeCode(tools.randomBytes);
  const hash = hashOneTimeCode(tools.vault, code);
  if (hash === undefined) throw new Error('A code was made that cannot be read');
  const until = now + lifeMs;
  const row = { v: 1, until, ttl: Math.ceil(until / 1000) };
  const writes: Write[] = [
    { ...codeAt(hash), put: { ...row, district, child, school, rightsUntil } },
    { ...currentGuardianCodeAt(district, child), put: { ...row, hash } },
  ];
  return { code, writes };
}

/** What a guardian's code gives. */
export interface Guardianship {
  readonly district: string;
  readonly child: string;
  readonly post: Post;
  /** Uses the code up: code_invalid for whoever comes second. */
  readonly uses: readonly Write[];
}

/** @throws code_invalid when the code is unknown, used, too old, not a guardian's, or not the child's current one */
export async function behindGuardianCode(tools: Tools, typed: string, now: number): Promise<Guardianship> {
  const hash = hashOneTimeCode(tools.vault, typed);
  const [named] = hash === undefined ? [] : await tools.store.get([codeAt(hash)]);
  if (hash === undefined || named?.child === undefined) throw new Problem('code_invalid');
  const [district, child] = [String(named.district), String(named.child)];
  const [current] = await tools.store.get([currentGuardianCodeAt(district, child)]);
  const rightsUntil = Number(named.rightsUntil);
  const good = current?.hash === hash && now < Number(current.until) && now < rightsUntil;
  if (!good) throw new Problem('code_invalid');
  return {
    district,
    child,
    post: { ...postOf('guardian', child, String(named.school)), until: rightsUntil },
    uses: [
      { ...currentGuardianCodeAt(district, child), remove: true, when: [['hash', '=', hash]], or: 'code_invalid' },
      { ...codeAt(hash), remove: true, when: [['school', '=', String(named.school)]], or: 'lost_race' },
    ],
  };
}

/** A code that nobody has used yet gives a post at the child's new school; nobody prints or uses one meanwhile. */
export async function moveGuardianCodeWrites(
  { store }: Tools,
  { district, child, school }: Pick<GuardianCode, 'district' | 'child' | 'school'>,
): Promise<Write[]> {
  const at = currentGuardianCodeAt(district, child);
  const [current] = await store.get([at]);
  if (!current) return [{ ...at, check: true, when: [['pk', 'absent']], or: 'lost_race' }];
  const hash = String(current.hash);
  const code = codeAt(hash);
  const [named] = await store.get([code]);
  return [
    { ...at, check: true, when: [['hash', '=', hash]], or: 'lost_race' },
    // The two expire by themselves, not at the same moment.
    ...(named ? [{ ...code, update: { set: { school } }, when: [['pk', 'present']], or: 'lost_race' } as const] : []),
  ];
}

/** Lists an account among those who look after the child. */
export const guardianWrite = (district: string, child: string, account: string, at: number): Write => ({
  ...guardianAt(district, child, account),
  put: { v: 1, account, at },
});
