import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt } from './rows.ts';

/**
 * Ends a volunteer's sign-in, its sessions and the code on its card, or lets them count again. Of somebody who never
 * had a card it says that none is printed meanwhile.
 */
export async function switchAccountWrites(
  tools: Tools,
  district: string,
  account: string,
  active: boolean,
): Promise<Write[]> {
  const at = accountAt(district, account);
  const [item] = await tools.store.get([at]);
  if (!item) return [{ ...at, check: true, when: [['pk', 'absent']], or: 'lost_race' }];
  return [{ ...at, update: { set: { active } }, when: [['pk', 'present']], or: 'lost_race' }];
}
