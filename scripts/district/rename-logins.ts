/** A login is found by its hash under the deployment's key: where a district goes, its accounts get other hashes. */
import { loginIndex, openPersonal } from '../../functions/access/rows.ts';
import { withPepperNamed } from '../../functions/platform/identity/secret-hash.ts';
import { type KeyRing, makeVault } from '../../functions/platform/identity/vault.ts';
import type { Item } from '../../functions/platform/store/port.ts';
import type { Placed } from './moving.ts';

export interface Renaming {
  claim(claim: Placed): Placed;
  item(item: Placed): Placed;
}

export const isAccount = ({ table, key }: Pick<Placed, 'table' | 'key'>) => table === 'Access' && key.sk === 'ACCOUNT';

/**
 * @param pepper what hashed secrets call the pepper they were made with; none where it is the deployment's own
 * @param accounts as they were
 */
export function renamingOf(district: string, ring: KeyRing, pepper: string | undefined, accounts: readonly Placed[]) {
  const vault = makeVault(ring);
  const newNames = new Map<string, string>();
  for (const { put } of accounts) {
    const account = put as unknown as Parameters<typeof openPersonal>[2];
    newNames.set(account.login, loginIndex(vault, openPersonal(vault, district, account).login));
  }
  const renamed = (name: unknown) => newNames.get(String(name)) ?? String(name);
  return {
    claim(claim) {
      const [kind, name] = claim.key.pk.split('#');
      return kind === 'LOGIN' ? { ...claim, key: { ...claim.key, pk: `LOGIN#${renamed(name)}` } } : claim;
    },
    item(item) {
      if (!isAccount(item)) return item;
      const { secret } = item.put as Partial<Item>;
      const named = pepper && typeof secret === 'string' && { secret: withPepperNamed(secret, pepper) };
      return { ...item, put: { ...item.put, login: renamed(item.put.login), ...named } };
    },
  } satisfies Renaming;
}
