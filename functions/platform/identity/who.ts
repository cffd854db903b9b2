import type { Role } from '../../../shared/roles.ts';
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
}

/** Whose page it is: a guardian looks after the child that the post names, everybody else after themselves. */
export const subjectOf = ({ person, post }: Who): string => (post.role === 'guardian' ? post.scope : person);
