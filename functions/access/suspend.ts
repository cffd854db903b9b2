/** Whether somebody may confirm and approve hours: taken by findings, given back when the last of them is lifted. */
import { getAll } from '../platform/store/get-all.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf } from './rows.ts';

/** @returns no write where there is no such account any more */
export async function suspensionWrites(
  tools: Tools,
  district: string,
  account: string,
  cause: { readonly by: string } | { readonly endOf: string },
): Promise<Write[]> {
  const at = accountAt(district, account);
  const known = accountOf((await getAll(tools.store, [at]))[0]);
  if (!known) return [];
  const before = known.suspendedBy ?? [];
  const suspendedBy = 'by' in cause ? [...before, cause.by] : before.filter((finding) => finding !== cause.endOf);
  const set = { ver: known.ver + 1, ...(suspendedBy.length > 0 && { suspendedBy }) };
  const update = { set, remove: suspendedBy.length > 0 ? [] : ['suspendedBy'] };
  return [{ ...at, update, when: [['ver', '=', known.ver]], or: 'lost_race' }];
}

/** The teams that an account leads, as a leader or as a substitute. */
export async function teamsLedBy(tools: Tools, district: string, account: string): Promise<string[]> {
  const [item] = await tools.store.get([accountAt(district, account)]);
  const posts = accountOf(item)?.posts ?? [];
  return posts.filter(({ role }) => role === 'leader').map(({ scope }) => scope);
}
