/** Who has to show more than a password: the account's phone makes codes, or the district's rule wants it to. */
import { staffRoles } from '../../shared/roles.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingsOn } from '../district/index.ts';
import type { Post, SecondStep } from '../platform/identity/who.ts';
import type { Item } from '../platform/store/port.ts';
import type { Account, Session } from './rows.ts';

const isStaff = ({ role }: Post) => staffRoles.some((one) => one === role);
const isAdministrator = ({ role }: Post) => role === 'district_admin' || role === 'unit_admin';

/** Decided when a session begins: whoever is signed in when the rule's first day comes is not thrown out. */
export const mustEnrol = (account: Account, rules: Item | undefined, now: number): boolean =>
  account.totp === undefined &&
  account.posts.some(isAdministrator) &&
  settingsOn(rules, shanghaiDay(now)).administrator_totp === 1;

/** What the session waits for before a post may act. One's own children need no code. */
export function waitsFor(account: Account, session: Session, post: Post): SecondStep | undefined {
  if (account.totp !== undefined) return isStaff(post) && session.provedAt === undefined ? 'totp' : undefined;
  return session.enrol && isAdministrator(post) ? 'enrol' : undefined;
}
