import type { Role } from '../../../shared/roles.ts';
import { minuteMs } from '../../../shared/rules/durations.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';

/** A person's post: a role within a scope. */
export interface Post {
  readonly id: string;
  readonly role: Role;
  /** A unit, team, desk or person, as `scopeOf[role]` says. */
  readonly scope: string;
  /** The unit the post belongs to: the scope itself, or the team's, desk's or person's unit. */
  readonly unit: string;
  /** Epoch milliseconds at which it ends by itself: a guardian's when the child comes of age. */
  readonly until?: number;
  /** What the team or desk is called. */
  readonly scopeName?: string;
  /** Who gave it for a time: the account of whoever lends a team or names a stand-in. */
  readonly by?: string;
}

/** Who asks: made from the session on every request, so that a change of role counts on the next one. */
export interface Who {
  readonly district: string;
  readonly account: string;
  /** The account's volunteer, or the account itself for staff: what ledgers, logs and guards name. */
  readonly person: string;
  readonly post: Post;
  readonly units: UnitTree;
  /** SHA-256 of the session's token: names the session's row. */
  readonly session: string;
  /** Epoch milliseconds of the last proof that counts: by code where the account has a phone, else by password. */
  readonly provedAt?: number;
  /** Whether the account has a phone for codes. */
  readonly makesCodes?: boolean;
  /** What the session still waits for before the post may act: a code, or that a phone is set up for codes. */
  readonly waits?: SecondStep;
  /** It was found that this person had made up a record: neither confirms nor approves until that is lifted. */
  readonly suspended?: boolean;
}
export type SecondStep = 'totp' | 'enrol';

/** How long a proof is good for what needs a fresh one: OWASP ASVS 7.5.3 asks for one before such steps. */
const freshMs = 5 * minuteMs;
export const isFreshlyProved = ({ provedAt }: Who, now: number): boolean =>
  provedAt !== undefined && now - provedAt <= freshMs;

/** Whose page it is: a guardian looks after the child that the post names, everybody else after themselves. */
export const subjectOf = ({ person, post }: Who): string => (post.role === 'guardian' ? post.scope : person);
