/** Who leads a team, and who stands in for a leader for a time. */
import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, openPersonal, postsAt, staffOf } from './rows.ts';

interface Leader {
  readonly account: string;
  readonly name: string;
  /** Epoch milliseconds, of a substitute. */
  readonly until?: number;
  /** The account that lent the team. */
  readonly by?: string;
}

export async function leadersOf(
  tools: Tools,
  district: string,
  { team, unit, now }: { readonly team: string; readonly unit: string; readonly now: number },
): Promise<Leader[]> {
  const rows = await readAll(tools.store, staffOf(district, unit));
  const places = rows.map(({ account }) => accountAt(district, String(account)));
  const accounts = (await getAll(tools.store, places)).map(accountOf);
  return accounts.flatMap((account) => {
    const post = account?.active
      ? postsAt(account, now).find(({ role, scope }) => role === 'leader' && scope === team)
      : undefined;
    if (!account || !post) return [];
    const { name } = openPersonal(tools.vault, district, account);
    return [{ account: account.id, name, until: post.until, by: post.by }];
  });
}
