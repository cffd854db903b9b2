/** Whose inbox it is: the accounts that hear of a volunteer, and those that hold a post at a unit. */
import type { Role } from '../../shared/roles.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Item } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, activationChanged, guardiansOf, postsAt, staffOf } from './rows.ts';

/** The volunteer's own account once it is activated, and the guardians'. */
export async function inboxesOf(tools: Tools, district: string, volunteer: string): Promise<string[]> {
  const [[own], guardians] = await Promise.all([
    tools.store.get([accountAt(district, volunteer)]),
    readAll(tools.store, guardiansOf(district, volunteer)),
  ]);
  const accounts = guardians.map(({ account }) => String(account));
  return own?.secret === undefined ? accounts : [volunteer, ...accounts];
}

/** The account itself, once somebody signs in with it. */
export async function ownInbox(tools: Tools, district: string, account: string): Promise<string[]> {
  const [own] = await tools.store.get([accountAt(district, account)]);
  return own?.secret === undefined ? [] : [account];
}

/** The accounts with one of these roles at a unit itself, or at one scope within it. */
export async function holdersOf(
  tools: Tools,
  district: string,
  { unit, roles, scope, now }: { unit: string; roles: readonly Role[]; scope?: string; now: number },
): Promise<string[]> {
  const rows = await readAll(tools.store, staffOf(district, unit));
  const items = await getAll(
    tools.store,
    rows.map(({ account }) => accountAt(district, String(account))),
  );
  const holds = (post: { role: Role; scope: string; unit: string }) =>
    post.unit === unit && roles.includes(post.role) && (scope === undefined || post.scope === scope);
  return items
    .map(accountOf)
    .filter((account) => account?.active && postsAt(account, now).some(holds))
    .map((account) => account?.id ?? '');
}

/** The person of whom somebody hears from now on: who set a first PIN, or whom a guardian began to look after. */
export function inboxOpened(before: Item | undefined, after: Item | undefined) {
  if (!after) return undefined;
  const [, district = '', , child = ''] = after.pk.split('#');
  const isLookedAfter = before === undefined && after.pk === guardiansOf(district, child).pk;
  const id = isLookedAfter ? child : activationChanged(before, after)?.volunteer;
  return id === undefined ? undefined : { district, id };
}
