/** Who looks after a child, and how the school ends it: reads and writes for a story that knows whose child it is. */
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, guardianAt, guardiansOf, openPersonal, postOf, postsWrite } from './rows.ts';

export interface Guardian {
  readonly account: string;
  readonly login: string;
  /** Epoch milliseconds of the activation. */
  readonly since: number;
}

export async function readGuardians(tools: Tools, district: string, child: string): Promise<Guardian[]> {
  const rows = await readAll(tools.store, guardiansOf(district, child));
  if (rows.length === 0) return [];
  const items = await tools.store.get(rows.map(({ account }) => accountAt(district, String(account))));
  return rows.flatMap((row, at) => {
    const account = accountOf(items[at]);
    if (!account) return [];
    return [{ account: account.id, login: openPersonal(tools.vault, district, account).login, since: Number(row.at) }];
  });
}

/** @throws not_found when the account does not look after the child */
export async function endGuardianWrites(
  tools: Tools,
  district: string,
  child: string,
  account: string,
): Promise<Write[]> {
  const [item, row] = await tools.store.get([accountAt(district, account), guardianAt(district, child, account)]);
  const before = accountOf(item);
  if (!before || !row) throw new Problem('not_found');
  const { id } = postOf('guardian', child, '');
  const posts = before.posts.filter((post) => post.id !== id);
  return [
    postsWrite(district, before, { posts, unit: before.unit }),
    { ...guardianAt(district, child, account), remove: true, when: [['pk', 'present']], or: 'not_found' },
  ];
}
