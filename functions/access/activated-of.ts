/** Which people have set their own secret: for class lists and cards. */
import { limits } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt } from './rows.ts';

export async function activatedOf(tools: Tools, district: string, accounts: readonly string[]): Promise<boolean[]> {
  const activated: boolean[] = [];
  for (let from = 0; from < accounts.length; from += limits.keysPerGet) {
    const slice = accounts.slice(from, from + limits.keysPerGet);
    const items = await tools.store.get(slice.map((account) => accountAt(district, account)));
    activated.push(...items.map((item) => item?.secret !== undefined));
  }
  return activated;
}
