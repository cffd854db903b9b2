/** Staff who are parents of pupils at their school. */
import { accountAt, accountOf } from '../../functions/access/rows.ts';
import type { Squad } from './squad.ts';

/** The account looks after a child besides its other posts. */
export async function makeGuardian(
  { district: { world, id, east } }: Pick<Squad, 'district'>,
  account: string,
  child: string,
) {
  const at = accountAt(id, account);
  const posts = accountOf((await world.store.get([at]))[0])?.posts ?? [];
  const guardian = { id: world.tools.newId(world.now), role: 'guardian' as const, scope: child, unit: east.unit };
  const set = { posts: [...posts, guardian].map((post) => ({ ...post })) };
  await world.store.transact('guardian', [{ ...at, update: { set } }]);
}
