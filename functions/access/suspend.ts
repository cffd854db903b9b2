/** Whether somebody may confirm and approve hours: taken by a finding, given back when that one is lifted. */
import { getAll } from '../platform/store/get-all.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf } from './rows.ts';

/** @returns no write where there is no such account any more, or another finding keeps the right away */
export async function suspensionWrites(
  tools: Tools,
  district: string,
  account: string,
  cause: { readonly by: string } | { readonly endOf: string },
): Promise<Write[]> {
  const at = accountAt(district, account);
  const known = accountOf((await getAll(tools.store, [at]))[0]);
  if (!known) return [];
  if ('by' in cause)
    return [{ ...at, update: { set: { suspendedBy: cause.by } }, when: [['pk', 'present']], or: 'lost_race' }];
  if (known.suspendedBy !== cause.endOf) return [];
  const when = [['suspendedBy', '=', cause.endOf] as const];
  return [{ ...at, update: { set: {}, remove: ['suspendedBy'] }, when, or: 'lost_race' }];
}

/** The teams that an account leads, as a leader or as a substitute. */
export async function teamsLedBy(tools: Tools, district: string, account: string): Promise<string[]> {
  const [item] = await tools.store.get([accountAt(district, account)]);
  const posts = accountOf(item)?.posts ?? [];
  return posts.filter(({ role }) => role === 'leader').map(({ scope }) => scope);
}
